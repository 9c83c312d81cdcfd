import JourneyModel
import TestSupport

/// D20's hand-offs as they are written: slow and obvious.
struct ReferenceHandOffs {
    struct HandOff {
        var from: String
        var to: String
        var subject: String
        var gap: Int64
        var time: Timestamp
        /// When the journey is completed.
        var end: Timestamp?
        var asksAgain: Bool
    }

    let transactions: ReferenceTransactions
    let kept: [EventRecord]
    let horizon: Timestamp
    let range: TimeRange

    /// Everything of a `HandOffsResult` but its receipt, which is handed in.
    func answer(_ query: HandOffsQuery, linkage: (several: Int, linked: Int), _ receipt: Receipt) -> HandOffsResult {
        let all = handOffs()
        let byPair = Dictionary(grouping: all) { [$0.from, $0.to] }
        let pairs = byPair.map { names, some in
            HandOffsResult.Pair(
                from: names[0],
                to: names[1],
                count: some.count,
                subjects: Set(some.map(\.subject)).count,
                completed: completed(some),
                reAsked: reAsked(some),
                medianGap: ReferencePaths.median(some.map(\.gap))
            )
        }
        return HandOffsResult(
            query: query,
            handOffs: all.count,
            subjects: Set(all.map(\.subject)).count,
            pending: all.count { !isOver(28, after: $0.time) },
            completed: completed(all),
            reAsked: reAsked(all),
            medianGap: ReferencePaths.median(all.map(\.gap)),
            pairs: pairs.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) },
            isolation: isolation(linkage),
            receipt: receipt
        )
    }

    private func isOver(_ days: Int64, after time: Timestamp) -> Bool { time.advanced(by: days * .day) <= horizon }

    private func completed(_ some: [HandOff]) -> Measure {
        let due = some.filter { isOver(28, after: $0.time) }
        if due.isEmpty { return .absent(.d20, because: .noHandOffDue(days: 28)) }
        guard transactions.records.contains(where: transactions.completes) else {
            return .absent(.d20, because: .completionUndefined)
        }
        let done = due.count { one in one.end.map { $0.since(one.time) <= 28 * .day } ?? false }
        return .rate(done, of: due.count, .d20)
    }

    private func reAsked(_ some: [HandOff]) -> Measure {
        let due = some.filter { isOver(7, after: $0.time) }
        if due.isEmpty { return .absent(.d20, because: .noHandOffDue(days: 7)) }
        return .rate(due.count(where: \.asksAgain), of: due.count, .d20)
    }

    private func isolation(_ linkage: (several: Int, linked: Int)) -> Measure {
        guard transactions.records.contains(where: { $0.caseID != nil }) else {
            return .absent(.d20, because: .noCase)
        }
        guard linkage.several > 0 else {
            return Measure(value: nil, denominator: 0, definition: .d20, caveats: [.nobodyOnSeveralChannels])
        }
        return .rate(linkage.linked, of: linkage.several, .d20)
    }

    // MARK: Word for word

    /// "Adjacent inbound events of one journey on different channels, up to and with the event that completes the journey."
    func handOffs() -> [HandOff] {
        journeys().flatMap { journey -> [HandOff] in
            let end = journey.firstIndex(where: transactions.completes)
            let until = journey[...(end ?? journey.count - 1)]
            let inbound = until.filter { event in
                event.named(Dimension.direction) != Direction.outbound && event.named(Dimension.channel) != nil
            }
            return inbound.indices.dropFirst().compactMap { place in
                let (before, event) = (inbound[place - 1], inbound[place])
                guard let from = before.named(Dimension.channel), let to = event.named(Dimension.channel), from != to,
                    range.contains(event.time)
                else { return nil }
                return HandOff(
                    from: from,
                    to: to,
                    subject: event.person.map { "person \($0)" } ?? "case \(event.caseID ?? "")",
                    gap: event.time.since(before.time),
                    time: event.time,
                    end: end.map { journey[$0].time },
                    asksAgain: asksAgain(inbound, from: place)
                )
            }
        }
    }

    /// "A touchpoint already completed is repeated on the new channel within 7 days or event.reask": before the next
    /// hand-off, because what comes after that is asked again by that.
    private func asksAgain(_ inbound: [EventRecord], from start: Int) -> Bool {
        let channel = inbound[start].named(Dimension.channel)
        let before = Set(inbound[..<start].map { $0.named(Dimension.touchpoint) })
        let stay = inbound[start...].prefix { $0.named(Dimension.channel) == channel }
        return stay.filter { $0.time.since(inbound[start].time) <= 7 * .day }.contains { event in
            ["yes", "true", "1"].contains(event.named(Dimension.reask)?.lowercased())
                || before.contains(event.named(Dimension.touchpoint))
        }
    }

    /// D10: "the case, else person and service until its end or 28 days without an event".
    private func journeys() -> [[EventRecord]] {
        var found = Dictionary(grouping: kept.filter { $0.caseID != nil }, by: \.caseID).values
            .map(transactions.sorted)
        let loose = kept.filter { $0.caseID == nil && $0.person != nil }
        for events in Dictionary(grouping: loose, by: { [$0.person, $0.named(Dimension.service)] }).values {
            var journey: [EventRecord] = []
            for event in transactions.sorted(events) {
                let isRested = journey.last.map { event.time.since($0.time) > 28 * .day } ?? false
                if isRested || journey.last.map(transactions.completes) == true {
                    found.append(journey)
                    journey = []
                }
                journey.append(event)
            }
            found.append(journey)
        }
        return found
    }
}
