/// Steps matched to distinct events of one instant (D1, permissive ties): Kuhn's augmenting paths, a step at a time.
struct InstantMatching {
    private var candidates: [Int] = []
    private var owner: [Int] = []
    private var visited: [Bool] = []
    private var masks: [UInt64] = []
    private var maskCounts: [Int] = []

    /// The largest depth m such that steps `depth + 1`…m match distinct events among `members`, leaving out those that
    /// `isUsed` marks; `depth` itself where not even the next step does.
    ///
    /// - Parameters:
    ///   - limit: Depth at which to stop looking.
    ///   - bits: The steps that the event with this index matches.
    mutating func reach(
        from depth: Int,
        limit: Int,
        members: Range<Int>,
        isUsed: [Bool],
        bits: (Int) -> UInt64
    ) -> Int {
        gather(members, needed: FunnelPlan.depths(1...64) << UInt64(depth), cap: limit - depth, isUsed, bits)
        var reached = depth
        while reached < limit {
            for index in visited.indices { visited[index] = false }
            guard augment(UInt64(1) << UInt64(reached), step: reached, bits) else { break }
            reached += 1
        }
        return reached
    }

    /// Events that can be of use. Of events that match the same steps more than `cap` are never needed, which keeps an
    /// import without times of day from costing more than its distinct kinds of events.
    private mutating func gather(
        _ members: Range<Int>,
        needed: UInt64,
        cap: Int,
        _ isUsed: [Bool],
        _ bits: (Int) -> UInt64
    ) {
        candidates.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
        maskCounts.removeAll(keepingCapacity: true)
        for index in members where !isUsed[index] {
            let mask = bits(index) & needed
            guard mask != 0 else { continue }
            if let known = masks.firstIndex(of: mask) {
                guard maskCounts[known] < cap else { continue }
                maskCounts[known] += 1
            } else {
                masks.append(mask)
                maskCounts.append(1)
            }
            candidates.append(index)
        }
        owner.removeAll(keepingCapacity: true)
        visited.removeAll(keepingCapacity: true)
        for _ in candidates {
            owner.append(-1)
            visited.append(false)
        }
    }

    private mutating func augment(_ bit: UInt64, step: Int, _ bits: (Int) -> UInt64) -> Bool {
        for slot in candidates.indices where !visited[slot] && bits(candidates[slot]) & bit != 0 {
            visited[slot] = true
            let previous = owner[slot]
            if previous < 0 || augment(UInt64(1) << UInt64(previous), step: previous, bits) {
                owner[slot] = step
                return true
            }
        }
        return false
    }
}
