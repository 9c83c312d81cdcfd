import JourneyModel
import Tallies

/// Completed transactions by service and channel, counted between the instants that figures of cost begin or end at.
struct CompletionCounts: Sendable {
    private let channels: Int
    /// By service's code + 1: the instants, in order.
    private let bounds: [[Int64]]
    /// By service's code + 1; by the stretch after each instant, then channel's code + 1.
    private var counts: [[Int]]

    /// - Parameters:
    ///   - bounds: by service's code + 1: the instants, in order.
    ///   - channels: how many there are with a code.
    init(_ bounds: [[Int64]], channels: Int) {
        self.bounds = bounds
        self.channels = channels + 1
        counts = bounds.map { Array(repeating: 0, count: $0.count * (channels + 1)) }
    }

    mutating func add(_ service: Int32, _ channel: Int32, at time: Int64) {
        let slot = Int(service) + 1
        let place = CompletionCounts.place(of: time, in: bounds[slot]) - 1
        if place >= 0 { counts[slot][place * channels + Int(channel) + 1] += 1 }
    }

    /// The same by names.
    func named(_ rules: ServiceRules) -> CostCompletions {
        let names = (0..<channels).map { rules.channel($0) }
        var named = CostCompletions()
        for (slot, starts) in bounds.enumerated() where slot > 0 && !starts.isEmpty {
            var stretches: [Int64: TallyTable<ValueName, Int>] = [:]
            for (place, start) in starts.enumerated() {
                let row = counts[slot][place * channels..<(place + 1) * channels]
                let found = zip(names, row).filter { $0.1 > 0 }
                if !found.isEmpty { stretches[start] = TallyTable(Dictionary(found) { $0 + $1 }) }
            }
            if !stretches.isEmpty { named.counts.add(TallyTable(stretches), to: rules.services[slot - 1]) }
        }
        return named
    }

    mutating func join(_ other: CompletionCounts) {
        for service in counts.indices {
            for place in counts[service].indices { counts[service][place] += other.counts[service][place] }
        }
    }

    /// How many of `bounds` are not after `time`.
    private static func place(of time: Int64, in bounds: [Int64]) -> Int {
        bounds.partitioningIndex { $0 > time }
    }
}
