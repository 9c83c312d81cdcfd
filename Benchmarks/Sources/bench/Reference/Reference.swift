import JourneyModel

/// The six questions answered the slow and obvious way, from the file itself, with nothing of what is measured.
struct Reference {
    /// In the order of time; of one instant in the order of the file.
    private let journeys: [String: [ReferenceEvent]]

    /// - Throws: `Complaint`; what the file system says.
    init(events: String) throws {
        journeys = try Dictionary(grouping: ReferenceEvent.read(events), by: \.person).mapValues { events in
            events.sorted { $0.time < $1.time }
        }
    }

    func rows(_ question: PeerQuestion) -> [AnswerRow] {
        switch question {
        case .funnel: [AnswerRow(Self.reached(journeys.values.map(Self.depth)))]
        case .funnelByChannel: funnelByChannel()
        case .filteredFunnel: [AnswerRow(Self.reached(journeys.values.map { Self.depth($0.filter(Self.isFiltered)) }))]
        case .months: months()
        case .pairs: pairs()
        case .timeToConvert: [timeToConvert()]
        }
    }

    private func funnelByChannel() -> [AnswerRow] {
        var depths: [String: [Int]] = [:]
        for events in journeys.values {
            guard let entry = events.first(where: { $0.touchpoint == TownFunnel.steps[0] }) else { continue }
            depths[entry.channel, default: []].append(Self.depth(events))
        }
        return depths.sorted { $0.key < $1.key }.map { AnswerRow([.text($0.key)] + Self.reached($0.value)) }
    }

    private func months() -> [AnswerRow] {
        struct Key: Hashable { var month, channel: String }
        var events: [Key: Int] = [:]
        var people: [Key: Set<String>] = [:]
        for event in journeys.values.joined() {
            let day = Zone.utc.date(at: Timestamp(milliseconds: event.time))
            let key = Key(month: Period(.month, containing: day).label, channel: event.channel)
            events[key, default: 0] += 1
            people[key, default: []].insert(event.person)
        }
        return events.keys.sorted { ($0.month, $0.channel) < ($1.month, $1.channel) }.map { key in
            AnswerRow([
                .text(key.month), .text(key.channel), .count(events[key] ?? 0), .count(people[key]?.count ?? 0),
            ])
        }
    }

    private func pairs() -> [AnswerRow] {
        struct Pair: Hashable { var from, to: String }
        var counts: [Pair: Int] = [:]
        for events in journeys.values {
            for (one, next) in zip(events, events.dropFirst()) {
                counts[Pair(from: one.touchpoint, to: next.touchpoint), default: 0] += 1
            }
        }
        return counts.sorted { ($1.value, $0.key.from, $0.key.to) < ($0.value, $1.key.from, $1.key.to) }.prefix(20)
            .map { AnswerRow([.text($0.key.from), .text($0.key.to), .count($0.value)]) }
    }

    /// D4: from the earliest entry that leads to the last step, over those who convert.
    private func timeToConvert() -> AnswerRow {
        let times = journeys.values.compactMap(Self.timeToConvert).sorted()
        return AnswerRow([.count(times.count), .number(Self.quantile(times, 0.5)), .number(Self.quantile(times, 0.9))])
    }
}

extension Reference {
    /// How many steps a person gets, from whichever entry leads furthest (D2); 0 for those who never enter.
    private static func depth(_ events: [ReferenceEvent]) -> Int {
        events.indices.map { chain(events, from: $0).count }.max() ?? 0
    }

    private static func timeToConvert(_ events: [ReferenceEvent]) -> Int64? {
        for start in events.indices {
            let chain = chain(events, from: start)
            if chain.count == TownFunnel.steps.count { return chain[chain.count - 1] - chain[0] }
        }
        return nil
    }

    /// The times of the steps made from the event at `start` on, each as early as can be; none where it is no entry.
    private static func chain(_ events: [ReferenceEvent], from start: Int) -> [Int64] {
        var times: [Int64] = []
        for event in events[start...] {
            if times.isEmpty, event.touchpoint != TownFunnel.steps[0] { return [] }
            guard times.count < TownFunnel.steps.count, event.touchpoint == TownFunnel.steps[times.count] else {
                continue
            }
            if let entry = times.first, event.time - entry > TownFunnel.days * .day { break }
            times.append(event.time)
        }
        return times
    }

    private static func reached(_ depths: [Int]) -> [AnswerRow.Cell] {
        TownFunnel.steps.indices.map { step in .count(depths.count { $0 > step }) }
    }

    private static func isFiltered(_ event: ReferenceEvent) -> Bool {
        TownFunnel.passportInThreeRegions.allSatisfy { filter in
            filter.values.contains(filter.dimension == Dimension.service ? event.service : event.region)
        }
    }

    /// Rule R-7; 0 where there are no times.
    private static func quantile(_ sorted: [Int64], _ share: Double) -> Double {
        guard let last = sorted.last else { return 0 }
        let place = Double(sorted.count - 1) * share
        let low = Double(sorted[Int(place)])
        let high = Double(Int(place) + 1 < sorted.count ? sorted[Int(place) + 1] : last)
        return low + (place - place.rounded(.down)) * (high - low)
    }
}
