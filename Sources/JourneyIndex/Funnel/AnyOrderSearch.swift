import JourneyModel

/// Steps in any order (D2): the largest number of required steps matched by distinct events from an entry to the end of
/// its window. The entry is any step's event.
///
/// Events are taken in order, each that lets one more step be matched; that set is the same however steps are assigned.
/// An exclusion meets the number of steps matched so far as it meets a depth under the other orders.
struct AnyOrderSearch {
    let plan: FunnelPlan
    /// Events that were taken, by index into the subject's events, in order of time.
    private(set) var chain: [Int] = []
    /// By step: the event it is matched with, -1 for none.
    private var owner: [Int]
    private var visited: UInt64 = 0

    init(_ plan: FunnelPlan) {
        self.plan = plan
        owner = Array(repeating: -1, count: plan.depth)
    }

    /// Takes events from the group `start` on, until `goal` steps are matched, an exclusion or the window's end.
    mutating func run(from start: Int, in events: SubjectEvents, goal: Int) -> EntryRun {
        chain.removeAll(keepingCapacity: true)
        for step in owner.indices { owner[step] = -1 }
        var run = EntryRun(depth: 0, converted: nil, struck: nil)
        let end = plan.end(of: events.groupTime(start))
        var group = start
        while group < events.groupCount, events.groupTime(group) <= end {
            let before = chain.count
            if events.groupSteps(group) & plan.requiredBits != 0 {
                for index in events.members(group) where chain.count < goal {
                    let bits = events.steps(index) & plan.requiredBits
                    guard bits != 0 else { continue }
                    visited = 0
                    if take(index, bits, events) { chain.append(index) }
                }
            }
            run.depth = chain.count
            if run.depth == plan.depth { run.converted = group }
            if run.depth >= goal { return run }
            let isFresh = chain.count > before
            let zone: UInt64
            if isFresh {
                zone = plan.ties == .permissive ? events.groupPureZone(group) : 0
            } else {
                zone = events.groupZone(group)
            }
            if zone >> UInt64(run.depth - 1) & 1 == 1 {
                run.struck = group
                return run
            }
            group += 1
        }
        return run
    }

    private mutating func take(_ index: Int, _ bits: UInt64, _ events: SubjectEvents) -> Bool {
        var rest = bits & ~visited
        while rest != 0 {
            let step = rest.trailingZeroBitCount
            visited |= UInt64(1) << UInt64(step)
            let previous = owner[step]
            if previous < 0 || take(previous, events.steps(previous) & plan.requiredBits, events) {
                owner[step] = index
                return true
            }
            rest = bits & ~visited
        }
        return false
    }
}
