import JourneyModel

extension Desk {
    /// What became of the transactions of `ground`.
    ///
    /// - Throws: `CancellationError`.
    func transactions(
        _ bench: Workbench,
        _ ground: JourneyGround,
        every: PeriodLength? = nil,
        trait: IndexedDimension? = nil
    ) async throws -> TransactionTally {
        let scope = Desk.key(ground.scope)
        let known = latest(TransactionTally.self, by: TransactionKey.self).last {
            $0.key.scope == scope && $0.value.answers(every: every, trait: trait)
        }
        if let known { return known.value }
        let key = TransactionKey(scope: scope, every: every ?? .month, trait: trait?.name)
        let plan = TransactionPlan(bench, ground, every: key.every, trait: trait)
        return keep(try await TransactionFinder.tally(bench, ground, plan, scatteredCases(bench)), for: key)
    }
}

/// By what a tally is known.
private struct TransactionKey: Equatable, Sendable {
    let scope: Scope
    let every: PeriodLength
    let trait: String?
}
