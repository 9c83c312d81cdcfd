import JourneyModel

/// The depth of a subject in one pass, where a funnel has nothing but steps and a window: for every depth the latest
/// entry of a chain that has come so far. A later entry has its window open for longer, so it is the only one to keep.
struct LatestEntryScan {
    let plan: FunnelPlan
    private var latest: [Int64]
    private var reached: UInt64 = 0

    init(_ plan: FunnelPlan) {
        self.plan = plan
        latest = Array(repeating: 0, count: plan.depth + 1)
    }

    /// The largest depth over all entries in range; 0 without an entry.
    mutating func depth(of events: SubjectEvents, _ search: inout ChainSearch) -> Int {
        guard let range = plan.range else { return 0 }
        reached = 0
        for group in 0..<events.groupCount where events.groupSteps(group) & plan.requiredBits != 0 {
            let time = events.groupTime(group)
            let isTied = plan.ties == .permissive && events.members(group).count > 1
            // From the deepest on, so that one event is never two steps of a chain.
            for depth in stride(from: plan.depth - 1, through: 0, by: -1)
            where events.groupSteps(group) >> UInt64(depth) & 1 == 1 {
                let entry: Int64
                if depth == 0 {
                    guard range.contains(time) else { continue }
                    entry = time
                } else {
                    guard reached >> UInt64(depth - 1) & 1 == 1 else { continue }
                    entry = latest[depth]
                    guard time <= plan.end(of: entry) else { continue }
                }
                let start = FunnelEntry(group: group, service: -1)
                let furthest = isTied ? search.reach(from: depth, group: group, entry: start, in: events) : depth + 1
                for next in (depth + 1)...furthest {
                    let bit = UInt64(1) << UInt64(next - 1)
                    latest[next] = reached & bit == 0 ? entry : max(latest[next], entry)
                    reached |= bit
                }
            }
        }
        return UInt64.bitWidth - reached.leadingZeroBitCount
    }
}
