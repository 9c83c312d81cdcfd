import JourneyModel

/// Completed transactions by the channel that completed them, and what one costs there (D12, D14).
struct ChannelTransactions: Sendable {
    /// By channel code + 1; nil where nothing in the store says what completes a transaction.
    let completed: [Int]?
    /// By channel code + 1.
    let costs: [Measure]

    init(_ analyst: ColumnarAnalyst, _ scope: Scope, channels: Int) throws {
        let ground = try JourneyGround(analyst, scope)
        guard ground.rules.hasCompletion.contains(true) else {
            let why = "nothing says what completes: give a touchpoint the role end, or map an outcome such as completed"
            completed = nil
            costs = Array(repeating: .absent(.d14, because: why), count: channels + 1)
            return
        }
        let ledger = try TransactionLedger(analyst, filter: ground.filter, rules: ground.rules)
        var counts = Array(repeating: 0, count: channels + 1)
        if let range = ground.filter.range {
            for transaction in ledger.transactions {
                guard let time = transaction.completed, range.contains(time) else { continue }
                counts[Int(transaction.completionChannel) + 1] += 1
            }
        }
        completed = counts
        let book = TransactionCosts(analyst.source, scope: scope, ledger: ledger)
        let services = Array(1..<(ground.rules.services.count + 1))
        costs = (-1..<Int32(channels)).map { book.perTransaction(channel: $0, of: services, before: ground.end) }
    }
}
