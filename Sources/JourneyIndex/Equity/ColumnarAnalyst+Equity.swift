import JourneyModel
import Tallies

extension EquityQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> EquityResult { try await index.equity(self) }
}

extension ColumnarAnalyst {
    /// Completion by the groups of a trait, worst first (D21). Who has no value of the trait is in every group's rest, and
    /// in `unknown`.
    ///
    /// - Throws: `AnalysisError.unknownDimension`; `invalid` where `query.trait` is no trait; `CancellationError`.
    func equity(_ query: EquityQuery) async throws -> EquityResult {
        let dimension = try source.dimension(query.trait)
        if case .event = dimension.place {
            throw AnalysisError.invalid(
                "'\(query.trait)' describes events, not people",
                hint: "choose a trait, such as \(traitExample); to compare channels use a funnel's breakdown"
            )
        }
        let ground = try await desk.ground(self, query.scope)
        let tally = try await desk.transactions(self, ground, trait: dimension)
        let counts = tally.group(of: dimension.name) ?? GroupCompletion(dimension, of: source)
        let groups = counts.groups.indices.dropFirst().compactMap { code -> EquityResult.Group? in
            let count = counts.groups[code]
            guard count.started > 0 else { return nil }
            return EquityResult.Group(
                value: counts.values[code - 1],
                completion: .rate(count.completed, of: count.started, .d21),
                people: counts.people.counts[code],
                againstRest: counts.againstRest(code)
            )
        }
        return EquityResult(
            query: query,
            groups: groups.sorted { left, right in
                let (a, b) = (left.completion.value ?? 2, right.completion.value ?? 2)
                return a == b ? left.value < right.value : a < b
            },
            unknown: .rate(counts.people.counts[0], of: counts.people.total, .d21),
            receipt: ground.receipt(
                [.d21, .d12, .d7],
                events: ground.events,
                subjects: ground.subjects,
                facts: [
                    Receipt.Fact(.transactionsDue, .count(counts.overall.started)),
                    Receipt.Fact(.completedWithin, .span(journeyGap)),
                ],
                notes: notes(counts, ground.rules)
            )
        )
    }

    private var traitExample: String {
        source.personTraits.first.map { "'\($0.name)'" } ?? "person.region"
    }

    private func notes(_ counts: GroupCompletion, _ rules: ServiceRules) -> [Remark] {
        if !rules.hasStart.contains(true) { return [.nobodySeenToStart] }
        if counts.overall.started == 0 { return [.noTransactionDue] }
        let isUnsafe = Double(counts.people.counts[0]) > 0.2 * Double(counts.people.total)
        return isUnsafe ? [.traitMostlyUnknown] : []
    }
}
