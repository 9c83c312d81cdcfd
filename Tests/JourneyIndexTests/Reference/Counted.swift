import JourneyModel

/// One subject or attempt with everything that is counted of it (D3, D4, D6, D9).
struct Counted {
    let funnel: ReferenceFunnel
    let outcome: ReferenceFunnel.Outcome
    let horizon: Int64

    static func all(
        _ query: FunnelQuery,
        _ events: [EventRecord],
        _ horizon: Int64,
        onlyValue: String?? = nil
    ) -> [Counted] {
        var funnel = ReferenceFunnel(query, events)
        funnel.onlyValue = onlyValue
        return funnel.outcomes().map { Counted(funnel: funnel, outcome: $0, horizon: horizon) }
    }

    var isConverted: Bool { outcome.depth == funnel.required.count }

    var isPending: Bool {
        guard !isConverted, let window = funnel.query.window, let latest = outcome.latestEntry else { return false }
        return latest + window > horizon
    }

    var isMature: Bool {
        guard isConverted else { return !isPending }
        return funnel.query.window.map { outcome.start + $0 <= horizon } ?? true
    }

    var duration: Int64 { (outcome.chain.last.map(funnel.time) ?? 0) - outcome.start }

    var observed: Int64 {
        min(max(0, horizon - (outcome.latestEntry ?? outcome.start)), funnel.query.window ?? .max)
    }

    /// The events of the optional steps of `index` on the way, and the event they are measured from.
    func optional(_ index: Int) -> (from: Int, event: Int)? {
        let query = funnel.query
        let step = query.steps[index]
        let after = query.steps.prefix(index).count { !$0.isOptional }
        let count = funnel.required.count
        guard outcome.depth >= min(after + 1, count) else { return nil }
        let chain = outcome.chain
        let isAny = query.order == .any
        let from = isAny ? chain[0] : chain[after - 1]
        let found = funnel.events.indices.first { event in
            guard funnel.matches(event, step), !chain.contains(event), funnel.isInWindow(event, of: chain[0]),
                funnel.follows(event, from)
            else { return false }
            if !isAny, after < count, !funnel.follows(chain[after], event) { return false }
            let gap = funnel.time(event) - funnel.time(from)
            return gap >= step.minimumGap ?? 0 && gap <= step.maximumGap ?? .max
        }
        return found.map { (from, $0) }
    }

    /// D9: the first event after the chain's last, none of the chain, within the window.
    var next: Int? {
        guard let last = outcome.chain.last else { return nil }
        let rest = funnel.events.indices.filter { $0 > last && !outcome.chain.contains($0) }
        return rest.first.flatMap { event in
            let end = funnel.query.window.map { outcome.start + $0 } ?? .max
            return funnel.time(event) <= end ? event : nil
        }
    }

    /// Whether the last step was taken, or an end point reached, after entry and within the window, in the entry's service.
    func isCompletedOtherwise(_ roles: [JourneySnapshot.RoleDeclaration]) -> Bool {
        guard let entry = outcome.chain.first, let last = funnel.required.last else { return false }
        let service = funnel.events[entry].value(Dimension.service)
        return funnel.events.indices.contains { index in
            let event = funnel.events[index]
            let end = funnel.query.window.map { outcome.start + $0 } ?? .max
            guard index > entry, funnel.time(index) <= end, event.value(Dimension.service) == service else {
                return false
            }
            if funnel.query.order != .any, event.meets(last) { return true }
            return roles.contains { role in
                role.role == .end && role.touchpoint == event.touchpoint && role.service.map { $0 == service } ?? true
            } && !Outcome.failed.contains(event.value(Dimension.outcome) ?? "")
        }
    }

    /// D6, for attributions that put a subject into one group.
    func value(of dimension: String) -> String? {
        let values = outcome.chain.map { funnel.events[$0].value(dimension) }
        switch funnel.query.attribution {
        case .firstTouch: return values.compactMap { $0 }.first
        case .lastTouch: return values.compactMap { $0 }.last
        case .allSteps: return nil
        case .step(let step):
            let depth = funnel.query.steps.prefix(step).count { !$0.isOptional }
            return depth <= values.count ? values[depth - 1] : nil
        case .earliestEntry:
            return funnel.entryGroups().flatMap { $0 }.min().flatMap { funnel.events[$0].value(dimension) }
        }
    }

    static func step(
        _ index: Int,
        _ units: [Counted],
        _ query: FunnelQuery,
        _ roles: [JourneySnapshot.RoleDeclaration]
    ) -> FunnelDigest.Step {
        var step = FunnelDigest.Step()
        let depth = query.steps.prefix(index + 1).count { !$0.isOptional }
        func median(_ spans: [Int64]) -> Double? { quantile(ofSorted: spans.sorted().map(Double.init), 0.5) }
        func share(_ count: Int, _ total: Int) -> Double? { total == 0 ? nil : Double(count) / Double(total) }
        let count = units.first?.funnel.required.count ?? 0
        if query.steps[index].isOptional {
            let found = units.compactMap { unit in unit.optional(index).map { (unit.funnel, $0) } }
            step.reached = found.count
            step.median = median(found.map { $0.time($1.event) - $0.time($1.from) })
            step.ofPrevious = share(found.count, units.count { $0.outcome.depth >= min(depth + 1, count) })
            return step
        }
        let here = units.filter { $0.outcome.depth == depth && !$0.isConverted }
        let dropped = here.filter { !$0.isPending }
        step.reached = units.count { $0.outcome.depth >= depth }
        step.dropped = dropped.count
        step.pending = here.count(where: \.isPending)
        step.ofPrevious = share(step.reached, depth == 1 ? units.count : units.count { $0.outcome.depth >= depth - 1 })
        if depth > 1 {
            step.median = median(
                units.filter { $0.outcome.depth >= depth }.map { unit in
                    unit.funnel.time(unit.outcome.chain[depth - 1]) - unit.funnel.time(unit.outcome.chain[depth - 2])
                }
            )
        }
        let stopped = dropped.filter { !$0.isCompletedOtherwise(roles) }
        step.completedOtherwise = dropped.count - stopped.count
        step.nothingNext = stopped.count { $0.next == nil }
        let places = Dictionary(grouping: stopped.filter { $0.next != nil }) { unit -> [String?] in
            let event = unit.next.map { unit.funnel.events[$0] }
            return [event?.touchpoint, event?.value(Dimension.channel)]
        }
        step.next = places.map { place, units in
            FunnelResult.NextTouchpoint(
                touchpoint: place[0] ?? "",
                channel: place[1],
                subjects: units.count,
                medianDelay: median(
                    units.compactMap { unit in
                        guard let next = unit.next, let last = unit.outcome.chain.last else { return nil }
                        return unit.funnel.time(next) - unit.funnel.time(last)
                    }
                )
            )
        }
        step.next.sort {
            ($1.subjects, $0.touchpoint, $0.channel ?? "") < ($0.subjects, $1.touchpoint, $1.channel ?? "")
        }
        step.next = Array(step.next.prefix(10))
        return step
    }
}
