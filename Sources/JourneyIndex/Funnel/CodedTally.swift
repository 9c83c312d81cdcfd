import JourneyModel
import Tallies

/// What the exact search has counted: where those who dropped went next is by the index's codes until it is through.
struct CodedTally: Sendable {
    var counts: FunnelCounts
    /// By depth - 1: where those who dropped went.
    var next: [[NextPlace]]

    init(_ plan: FunnelPlan) {
        counts = FunnelCounts(depth: plan.depth, optionals: plan.optionals.count)
        next = Array(repeating: [], count: plan.depth)
    }

    /// The same by names, as far as the question asks for it.
    func counts(_ input: FunnelScan.Input) -> FunnelCounts {
        var counts = counts
        counts.keep(input.plan.query.extent)
        guard input.plan.query.extent == .full else { return counts }
        for stop in next.indices {
            next[stop].withUnsafeBufferPointer { counts.stops[stop].next = input.names.table($0) }
        }
        return counts
    }
}
