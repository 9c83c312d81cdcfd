import JourneyModel

/// The chains of one subject by exhaustive search, straight from D2 and D5: every sequence of distinct events is tried.
struct ReferenceFunnel {
    struct Outcome {
        var depth: Int
        /// Indices of the chain's events.
        var chain: [Int]
        var start: Int64
        var latestEntry: Int64?
    }

    let query: FunnelQuery
    let events: [EventRecord]
    /// Restricts step events to those with this value of the breakdown's dimension (D6, all steps).
    var onlyValue: String??

    init(_ query: FunnelQuery, _ events: [EventRecord]) {
        self.query = query
        self.events = events
    }

    var required: [FunnelStep] { query.steps.filter { !$0.isOptional } }
    var isEvery: Bool { query.entry == .every || query.scope.unit == .attempt }

    func time(_ index: Int) -> Int64 { events[index].time.milliseconds }

    /// In nanoseconds: what a millisecond does not tell apart, the sequence may.
    func instant(_ index: Int) -> Int64 {
        time(index) * 1_000_000 + FineOrder.nanoseconds(of: events[index].sequence ?? 0)
    }

    func matches(_ event: Int, _ step: FunnelStep) -> Bool {
        if let onlyValue, let breakdown = query.breakdown, events[event].value(breakdown) != onlyValue { return false }
        return events[event].meets(step)
    }

    func matches(_ event: Int, depth: Int) -> Bool { matches(event, required[depth - 1]) }

    func isStep(_ event: Int) -> Bool { required.contains { matches(event, $0) } }

    /// D1: whether `later` may follow upon `earlier`.
    func follows(_ later: Int, _ earlier: Int) -> Bool {
        switch query.ties {
        case .permissive: later != earlier && instant(later) >= instant(earlier)
        case .strict: instant(later) > instant(earlier)
        case .file: later > earlier
        }
    }

    /// Whether `middle` lies between the two: in time, or under ties by file in the file.
    func isBetween(_ middle: Int, _ earlier: Int, _ later: Int) -> Bool {
        if query.ties == .file { return middle > earlier && middle < later }
        return instant(middle) > instant(earlier) && instant(middle) < instant(later)
    }

    func isInWindow(_ event: Int, of entry: Int) -> Bool {
        query.window.map { time(event) - time(entry) <= $0 } ?? true
    }

    // MARK: Exclusions

    /// Whether the event is an exclusion for chains of `depth`.
    func excludes(_ event: Int, at depth: Int) -> Bool {
        query.exclusions.contains { exclusion in
            guard events[event].meets(exclusion.touchpoint) else { return false }
            let first = query.steps.prefix(exclusion.afterStep).count { !$0.isOptional }
            let last = exclusion.beforeStep.map { before in query.steps.prefix(before - 1).count { !$0.isOptional } }
            return depth >= first && depth <= last ?? required.count - 1
        }
    }

    /// D2, strict: an event between the two that is neither a repeat of the step reached nor an optional one after it.
    func intervenes(from earlier: Int, to later: Int, depth: Int, entry: Int) -> Bool {
        guard query.order == .strict else { return false }
        return events.indices.contains { middle in
            guard isBetween(middle, earlier, later) else { return false }
            let service = events[middle].value(Dimension.service)
            guard query.interveningEventsOfAllServices || service == events[entry].value(Dimension.service) else {
                return false
            }
            return !matches(middle, depth: depth) && !optionals(after: depth).contains { matches(middle, $0) }
        }
    }

    func optionals(after depth: Int) -> [FunnelStep] {
        var before = 0
        return query.steps.filter { step in
            if !step.isOptional { before += 1 }
            return step.isOptional && before == depth
        }
    }

    /// D5: an exclusion between two events of a chain that had reached `depth` with the first.
    func isBroken(from earlier: Int, to later: Int, depth: Int) -> Bool {
        events.indices.contains { middle in
            guard excludes(middle, at: depth) else { return false }
            if isBetween(middle, earlier, later) { return true }
            return query.ties == .permissive && instant(middle) == instant(earlier) && instant(later) > instant(earlier)
                && !isStep(middle)
        }
    }

    /// Whether the exclusion `event` meets a chain that ends with `last` at `depth`, and the chain is still open then.
    func strikes(_ event: Int, last: Int, depth: Int, entry: Int) -> Bool {
        guard depth < required.count, excludes(event, at: depth), isInWindow(event, of: entry) else { return false }
        switch query.ties {
        case .permissive:
            guard instant(event) > instant(last) || (instant(event) == instant(last) && !isStep(event)) else {
                return false
            }
        case .strict: guard instant(event) > instant(last) else { return false }
        case .file: guard event > last else { return false }
        }
        if let longest = required[depth].maximumGap, time(event) - time(last) > longest { return false }
        if intervenes(from: last, to: event, depth: depth, entry: entry) { return false }
        return !isBroken(from: last, to: event, depth: depth)
    }

    // MARK: Chains

    /// All clean chains that begin with one of `entries`.
    func chains(from entries: [Int]) -> [[Int]] {
        var found: [[Int]] = []
        func extend(_ chain: [Int]) {
            found.append(chain)
            guard chain.count < required.count, let first = chain.first, let last = chain.last else { return }
            let step = required[chain.count]
            for next in events.indices where !chain.contains(next) && matches(next, step) && follows(next, last) {
                let gap = time(next) - time(last)
                guard isInWindow(next, of: first), gap >= step.minimumGap ?? .min, gap <= step.maximumGap ?? .max,
                    !intervenes(from: last, to: next, depth: chain.count, entry: first),
                    !isBroken(from: last, to: next, depth: chain.count)
                else { continue }
                extend(chain + [next])
            }
        }
        for entry in entries { extend([entry]) }
        return found
    }

    /// Entries that belong together: of one instant (and under strict order one service), or a single event (ties by
    /// file); in order.
    func entryGroups() -> [[Int]] {
        let isEntry: (Int) -> Bool = { query.order == .any ? isStep($0) : matches($0, depth: 1) }
        var groups: [[Int]] = []
        for event in events.indices where isEntry(event) && query.scope.range.contains(events[event].time) {
            let known = groups.firstIndex { belongTogether($0[0], event) }
            if let known { groups[known].append(event) } else { groups.append([event]) }
        }
        return groups
    }

    private func belongTogether(_ first: Int, _ second: Int) -> Bool {
        guard query.ties != .file, instant(first) == instant(second) else { return false }
        guard query.order == .strict, !query.interveningEventsOfAllServices else { return true }
        return events[first].value(Dimension.service) == events[second].value(Dimension.service)
    }

    /// The smallest chain of that depth, event by event.
    func firstChain(_ chains: [[Int]], depth: Int) -> [Int] {
        chains.filter { $0.count == depth }.min { $0.lexicographicallyPrecedes($1) } ?? []
    }
}
