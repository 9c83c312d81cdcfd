import JourneyModel

/// Completed transactions by the channel that completed them, and what one costs there (D12, D14).
struct ChannelTransactions: Sendable {
    /// By channel code + 1; nil where nothing in the store says what completes a transaction.
    let completed: [Int]?
    /// By channel code + 1.
    let costs: [Measure]

    init(_ analyst: ColumnarAnalyst, _ scope: Scope, channels: Int) async throws {
        let ground = try await analyst.desk.ground(analyst, scope)
        guard ground.rules.hasCompletion.contains(true) else {
            completed = nil
            costs = Array(repeating: .absent(.d14, because: .noCompletion), count: channels + 1)
            return
        }
        let tally = try await analyst.desk.transactions(analyst, ground)
        completed = tally.completedByChannel
        let services = Array(1..<(ground.rules.services.count + 1))
        costs = (-1..<Int32(channels)).map { channel in
            tally.plan.costs.perTransaction(channel: channel, of: services, before: ground.end, tally.costs)
        }
    }
}
