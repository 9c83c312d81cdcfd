import JourneyModel

/// What comes of one entry: the chains that begin with one step-1 event, or with any of those at one instant.
struct EntryRun {
    /// Depth of the deepest clean chain.
    var depth: Int
    /// The group in which the last step was reached.
    var converted: Int?
    /// The first group in which an exclusion met a chain (D5), before conversion or the window's end.
    var struck: Int?
}

/// Where a chain begins.
struct FunnelEntry: Equatable {
    var group: Int
    /// The service whose events must not intervene; only looked at under strict order (D2).
    var service: Int32
}

/// The exact search for chains from one entry, under every rule: the set of depths that a clean chain has reached, moved
/// from group to group.
///
/// Rules, where the definitions leave room:
/// - Strict order: an event intervenes where it lies between two chain events in time, the ends left out (under ties by
///   file: between them in the file), has the entry's service, and matches neither the step just reached nor an
///   optional step that follows it.
/// - Exclusions at an instant are applied after its steps (D5). An event that is a step of the funnel as well as an
///   exclusion is a step first: it meets the chains whose last event is earlier, not those of its own instant.
/// - Under strict ties an exclusion meets only chains whose last event is strictly earlier.
struct ChainSearch {
    let plan: FunnelPlan
    var matching = InstantMatching()
    /// By event: part of the chain being built.
    var isUsed: [Bool] = []
    /// Events of the chain that `firstChain` found, by index into the subject's events.
    var chain: [Int] = []
    /// By group: depths from which the chain cannot be completed; where set, the group is in `touched`.
    var failed: [UInt64] = []
    var touched: [Int] = []
    /// With bounds on gaps, by depth - 1: the times at which it was reached last.
    private var reachedAt: [[Int64]]

    init(_ plan: FunnelPlan) {
        self.plan = plan
        reachedAt = Array(repeating: [], count: plan.hasGaps ? plan.depth : 0)
    }

    mutating func prepare(for events: SubjectEvents) {
        while isUsed.count < events.count { isUsed.append(false) }
        while failed.count < events.groupCount { failed.append(0) }
    }

    /// Follows all chains from `entry`; stops early once `goal` is reached.
    mutating func run(_ entry: FunnelEntry, in events: SubjectEvents, goal: Int) -> EntryRun {
        let start = events.groupTime(entry.group)
        let end = plan.end(of: start)
        let first = reach(from: 0, group: entry.group, entry: entry, in: events)
        var run = EntryRun(depth: first, converted: nil, struck: nil)
        if first == plan.depth { run.converted = entry.group }
        if first >= goal { return run }
        for depth in reachedAt.indices { reachedAt[depth].removeAll(keepingCapacity: true) }
        var alive: UInt64 = 0
        settle(FunnelPlan.depths(1...first), at: entry.group, &alive, &run, events)
        var group = entry.group + 1
        while group < events.groupCount, alive != 0, events.groupTime(group) <= end {
            defer { group += 1 }
            let isQuiet = events.groupSteps(group) & (alive << 1) == 0 && events.groupZone(group) & alive == 0
            if isQuiet, plan.order != .strict { continue }
            if plan.hasGaps { prune(&alive, at: events.groupTime(group)) }
            var fresh: UInt64 = 0
            var rest = alive & (events.groupSteps(group) >> 1)
            while rest != 0 {
                let depth = rest.trailingZeroBitCount + 1
                rest &= rest - 1
                guard mayStep(from: depth, at: events.groupTime(group)) else { continue }
                let reached = reach(from: depth, group: group, entry: entry, in: events)
                if reached > depth { fresh |= FunnelPlan.depths((depth + 1)...reached) }
            }
            run.depth = max(run.depth, UInt64.bitWidth - fresh.leadingZeroBitCount)
            if run.depth == plan.depth { run.converted = group }
            if run.depth >= goal { return run }
            strike(group, entry: entry, &alive, &run, events)
            settle(fresh, at: group, &alive, &run, events)
        }
        return run
    }

    /// The largest depth that a chain at `depth` gets to within `group`, leaving out events in use.
    mutating func reach(from depth: Int, group: Int, entry: FunnelEntry, in events: SubjectEvents) -> Int {
        guard depth < plan.depth, events.groupSteps(group) >> UInt64(depth) & 1 == 1 else { return depth }
        let members = events.members(group)
        var limit = depth + 1
        if plan.ties == .permissive {
            while limit < plan.depth, limit - depth < members.count, plan.minimumGaps[limit] <= 0 { limit += 1 }
        }
        // The service matters to the first step only.
        let mustBe = depth == 0 && plan.comparesServices ? entry.service : nil
        return matching.reach(from: depth, limit: limit, members: members, isUsed: isUsed) { index in
            let bits = events.steps(index)
            if let mustBe, events[index].service != mustBe { return bits & ~1 }
            return bits
        }
    }

    /// Whether exclusions at the chain's own instant leave it alone.
    @inline(__always)
    func survivesOwn(_ depth: Int, _ group: Int, in events: SubjectEvents) -> Bool {
        plan.ties != .permissive || events.groupPureZone(group) >> UInt64(depth - 1) & 1 == 0
    }

    /// Whether a chain that reached `depth` before `group` still stands after it.
    func survives(_ depth: Int, through group: Int, entry: FunnelEntry, in events: SubjectEvents) -> Bool {
        if events.groupZone(group) >> UInt64(depth - 1) & 1 == 1 { return false }
        return plan.order != .strict || !intervenes(depth, group, entry: entry, in: events)
    }

    /// D2, strict: whether an event of the group is neither a repeat of the step just reached nor an optional step.
    private func intervenes(_ depth: Int, _ group: Int, entry: FunnelEntry, in events: SubjectEvents) -> Bool {
        var harmless = UInt64(1) << UInt64(depth - 1)
        for optional in plan.optionals where optional.after == depth { harmless |= optional.bit }
        return events.members(group).contains { index in
            (!plan.comparesServices || events[index].service == entry.service) && events.steps(index) & harmless == 0
        }
    }

    /// Takes away the depths whose chains do not survive `group`.
    private mutating func strike(
        _ group: Int,
        entry: FunnelEntry,
        _ alive: inout UInt64,
        _ run: inout EntryRun,
        _ events: SubjectEvents
    ) {
        let excluded = alive & events.groupZone(group)
        if excluded != 0, run.struck == nil { run.struck = group }
        var gone = excluded
        if plan.order == .strict {
            var rest = alive & ~excluded
            while rest != 0 {
                let depth = rest.trailingZeroBitCount + 1
                rest &= rest - 1
                if intervenes(depth, group, entry: entry, in: events) { gone |= UInt64(1) << UInt64(depth - 1) }
            }
        }
        alive &= ~gone
        guard plan.hasGaps else { return }
        for depth in 1...plan.depth where gone >> UInt64(depth - 1) & 1 == 1 {
            reachedAt[depth - 1].removeAll(keepingCapacity: true)
        }
    }

    /// Adds the depths reached in `group`, but for those that an exclusion at the same instant meets.
    private mutating func settle(
        _ fresh: UInt64,
        at group: Int,
        _ alive: inout UInt64,
        _ run: inout EntryRun,
        _ events: SubjectEvents
    ) {
        var staying = fresh
        if plan.ties == .permissive {
            let met = fresh & events.groupPureZone(group)
            if met != 0, run.struck == nil { run.struck = group }
            staying &= ~met
        }
        alive |= staying
        guard plan.hasGaps else { return }
        for depth in 1...plan.depth where staying >> UInt64(depth - 1) & 1 == 1 {
            reachedAt[depth - 1].append(events.groupTime(group))
        }
    }

    /// Whether the next step after `depth` may be at `time`, by the bounds on gaps.
    private func mayStep(from depth: Int, at time: Int64) -> Bool {
        guard plan.hasGaps else { return true }
        return reachedAt[depth - 1].contains { plan.allowsGap(to: depth + 1, from: $0, at: time) }
    }

    /// Forgets what is too long ago for its next step: such a chain has ended, and no exclusion meets it any more.
    private mutating func prune(_ alive: inout UInt64, at time: Int64) {
        for depth in 1..<plan.depth where alive >> UInt64(depth - 1) & 1 == 1 {
            let longest = plan.maximumGaps[depth]
            let now = Timestamp(milliseconds: time)
            reachedAt[depth - 1].removeAll { now.since(Timestamp(milliseconds: $0)) > longest }
            if reachedAt[depth - 1].isEmpty { alive &= ~(UInt64(1) << UInt64(depth - 1)) }
        }
    }
}

extension FunnelPlan {
    /// The last instant of the window of an entry at `start`; saturates.
    @inline(__always)
    func end(of start: Int64) -> Int64 {
        let (end, overflow) = start.addingReportingOverflow(window)
        return overflow ? .max : end
    }

    /// Whether step `depth` may follow at `time` upon the step before it at `earlier` (D2).
    @inline(__always)
    func allowsGap(to depth: Int, from earlier: Int64, at time: Int64) -> Bool {
        let gap = Timestamp(milliseconds: time).since(Timestamp(milliseconds: earlier))
        return gap >= minimumGaps[depth - 1] && gap <= maximumGaps[depth - 1]
    }
}
