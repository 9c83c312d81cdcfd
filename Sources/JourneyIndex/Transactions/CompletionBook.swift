import JourneyModel
import Tallies

/// Transactions counted in one pass: in the whole range, by service, and by period.
struct CompletionBook: Sendable {
    private(set) var overall = CompletionTally()
    /// By service's code + 1.
    private(set) var byService: [CompletionTally]
    private(set) var byPeriod: [CompletionTally]
    private let rules: ServiceRules
    private let range: ClosedRange<Int64>?
    /// The periods in the range, and their numbers.
    private let periods: [(number: Int, span: ClosedRange<Int64>)]

    /// - Parameter spans: in order of time and apart from each other; nil for a period outside the range.
    init(_ rules: ServiceRules, range: ClosedRange<Int64>?, spans: [ClosedRange<Int64>?]) {
        self.rules = rules
        self.range = range
        byService = Array(repeating: CompletionTally(), count: rules.services.count + 1)
        byPeriod = Array(repeating: CompletionTally(), count: spans.count)
        periods = spans.enumerated().compactMap { number, span in span.map { (number, $0) } }
    }

    mutating func add(_ transaction: Transaction) {
        guard let range else { return }
        let service = Int(transaction.service) + 1
        if let time = transaction.started, range.contains(time) {
            overall.addStart()
            byService[service].addStart()
            if let place = period(time) { byPeriod[periods[place].number].addStart() }
        }
        guard let time = transaction.completed, range.contains(time) else { return }
        overall.addCompletion(transaction, rules: rules, spanStart: range.lowerBound)
        byService[service].addCompletion(transaction, rules: rules, spanStart: range.lowerBound)
        if let place = period(time) {
            let (number, span) = periods[place]
            byPeriod[number].addCompletion(transaction, rules: rules, spanStart: span.lowerBound)
        }
    }

    mutating func addAnonymousStart(_ service: Int32, at time: Int64) {
        guard let range, range.contains(time) else { return }
        overall.anonymousStarts += 1
        byService[Int(service) + 1].anonymousStarts += 1
        if let place = period(time) { byPeriod[periods[place].number].anonymousStarts += 1 }
    }

    mutating func join(_ other: CompletionBook) {
        overall.add(other.overall)
        for service in byService.indices { byService[service].add(other.byService[service]) }
        for period in byPeriod.indices { byPeriod[period].add(other.byPeriod[period]) }
    }

    private func period(_ time: Int64) -> Int? {
        let place = periods.partitioningIndex { $0.span.upperBound >= time }
        return place < periods.count && periods[place].span.contains(time) ? place : nil
    }
}
