import JourneyModel
import Tallies

extension FirstFunnelQuestion: IndexRefinedQuestion {
    func tally(in index: Workbench) async throws -> FirstFunnelTally { try await index.firstFunnel() }

    func details(of chosen: [FunnelWay], in index: Workbench) async throws -> FirstFunnelTally.Details {
        try await index.ways(chosen)
    }
}

extension Workbench {
    /// What whole journeys say of the funnel to show first: all of the store, whatever anybody looks at.
    ///
    /// - Throws: `CancellationError`.
    fileprivate func firstFunnel() async throws -> FirstFunnelTally {
        var tally = FirstFunnelTally(roles: Set(source.roles))
        guard let touchpoints = source.dimensionIfAny(Dimension.touchpoint) else { return tally }
        if let declarations = source.declared?.declarations {
            // One with a step that is nowhere in the data is none that anybody could look at.
            func isKnown(_ funnel: Declarations.Funnel) -> Bool {
                funnel.steps.allSatisfy { $0.alternatives.allSatisfy { touchpoints.isKnown($0.touchpoint) } }
            }
            if let first = declarations.funnels.first(where: isKnown) {
                tally.declared = [.init(service: nil, funnel: first)]
                return tally
            }
            tally.declared = declarations.services.compactMap { service in
                service.funnel.flatMap { isKnown($0) ? .init(service: service.name, funnel: $0) : nil }
            }
        }
        let rules = try await desk.rules(self)
        let parts = try await RouteScan.counts(
            self,
            into: { FirstFunnelCounts(services: rules.services.count, touchpoints: touchpoints.values.count) },
            result: \.part
        )
        for part in parts { tally.add(part, rules, touchpoints) }
        return tally
    }

    /// What journeys take on each of `ways`, and in what order.
    ///
    /// - Throws: `CancellationError`.
    fileprivate func ways(_ ways: [FunnelWay]) async throws -> FirstFunnelTally.Details {
        guard !ways.isEmpty, let touchpoints = source.dimensionIfAny(Dimension.touchpoint) else {
            return FirstFunnelTally.Details()
        }
        let rules = try await desk.rules(self)
        let parts = try await RouteScan.counts(
            self,
            into: { WayCounts(ways, rules, touchpoints) },
            result: \.details
        )
        var details = FirstFunnelTally.Details()
        for part in parts { details.add(part) }
        return details
    }
}
