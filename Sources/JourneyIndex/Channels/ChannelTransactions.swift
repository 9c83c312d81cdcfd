import JourneyModel
import Tallies

extension Workbench {
    /// Completed transactions by their channel (D13), and what goes into their cost (D12, D14).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func channelTransactions(_ scope: Scope) async throws -> ChannelsTally.Transactions {
        let ground = try await desk.ground(self, scope)
        let rules = ground.rules
        guard rules.hasCompletion.contains(true) else {
            return ChannelsTally.Transactions(
                hasCompletion: false,
                completed: TallyTable(),
                costs: CostTable(),
                completions: CostCompletions(),
                end: ground.end
            )
        }
        let tally = try await desk.transactions(self, ground)
        var completed = TallyTable<ValueName, Int>()
        for (slot, count) in tally.completedByChannel.enumerated() where count > 0 {
            completed.add(count, to: rules.channel(slot))
        }
        return ChannelsTally.Transactions(
            hasCompletion: true,
            completed: completed,
            costs: tally.plan.costs,
            completions: tally.costs.named(rules),
            end: ground.end
        )
    }
}
