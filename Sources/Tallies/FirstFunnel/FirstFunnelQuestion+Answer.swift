public import JourneyModel

extension FirstFunnelQuestion: RefinedQuestion {
    /// At most so many steps where whole journeys say which.
    private static let longest = 6

    public func chosen(from tally: FirstFunnelTally) -> [FunnelWay] {
        // What is declared is not looked for.
        guard tally.declared.isEmpty else { return [] }
        return [FunnelWay.byRoles(tally), FunnelWay.byCompletion(tally)].compactMap { $0 } + FunnelWay.byEnds(tally)
    }

    public func refined(_ tally: FirstFunnelTally, with details: FirstFunnelTally.Details) -> FirstFunnelTally {
        var tally = tally
        tally.details = details
        return tally
    }

    public func answer(from tally: FirstFunnelTally) -> FirstFunnel {
        if let declared = declared(tally) { return declared }
        let found = zip(chosen(from: tally), tally.details.ways).map { way, route in
            (way: way, funnel: funnel(way, route))
        }
        for source in FirstFunnelSource.allCases {
            let funnels = found.filter { $0.way.source == source }.map(\.funnel)
            // A funnel of two steps says little: another end may share more.
            let first = funnels.first { $0.path.count > 2 } ?? funnels.first { $0.path.count > 1 }
            if let first { return first }
        }
        return FirstFunnel()
    }

    /// Of the services that have a funnel, the one with the most starts.
    private func declared(_ tally: FirstFunnelTally) -> FirstFunnel? {
        func started(_ funnel: FirstFunnelTally.DeclaredFunnel) -> Int {
            tally.services[ValueName(funnel.service)]?.started ?? 0
        }
        let first = tally.declared.min { (started($1), $0.service ?? "") < (started($0), $1.service ?? "") }
        guard let first else { return nil }
        let steps = first.funnel.steps.map { step in
            FirstFunnel.Step(step: step, taken: .absent(.d10, because: .notAskedFor), isDeclared: true)
        }
        var funnel = FirstFunnel(source: .declared, path: steps, service: first.service)
        (funnel.name, funnel.within) = (first.funnel.name, first.funnel.within)
        return funnel
    }

    private func funnel(_ way: FunnelWay, _ route: FirstFunnelTally.Route) -> FirstFunnel {
        let isTaken = way.candidates.indices.map { candidate in
            if way.ownToOne.contains(candidate) { return false }
            // Where nobody finishes, what is declared is all that is known.
            return route.finished == 0
                ? way.candidates[candidate].rank != nil : route.taken(candidate) * 2 >= route.finished
        }
        let all = majorityOrder(way.candidates.indices.filter { isTaken[$0] }) { route.count($0, before: $1) }
        let steps = shortened(way.source == .roles ? byRank(all, way) : all, way, route)
        let leftOut = way.candidates.indices.filter { !isTaken[$0] && way.candidates[$0].rank != nil }
        return FirstFunnel(
            source: way.source,
            path: steps.map { candidate in
                FirstFunnel.Step(
                    step: step(way.candidates[candidate]),
                    taken: .rate(route.taken(candidate), of: route.finished, .d10),
                    isDeclared: way.candidates[candidate].rank != nil
                )
            },
            service: way.services.name,
            finished: route.finished,
            leftOut: leftOut.map { step(way.candidates[$0]).name }
        )
    }

    private func step(_ candidate: FunnelWay.Candidate) -> FunnelStep {
        FunnelStep(
            candidate.touchpoints.enumerated().map { place, touchpoint in
                StepPredicate(touchpoint: touchpoint.text, filters: candidate.filters(of: place))
            }
        )
    }

    /// Roles in their order, and what most take between start and end there; what comes before the start is no step.
    private func byRank(_ order: [Int], _ way: FunnelWay) -> [Int] {
        let start = order.firstIndex { way.candidates[$0].rank == 0 } ?? order.startIndex
        let kept = order.indices.filter { way.candidates[order[$0]].rank != nil || $0 > start }
        func rank(_ place: Int) -> Int { way.candidates[order[place]].rank ?? 1 }
        return kept.sorted { (rank($0), $0) < (rank($1), $1) }.map { order[$0] }
    }

    /// Of a longer way the first and the last step are kept, what is declared, and of the rest what most take.
    private func shortened(_ steps: [Int], _ way: FunnelWay, _ route: FirstFunnelTally.Route) -> [Int] {
        let fixed = Set([steps.first, steps.last].compactMap { $0 } + steps.filter { way.candidates[$0].rank != nil })
        let rest = steps.filter { !fixed.contains($0) }.sorted { left, right in
            let (own, others) = (route.taken(left), route.taken(right))
            return own != others ? own > others : left < right
        }
        let kept = fixed.union(rest.prefix(max(0, Self.longest - fixed.count)))
        // Without what is left away the rest may need another order.
        let left = steps.filter(kept.contains)
        return way.source == .roles || left.count == steps.count
            ? left : majorityOrder(left) { route.count($0, before: $1) }
    }
}

extension FunnelWay.Services {
    /// Nil: all, or what names no service.
    fileprivate var name: String? {
        switch self {
        case .all: nil
        case .one(let service): service.name
        }
    }
}
