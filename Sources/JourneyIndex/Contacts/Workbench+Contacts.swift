import JourneyModel
import Tallies

extension ContactsQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> ContactsTally { try await index.contacts(self) }
}

extension Workbench {
    /// Contacts that a better service would have avoided, inferred from the events (D18).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func contacts(_ query: ContactsQuery) async throws -> ContactsTally {
        let ground = try await desk.ground(self, query.scope)
        let (rules, costs) = (ground.rules, source.costs)
        let counts = try await ContactScan.counts(self, ground, TransactionCosts(costs, scope: query.scope))
        return ContactsTally(
            scope: ground.tally,
            inbound: counts.inbound,
            chases: counts.chases,
            repeats: counts.repeats,
            avoidable: counts.avoidable,
            services: counts.named(rules),
            costs: costs,
            end: ground.end,
            signs: ContactsTally.Signs(
                assistedChannel: rules.kinds.contains(.assisted),
                start: rules.hasStart.contains(true),
                closingOutcome: rules.recordsOutcomes.contains(true),
                resolved: rules.outcomes.has(.resolved)
            )
        )
    }
}
