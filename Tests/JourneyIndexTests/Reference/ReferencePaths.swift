import JourneyModel

/// Paths, branches, variants and channels read straight from the definitions, a subject and an event at a time.
enum ReferencePaths {
    static func median(_ spans: [Int64]) -> Double? {
        quantile(ofSorted: spans.sorted().map(Double.init), 0.5)
    }

    /// Everything of a `PathsResult` but its receipt and its hand-offs, which are handed in.
    static func paths(
        _ query: PathsQuery,
        _ journeys: [ReferenceJourney],
        _ handOffs: HandOffsResult?,
        _ receipt: Receipt
    ) -> PathsResult {
        let pairs = journeys.enumerated().flatMap { number, journey in
            zip(journey.events, journey.events.dropFirst()).map { (number, $0, $1) }
        }
        let byPair = Dictionary(grouping: pairs) { [$0.1.touchpoint, $0.2.touchpoint] }
        let transitions = byPair.map { names, pairs in
            PathsResult.Transition(
                from: names[0],
                to: names[1],
                count: pairs.count,
                subjects: Set(pairs.map(\.0)).count,
                share: .rate(pairs.count, of: byPair.filter { $0.key[0] == names[0] }.values.joined().count, .d9),
                medianGap: median(pairs.map { $0.2.time.milliseconds - $0.1.time.milliseconds })
            )
        }
        return PathsResult(
            query: query,
            transitions: Array(
                transitions.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }.prefix(query.top)
            ),
            transitionTotal: pairs.count,
            distinctTransitions: transitions.count,
            starts: values(journeys.compactMap(\.events.first?.touchpoint)),
            ends: values(journeys.compactMap(\.events.last?.touchpoint)),
            handOffs: handOffs,
            rework: rework(journeys),
            receipt: receipt
        )
    }

    private static func rework(_ journeys: [ReferenceJourney]) -> [PathsResult.Rework] {
        var found: [String: PathsResult.Rework] = [:]
        for journey in journeys {
            let names = journey.events.map(\.touchpoint)
            for name in Set(names) {
                let places = names.indices.filter { names[$0] == name }
                guard places.count > 1 else { continue }
                var entry = found[name] ?? .init(touchpoint: name, selfLoops: 0, repetitions: 0, subjects: 0)
                for place in places.dropFirst() {
                    if names[place - 1] == name { entry.selfLoops += 1 } else { entry.repetitions += 1 }
                }
                entry.subjects += 1
                found[name] = entry
            }
        }
        return found.values.sorted { ($1.subjects, $0.touchpoint) < ($0.subjects, $1.touchpoint) }
    }

    static func branches(
        _ query: BranchesQuery,
        _ journeys: [ReferenceJourney],
        _ receipt: Receipt
    ) -> BranchesResult {
        var found: [String?: [Int64]] = [:]
        for journey in journeys {
            // Backward is forward on the journey turned round, but from its first anchor, not its last.
            guard let anchor = journey.events.firstIndex(where: { $0.touchpoint == query.path[0] }) else { continue }
            let run =
                query.direction == .forward
                ? Array(journey.events[anchor...]) : Array(journey.events[...anchor].reversed())
            guard run.count >= query.path.count, run.prefix(query.path.count).map(\.touchpoint) == query.path else {
                continue
            }
            let rest = run.dropFirst(query.path.count)
            let last = run[query.path.count - 1]
            found[rest.first?.touchpoint, default: []].append(
                rest.first.map { abs($0.time.milliseconds - last.time.milliseconds) } ?? 0
            )
        }
        let subjects = found.values.joined().count
        let branches = found.map { name, delays in
            BranchesResult.Branch(
                touchpoint: name,
                subjects: delays.count,
                share: .rate(delays.count, of: subjects, .d9),
                medianDelay: name == nil ? nil : median(delays)
            )
        }
        return BranchesResult(
            query: query,
            subjects: subjects,
            branches: branches.sorted {
                ($1.subjects, $0.touchpoint ?? "~") < ($0.subjects, $1.touchpoint ?? "~")
            },
            receipt: receipt
        )
    }

    static func variants(
        _ query: VariantsQuery,
        _ journeys: [ReferenceJourney],
        _ receipt: Receipt
    ) -> VariantsResult {
        func path(_ journey: ReferenceJourney) -> [String] {
            journey.events.map(\.touchpoint).reduce(into: []) { path, name in
                if !query.collapsesRepeats || path.last != name { path.append(name) }
            }
        }
        func throughput(_ journey: ReferenceJourney) -> Int64 {
            let times = journey.events.map(\.time.milliseconds)
            return (times.max() ?? 0) - (times.min() ?? 0)
        }
        let groups = Dictionary(grouping: journeys, by: path)
        let variants = groups.map { path, journeys in
            VariantsResult.Variant(
                path: path,
                count: journeys.count,
                share: .rate(journeys.count, of: groups.values.joined().count, .d9),
                medianThroughput: median(journeys.map(throughput))
            )
        }
        let sorted = variants.sorted { left, right in
            left.count == right.count ? left.path.lexicographicallyPrecedes(right.path) : left.count > right.count
        }
        let all = journeys.map(throughput).sorted().map(Double.init)
        return VariantsResult(
            query: query,
            subjects: journeys.count,
            distinct: groups.count,
            variants: Array(sorted.prefix(query.top)),
            medianThroughput: quantile(ofSorted: all, 0.5),
            p90Throughput: quantile(ofSorted: all, 0.9),
            receipt: receipt
        )
    }

    /// Cells of channels; `records` are all events in scope, with and without subjects, `all` those of the store, which are
    /// no later than their recording. Each channel has a cell in each period from the store's first event, or the range's
    /// beginning, to its last event, or the range's end.
    static func cells(
        _ query: ChannelsQuery,
        _ journeys: [ReferenceJourney],
        _ records: [EventRecord],
        of all: [EventRecord]
    ) -> [ChannelsResult.Cell] {
        func period(_ time: Timestamp) -> Period { Period(query.every, containing: query.scope.zone.date(at: time)) }
        func channel(_ event: EventRecord) -> String { event.value("channel") ?? Dimension.notSet }
        let times = all.map(\.time)
        guard let first = times.min(), let last = times.max() else { return [] }
        let range = query.scope.range
        let from = max(first, range.from ?? first)
        let to = min(last, range.to?.advanced(by: -1) ?? last)
        var periods: Set<Period> = []
        var next = period(from)
        while next <= period(to) {
            periods.insert(next)
            next = next.advanced(by: 1)
        }
        var cells: [ChannelsResult.Cell] = []
        for period in periods {
            for name in Set(records.map(channel)) {
                func isHere(_ event: EventRecord) -> Bool {
                    Period(query.every, containing: query.scope.zone.date(at: event.time)) == period
                        && channel(event) == name
                }
                let subjects = journeys.count { $0.events.contains(where: isHere) }
                let events = records.count(where: isHere)
                cells.append(.init(period: period, channel: name, events: events, subjects: subjects))
            }
        }
        return cells.sorted { ($0.period, $0.channel) < ($1.period, $1.channel) }
    }

    private static func values(_ names: [String]) -> [Catalog.Value] {
        Dictionary(grouping: names) { $0 }
            .map { Catalog.Value(name: $0, count: $1.count) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
