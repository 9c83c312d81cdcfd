import JourneyModel

extension ChainSearch {
    /// Finds the chain used for timing: of the clean chains of `depth` from `entry` the one with the earliest events,
    /// step by step, events of one instant in the order of the file (D2). It is left in `chain`, an index a step.
    ///
    /// `depth` must be one that `run` reached.
    mutating func firstChain(_ entry: FunnelEntry, depth: Int, in events: SubjectEvents) {
        chain.removeAll(keepingCapacity: true)
        let end = plan.end(of: events.groupTime(entry.group))
        var here = entry.group
        while chain.count < depth {
            if place(entry, group: here, depth: depth, end: end, in: events) { continue }
            guard !chain.isEmpty,
                let next = nextGroup(at: chain.count, after: here, entry: entry, depth: depth, end: end, in: events)
            else { break }
            here = next
            if !place(entry, group: here, depth: depth, end: end, in: events) { break }
        }
        for index in chain { isUsed[index] = false }
        for group in touched { failed[group] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    /// Gives the next step the first event of `group` with which the chain can still be completed; false where none.
    private mutating func place(
        _ entry: FunnelEntry,
        group: Int,
        depth: Int,
        end: Int64,
        in events: SubjectEvents
    ) -> Bool {
        let reached = chain.count
        if let last = chain.last, events.members(group).contains(last) {
            guard plan.ties == .permissive, plan.minimumGaps[reached] <= 0 else { return false }
        }
        let bit = UInt64(1) << UInt64(reached)
        for index in events.members(group) where !isUsed[index] && events.steps(index) & bit != 0 {
            if reached == 0, plan.comparesServices, events[index].service != entry.service { continue }
            isUsed[index] = true
            if completes(from: reached + 1, within: group, entry: entry, depth: depth, end: end, in: events) {
                chain.append(index)
                return true
            }
            isUsed[index] = false
        }
        return false
    }

    /// Whether a chain at `reached`, its last event in `group`, can get to `depth` with the events of the group not in
    /// use and those after it.
    private mutating func completes(
        from reached: Int,
        within group: Int,
        entry: FunnelEntry,
        depth: Int,
        end: Int64,
        in events: SubjectEvents
    ) -> Bool {
        var furthest = reached
        if plan.ties == .permissive, reached < plan.depth, plan.minimumGaps[reached] <= 0 {
            furthest = reach(from: reached, group: group, entry: entry, in: events)
        }
        if furthest >= depth { return true }
        for candidate in reached...furthest
        where survivesOwn(candidate, group, in: events)
            && nextGroup(at: candidate, after: group, entry: entry, depth: depth, end: end, in: events) != nil
        { return true }
        return false
    }

    /// The first group after `group` in which a chain at `reached` can go on and still be completed.
    private mutating func nextGroup(
        at reached: Int,
        after group: Int,
        entry: FunnelEntry,
        depth: Int,
        end: Int64,
        in events: SubjectEvents
    ) -> Int? {
        let mark = UInt64(1) << UInt64(reached - 1)
        if failed[group] & mark != 0 { return nil }
        let time = events.groupTime(group)
        var next = group + 1
        while next < events.groupCount, events.groupTime(next) <= end {
            if events.groupSteps(next) >> UInt64(reached) & 1 == 1,
                plan.allowsGap(to: reached + 1, from: time, at: events.groupTime(next))
            {
                let furthest = reach(from: reached, group: next, entry: entry, in: events)
                if furthest >= depth { return next }
                if furthest > reached {
                    for candidate in (reached + 1)...furthest
                    where survivesOwn(candidate, next, in: events)
                        && nextGroup(at: candidate, after: next, entry: entry, depth: depth, end: end, in: events)
                            != nil
                    { return next }
                }
            }
            guard survives(reached, through: next, entry: entry, in: events) else { break }
            next += 1
        }
        if failed[group] == 0 { touched.append(group) }
        failed[group] |= mark
        return nil
    }
}
