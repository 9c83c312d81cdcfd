/// Completed transactions by service and channel, counted between the instants that figures of cost begin or end at.
struct CompletionCounts: Sendable {
    private let channels: Int
    /// By service's code + 1: the instants, in order.
    private let bounds: [[Int64]]
    /// By service's code + 1; by the stretch after each instant, then channel's code + 1.
    private var counts: [[Int]]

    init(_ costs: TransactionCosts) {
        let channels = costs.rules.channels.count + 1
        self.channels = channels
        bounds = costs.bounds
        counts = costs.bounds.map { Array(repeating: 0, count: $0.count * channels) }
    }

    mutating func add(_ service: Int32, _ channel: Int32, at time: Int64) {
        let slot = Int(service) + 1
        let place = CompletionCounts.place(of: time, in: bounds[slot]) - 1
        if place >= 0 { counts[slot][place * channels + Int(channel) + 1] += 1 }
    }

    /// Completions of a service (code + 1) in `span`, which must be one of those the counts were made for.
    func count(_ service: Int, in span: Range<Int64>) -> Int {
        stretches(service, span).reduce(0) { sum, place in
            sum + counts[service][place * channels..<(place + 1) * channels].reduce(0, +)
        }
    }

    /// … on one channel.
    func count(_ service: Int, channel: Int32, in span: Range<Int64>) -> Int {
        stretches(service, span).reduce(0) { $0 + counts[service][$1 * channels + Int(channel) + 1] }
    }

    mutating func join(_ other: CompletionCounts) {
        for service in counts.indices {
            for place in counts[service].indices { counts[service][place] += other.counts[service][place] }
        }
    }

    private func stretches(_ service: Int, _ span: Range<Int64>) -> Range<Int> {
        let from = CompletionCounts.place(of: span.lowerBound, in: bounds[service]) - 1
        let to = CompletionCounts.place(of: span.upperBound, in: bounds[service]) - 1
        return max(0, from)..<max(0, from, to)
    }

    /// How many of `bounds` are not after `time`.
    private static func place(of time: Int64, in bounds: [Int64]) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
