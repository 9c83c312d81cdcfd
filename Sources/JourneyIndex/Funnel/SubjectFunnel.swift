import JourneyModel

/// What a funnel says of one subject, or of one of its attempts.
struct FunnelOutcome {
    var depth: Int
    /// The chain's events: indices into the subject's events, in `SubjectFunnel.chains`.
    var chain: Range<Int>
    /// Time of the chain's first event.
    var start: Int64
    /// Time of the latest entry that may still convert (D3); nil where exclusions ended all.
    var latestEntry: Int64?
}

/// What became of a subject that entered (D3).
enum FunnelFate {
    case converted, pending, dropped
}

/// Finds the outcomes of one subject after another; keeps its working memory.
final class SubjectFunnel {
    let plan: FunnelPlan
    private var search: ChainSearch
    private var anyOrder: AnyOrderSearch
    private var deepest: LatestEntryScan
    private(set) var outcomes: [FunnelOutcome] = []
    private(set) var chains: [Int] = []
    /// Entries of the subject that exclusions made void or ended.
    private(set) var struckEntries = 0
    /// The subject has entries, and all of them are void (D5, disqualify).
    private(set) var isLeftOut = false
    private var entries: [FunnelEntry] = []

    init(_ plan: FunnelPlan) {
        self.plan = plan
        search = ChainSearch(plan)
        anyOrder = AnyOrderSearch(plan)
        deepest = LatestEntryScan(plan)
    }

    /// Sets `outcomes`: none where the subject does not enter, several only under entry policy "every".
    func evaluate(_ events: SubjectEvents) {
        outcomes.removeAll(keepingCapacity: true)
        chains.removeAll(keepingCapacity: true)
        struckEntries = 0
        isLeftOut = false
        search.prepare(for: events)
        if plan.isPlain {
            plain(events)
            return
        }
        findEntries(events)
        guard !entries.isEmpty else { return }
        switch plan.entry {
        case .best: best(entries[...], events)
        case .first: best(entries.prefix { $0.group == entries[0].group }, events)
        case .every: every(events)
        }
        isLeftOut = outcomes.isEmpty
    }

    /// The subject's earliest entry, counted or not (D6, earliest entry): the first event in range that may begin a chain.
    func earliestEntry(in events: SubjectEvents) -> Int? {
        guard let range = plan.range else { return nil }
        let bits = plan.order == .any ? plan.requiredBits : 1
        return (0..<events.count).first { events.steps($0) & bits != 0 && range.contains(events.time($0)) }
    }

    // MARK: Entry policies

    /// Steps and a window only: the depth in one pass, then the earliest entry that gets there.
    private func plain(_ events: SubjectEvents) {
        guard let range = plan.range else { return }
        let isTied = plan.ties == .permissive && events.hasTies
        let depth = deepest.depth(of: events, &search)
        guard depth > 0 else { return }
        var latest: Int64?
        var isFound = false
        for group in 0..<events.groupCount where events.groupSteps(group) & 1 == 1 {
            guard range.contains(events.groupTime(group)) else { continue }
            latest = events.groupTime(group)
            guard !isFound else { continue }
            let entry = FunnelEntry(group: group, service: -1)
            if isTied {
                isFound = search.run(entry, in: events, goal: depth).depth == depth
                if isFound { add(depth, entry, latestEntry: nil, events) }
            } else {
                isFound = addGreedily(depth, group, events)
            }
        }
        if isFound { outcomes[0].latestEntry = latest }
    }

    /// Without ties, the next event that matches the next step is always the right one.
    private func addGreedily(_ depth: Int, _ group: Int, _ events: SubjectEvents) -> Bool {
        let start = events.groupTime(group)
        let end = plan.end(of: start)
        chains.removeAll(keepingCapacity: true)
        var next = events.members(group).lowerBound
        while next < events.count, chains.count < depth {
            let isLater = plan.ties != .strict || chains.last.map { events.isLater(next, than: $0) } ?? true
            if isLater, events.steps(next) >> UInt64(chains.count) & 1 == 1 {
                guard events.time(next) <= end else { break }
                chains.append(next)
            }
            next += 1
        }
        guard chains.count == depth else { return false }
        outcomes.append(FunnelOutcome(depth: depth, chain: 0..<depth, start: start, latestEntry: nil))
        return true
    }

    /// Of `candidates` the earliest that gets deepest, once exclusions have had their effect (D2, D5).
    private func best(_ candidates: ArraySlice<FunnelEntry>, _ events: SubjectEvents) {
        var chosen: (depth: Int, entry: FunnelEntry)?
        var latest: Int64?
        for entry in candidates {
            let run = run(entry, events)
            let depth = effectiveDepth(of: run)
            if run.converted != nil || run.struck == nil { latest = events.groupTime(entry.group) }
            if depth > chosen?.depth ?? 0 { chosen = (depth, entry) }
            if run.converted != nil { break }
            // Without a window or exclusions no later entry of steps in any order can match more.
            if plan.order == .any, plan.window == .max, !plan.hasExclusions {
                latest = candidates.last.map { events.groupTime($0.group) }
                break
            }
        }
        if let chosen { add(chosen.depth, chosen.entry, latestEntry: latest, events) }
    }

    /// Attempts one after another: the next begins with the first entry after the instant (under ties by file, the event)
    /// at which this one converted or met an exclusion, or after its window.
    private func every(_ events: SubjectEvents) {
        var index = 0
        while index < entries.count {
            var group = entries[index].group
            var chosen = (entry: entries[index], run: run(entries[index], events))
            index += 1
            while index < entries.count, entries[index].group == group {
                let run = run(entries[index], events)
                if effectiveDepth(of: run) > effectiveDepth(of: chosen.run) { chosen = (entries[index], run) }
                index += 1
            }
            let start = events.groupTime(group)
            let depth = effectiveDepth(of: chosen.run)
            if depth > 0 {
                let isOver = chosen.run.converted == nil && chosen.run.struck != nil
                add(depth, chosen.entry, latestEntry: isOver ? nil : start, events)
            }
            if let end = chosen.run.converted ?? chosen.run.struck {
                group = end
            } else {
                let end = plan.end(of: start)
                while group + 1 < events.groupCount, events.groupTime(group + 1) <= end { group += 1 }
            }
            while index < entries.count, entries[index].group <= group { index += 1 }
        }
    }

    // MARK: Entries

    /// All events in range that may begin a chain, a group at a time; under strict order a service at a time.
    private func findEntries(_ events: SubjectEvents) {
        entries.removeAll(keepingCapacity: true)
        guard let range = plan.range else { return }
        let bits = plan.order == .any ? plan.requiredBits : 1
        for group in 0..<events.groupCount where events.groupSteps(group) & bits != 0 {
            guard range.contains(events.groupTime(group)) else { continue }
            if plan.comparesServices {
                let known = entries.count
                for index in events.members(group) where events.steps(index) & bits != 0 {
                    let entry = FunnelEntry(group: group, service: events[index].service)
                    if !entries[known...].contains(entry) { entries.append(entry) }
                }
            } else {
                entries.append(FunnelEntry(group: group, service: -1))
            }
        }
    }

    private func run(_ entry: FunnelEntry, _ events: SubjectEvents) -> EntryRun {
        let run: EntryRun
        if plan.order == .any {
            run = anyOrder.run(from: entry.group, in: events, goal: plan.depth)
        } else {
            run = search.run(entry, in: events, goal: plan.depth)
        }
        if run.converted == nil, run.struck != nil { struckEntries += 1 }
        return run
    }

    /// The depth that an entry counts with (D5); 0 where it is void.
    private func effectiveDepth(of run: EntryRun) -> Int {
        guard run.converted == nil, run.struck != nil else { return run.depth }
        switch plan.policy {
        case .disqualify: return 0
        case .drop: return run.depth
        case .restart: return 1
        }
    }

    private func add(_ depth: Int, _ entry: FunnelEntry, latestEntry: Int64?, _ events: SubjectEvents) {
        let first = chains.count
        if plan.order == .any {
            _ = anyOrder.run(from: entry.group, in: events, goal: depth)
            chains += anyOrder.chain
        } else {
            search.firstChain(entry, depth: depth, in: events)
            chains += search.chain
        }
        outcomes.append(
            FunnelOutcome(
                depth: depth,
                chain: first..<chains.count,
                start: events.groupTime(entry.group),
                latestEntry: latestEntry
            )
        )
    }
}
