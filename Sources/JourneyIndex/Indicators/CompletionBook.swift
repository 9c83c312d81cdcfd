import JourneyModel

/// Transactions counted in one pass: in the whole range, by service, and by period.
struct CompletionBook: Sendable {
    private(set) var overall = CompletionTally()
    /// By service's code + 1.
    private(set) var byService: [CompletionTally]
    private(set) var byPeriod: [CompletionTally]

    /// - Parameter spans: in order of time and apart from each other; nil for a period outside the range.
    init(_ ledger: TransactionLedger, range: ClosedRange<Int64>?, spans: [ClosedRange<Int64>?]) {
        byService = Array(repeating: CompletionTally(), count: ledger.rules.services.count + 1)
        byPeriod = Array(repeating: CompletionTally(), count: spans.count)
        guard let range else { return }
        let known = spans.enumerated().compactMap { index, span in span.map { (index, $0) } }
        func period(_ time: Int64) -> Int? {
            var (low, high) = (0, known.count)
            while low < high {
                let middle = (low + high) / 2
                if known[middle].1.upperBound < time { low = middle + 1 } else { high = middle }
            }
            return low < known.count && known[low].1.contains(time) ? low : nil
        }
        for transaction in ledger.transactions {
            let service = Int(transaction.service) + 1
            if let time = transaction.started, range.contains(time) {
                overall.addStart()
                byService[service].addStart()
                if let place = period(time) { byPeriod[known[place].0].addStart() }
            }
            if let time = transaction.completed, range.contains(time) {
                overall.addCompletion(transaction, rules: ledger.rules, spanStart: range.lowerBound)
                byService[service].addCompletion(transaction, rules: ledger.rules, spanStart: range.lowerBound)
                if let place = period(time) {
                    let (index, span) = known[place]
                    byPeriod[index].addCompletion(transaction, rules: ledger.rules, spanStart: span.lowerBound)
                }
            }
        }
        for start in ledger.anonymousStarts where range.contains(start.time) {
            overall.anonymousStarts += 1
            byService[Int(start.service) + 1].anonymousStarts += 1
            if let place = period(start.time) { byPeriod[known[place].0].anonymousStarts += 1 }
        }
    }
}
