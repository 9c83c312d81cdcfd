import JourneyModel
import Tallies

extension EquityQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> EquityTally { try await index.equity(self) }
}

extension Workbench {
    /// Completion by the groups of a trait (D21).
    ///
    /// - Throws: `AnalysisError.unknownDimension`; `invalid` where `query.trait` is no trait; `CancellationError`.
    fileprivate func equity(_ query: EquityQuery) async throws -> EquityTally {
        let dimension = try source.dimension(query.trait)
        if case .event = dimension.place {
            throw AnalysisError.invalid(
                "'\(query.trait)' describes events, not people",
                hint: "choose a trait, such as \(traitExample); to compare channels use a funnel's breakdown"
            )
        }
        let ground = try await desk.ground(self, query.scope)
        let transactions = try await desk.transactions(self, ground, trait: dimension)
        let counts = transactions.group(of: dimension.name) ?? GroupCompletion(dimension, of: source)
        var groups = TallyTable<ValueName, EquityTally.Group>()
        for (code, count) in counts.groups.enumerated() where count.started > 0 {
            let group = EquityTally.Group(
                started: count.started,
                completed: count.completed,
                people: counts.people.counts[code]
            )
            groups.add(group, to: dimension.valueName(of: Int32(code - 1)))
        }
        return EquityTally(
            scope: ground.tally(events: ground.events, subjects: ground.subjects),
            groups: groups,
            isAnyStartSeen: ground.rules.hasStart.contains(true)
        )
    }

    private var traitExample: String {
        source.personTraits.first.map { "'\($0.name)'" } ?? "person.region"
    }
}
