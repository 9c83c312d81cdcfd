import JourneyModel
import TestSupport

/// D18 as it is written.
struct ReferenceContacts {
    struct Answer {
        var inbound = 0
        var chases = 0
        var repeats = 0
        var avoidable = 0
        var lost: [String: Int] = [:]
        var leaks: [String: Int] = [:]
        /// Whose attempts they were, by service.
        var leaking: [String: Set<String>] = [:]
    }

    let transactions: ReferenceTransactions
    /// What the scope keeps; the rules of the services are those of the whole store.
    private let kept: [EventRecord]
    private let horizon: Timestamp
    /// Whoever is a subject: persons, or cases where no event has a person.
    private let subject: (EventRecord) -> String?

    init(_ builder: SnapshotBuilder, horizon: Timestamp? = nil, where keeps: (EventRecord) -> Bool = { _ in true }) {
        transactions = ReferenceTransactions(builder)
        kept = transactions.records.filter(keeps)
        self.horizon = horizon ?? transactions.records.map(\.time).max() ?? Timestamp(milliseconds: 0)
        let hasPeople = builder.records.contains { $0.person != nil }
        subject = hasPeople ? { $0.person } : { $0.caseID }
    }

    private func kind(_ event: EventRecord) -> Channel.Kind? {
        guard event.named(Dimension.direction) != "outbound" else { return nil }
        return event.named(Dimension.channel).flatMap { Channel.kind(ofName: $0) }
    }

    private func closes(_ event: EventRecord) -> Bool {
        let outcome = event.named(Dimension.outcome) ?? ""
        return Outcome.completed.contains(outcome) || Outcome.failed.contains(outcome)
    }

    func answer(_ range: TimeRange) -> Answer {
        var answer = Answer()
        let groups = Dictionary(grouping: kept.filter { subject($0) != nil }) {
            [subject($0), $0.named(Dimension.service)]
        }
        for events in groups.values { add(transactions.sorted(events), range, &answer) }
        answer.inbound += kept.count { event in
            subject(event) == nil && kind(event) == .assisted && range.contains(event.time)
        }
        return answer
    }

    private func add(_ events: [EventRecord], _ range: TimeRange, _ answer: inout Answer) {
        var leaking: Set<Int> = []
        let service = events.first?.named(Dimension.service) ?? Dimension.notSet
        for (start, contact) in lostAttempts(events) {
            if let contact { leaking.insert(contact) }
            guard range.contains(events[start].time) else { continue }
            answer.lost[service, default: 0] += 1
            guard contact != nil else { continue }
            answer.leaks[service, default: 0] += 1
            if let name = subject(events[start]) { answer.leaking[service, default: []].insert(name) }
        }
        for index in events.indices where kind(events[index]) == .assisted && range.contains(events[index].time) {
            answer.inbound += 1
            let (chase, again) = (isChase(events, index), isRepeat(events, index))
            if chase { answer.chases += 1 }
            if again { answer.repeats += 1 }
            if chase || again || leaking.contains(index) { answer.avoidable += 1 }
        }
    }

    /// Positions of the start of each lost attempt, and of the contact that followed.
    private func lostAttempts(_ events: [EventRecord]) -> [(start: Int, contact: Int?)] {
        let digital = events.indices.filter { kind(events[$0]) == .digital }
        var found: [(Int, Int?)] = []
        var next = 0
        while next < digital.count {
            let start = digital[next]
            guard transactions.has(events[start], .start) else {
                next += 1
                continue
            }
            var last = start
            var isDone = transactions.completes(events[start])
            next += 1
            while !isDone, next < digital.count, events[digital[next]].time.since(events[last].time) <= 24 * .hour {
                last = digital[next]
                isDone = transactions.completes(events[last])
                next += 1
            }
            let limit = events[last].time.advanced(by: 24 * .hour)
            if isDone || limit > horizon { continue }
            let contact = events.indices.first { index in
                index > last && kind(events[index]) == .assisted && events[index].time <= limit
            }
            found.append((start, contact))
        }
        return found
    }

    private func isChase(_ events: [EventRecord], _ contact: Int) -> Bool {
        let event = events[contact]
        if closes(event) || transactions.has(event, .start) || transactions.has(event, .end) { return false }
        let service = event.named(Dimension.service)
        let recordsOutcomes = transactions.records.contains {
            $0.named(Dimension.service) == service && closes($0) && !transactions.has($0, .end)
        }
        guard recordsOutcomes else { return false }
        let role: TouchpointRole = transactions.hasEnd(service) ? .end : .start
        return events[..<contact].indices.contains { index in
            guard transactions.has(events[index], role), events[index].time < event.time else { return false }
            if events[index..<contact].contains(where: closes) { return false }
            let gaps = zip(events[index...contact], events[index...contact].dropFirst())
            return events[index].caseID != nil || gaps.allSatisfy { $1.time.since($0.time) <= 28 * .day }
        }
    }

    private func isRepeat(_ events: [EventRecord], _ contact: Int) -> Bool {
        events[..<contact].contains { earlier in
            guard earlier.named(Dimension.outcome) == Outcome.resolved else { return false }
            let reasons = Set([earlier, events[contact]].compactMap { $0.named(Dimension.reason) })
            return events[contact].time.since(earlier.time) <= 7 * .day && reasons.count <= 1
        }
    }
}
