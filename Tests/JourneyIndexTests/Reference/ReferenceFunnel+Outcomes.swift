import JourneyModel

extension ReferenceFunnel {
    /// What one entry comes to.
    struct Attempt {
        var entries: [Int]
        /// Depth it counts with; 0 where it is void.
        var depth: Int
        var chain: [Int]
        var isConverted: Bool
        /// When it ended before its time: the time (ties by file: the event) of conversion or exclusion.
        var end: Int?
        var isStruck: Bool
    }

    /// The subject's outcomes by entry policy (D2): none, one, or under "every" one an attempt.
    func outcomes() -> [Outcome] {
        let groups = entryGroups()
        guard let first = groups.first else { return [] }
        if isEvery { return attemptsOneAfterAnother(groups) }
        let candidates = query.entry == .first ? groups.filter { isSameInstant($0[0], first[0]) } : groups
        let attempts = candidates.map { attempt($0) }
        guard let depth = attempts.map(\.depth).max(), depth > 0,
            let chosen = attempts.first(where: { $0.depth == depth })
        else { return [] }
        let live = attempts.filter { !$0.isStruck }.map { time($0.entries[0]) }.max()
        return [
            Outcome(depth: depth, chain: chosen.chain, start: time(chosen.entries[0]), latestEntry: live)
        ]
    }

    private func isSameInstant(_ first: Int, _ second: Int) -> Bool {
        query.ties == .file ? first == second : instant(first) == instant(second)
    }

    private func attemptsOneAfterAnother(_ groups: [[Int]]) -> [Outcome] {
        var outcomes: [Outcome] = []
        var rest = groups
        while let first = rest.first {
            let attempts = rest.filter { isSameInstant($0[0], first[0]) }.map { attempt($0) }
            guard let depth = attempts.map(\.depth).max(),
                let chosen = attempts.first(where: { $0.depth == depth })
            else { break }
            let start = time(first[0])
            if depth > 0 {
                let latest = chosen.isStruck ? nil : start
                outcomes.append(Outcome(depth: depth, chain: chosen.chain, start: start, latestEntry: latest))
            }
            rest = rest.filter { group in
                guard !isSameInstant(group[0], first[0]), group[0] > first[0] else { return false }
                if let end = chosen.end {
                    return query.ties == .file ? group[0] > end : instant(group[0]) > instant(end)
                }
                return query.window.map { time(group[0]) > start + $0 } ?? false
            }
        }
        return outcomes
    }

    func attempt(_ entries: [Int]) -> Attempt {
        query.order == .any ? anyOrder(entries) : inOrder(entries)
    }

    private func inOrder(_ entries: [Int]) -> Attempt {
        let chains = self.chains(from: entries)
        let deepest = chains.map(\.count).max() ?? 0
        // The earliest event with which a chain is complete.
        let converted = chains.filter { $0.count == required.count }.compactMap(\.last).min { isEarlier($0, $1) }
        let strikes = chains.flatMap { chain in
            events.indices.filter {
                self.strikes($0, last: chain[chain.count - 1], depth: chain.count, entry: chain[0])
            }
        }
        let struck = strikes.min { isEarlier($0, $1) }
        if let converted {
            let chain = firstChain(chains, depth: required.count)
            return Attempt(
                entries: entries,
                depth: required.count,
                chain: chain,
                isConverted: true,
                end: converted,
                isStruck: false
            )
        }
        let depth = struck == nil ? deepest : depthAfterStrike(deepest)
        return Attempt(
            entries: entries,
            depth: depth,
            chain: firstChain(chains, depth: depth),
            isConverted: false,
            end: struck,
            isStruck: struck != nil
        )
    }

    private func isEarlier(_ left: Int, _ right: Int) -> Bool {
        query.ties == .file ? left < right : instant(left) < instant(right)
    }

    private func depthAfterStrike(_ depth: Int) -> Int {
        switch query.policy {
        case .disqualify: 0
        case .drop: depth
        case .restart: 1
        }
    }

    /// Any order: instant by instant (ties by file: event by event), the most steps that the events so far can match.
    private func anyOrder(_ entries: [Int]) -> Attempt {
        let start = entries[0]
        var taken: [Int] = []
        var index = query.ties == .file ? start : events.indices.first { instant($0) == instant(start) } ?? start
        while index < events.count, isInWindow(index, of: start) {
            let group = query.ties == .file ? [index] : events.indices.filter { instant($0) == instant(index) }
            let before = taken.count
            for event in group where matchable(taken + [event]) { taken.append(event) }
            if taken.count == required.count {
                return Attempt(
                    entries: entries,
                    depth: taken.count,
                    chain: taken,
                    isConverted: true,
                    end: index,
                    isStruck: false
                )
            }
            let isFresh = taken.count > before
            let struck = group.contains { event in
                guard excludes(event, at: taken.count) else { return false }
                return !isFresh || (query.ties == .permissive && !isStep(event))
            }
            if struck {
                let depth = depthAfterStrike(taken.count)
                return Attempt(
                    entries: entries,
                    depth: depth,
                    chain: Array(taken.prefix(depth)),
                    isConverted: false,
                    end: index,
                    isStruck: true
                )
            }
            index = (group.last ?? index) + 1
        }
        return Attempt(
            entries: entries,
            depth: taken.count,
            chain: taken,
            isConverted: false,
            end: nil,
            isStruck: false
        )
    }

    /// Whether every one of `chosen` can be given a step of its own.
    private func matchable(_ chosen: [Int]) -> Bool {
        func assign(_ rest: ArraySlice<Int>, _ free: [FunnelStep]) -> Bool {
            guard let event = rest.first else { return true }
            return free.indices.contains { slot in
                guard matches(event, free[slot]) else { return false }
                var left = free
                left.remove(at: slot)
                return assign(rest.dropFirst(), left)
            }
        }
        return assign(chosen[...], required)
    }
}
