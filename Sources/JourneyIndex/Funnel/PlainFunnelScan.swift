import JourneyModel

/// The scan of funnels with nothing but steps and a window, which most are: only events of the funnel's touchpoints are
/// visited, and what a subject reached is known after one look at each of them.
///
/// For every depth the latest entry of a chain that has come so far is kept: a later entry has its window open for longer,
/// so it is the only one to keep. A subject with two step events at one instant is left to the exact search.
final class PlainFunnelScan {
    /// What there is to know of a funnel that can be scanned so.
    struct Funnel: Sendable {
        /// By touchpoint code + 1: the step, from 0; past the last for touchpoints of no step.
        let stepOfTouchpoint: [UInt8]
        /// Entry times.
        let range: ClosedRange<Int64>

        /// Nil where the funnel asks for more than steps and a window, or the times are out of all reason.
        init?(_ input: FunnelScan.Input) {
            let plan = input.plan
            guard plan.isPlain, plan.optionals.isEmpty, plan.depth < 64, let range = plan.range,
                plan.query.breakdown == nil || plan.query.attribution != .allSteps,
                let steps = plan.steps.stepOfTouchpoint(none: plan.depth), input.hasOrdinaryTimes
            else { return nil }
            stepOfTouchpoint = steps
            self.range = range
        }
    }

    let input: FunnelScan.Input
    private let exact: FunnelScan
    private let whole: PlainTally
    private var groups: [PlainTally?]
    private var subjects = 0
    /// `Funnel.stepOfTouchpoint`.
    private let step: UnsafeMutablePointer<UInt8>
    /// By depth: the latest entry that got there; `never` for none. The one before the first holds the event in hand.
    private let latest: UnsafeMutablePointer<Int64>
    /// Positions of the step events of the subject in hand.
    private var positions: UnsafeMutablePointer<Int32>
    private var capacity = 4096
    /// Which of these the chain in hand has.
    private let chain: UnsafeMutablePointer<Int>

    private let depth: Int
    private let window: Int64
    private let range: ClosedRange<Int64>
    private let detail: FunnelQuery.Detail

    /// Before every time of a plain funnel, and so long before that no window reaches back to it.
    private static let never = Int64.min / 2
    /// Times and windows are less than this, and so can be added and subtracted freely.
    static let farthest = Int64.max / 8

    init(_ funnel: Funnel, _ input: FunnelScan.Input) {
        let plan = input.plan
        self.input = input
        range = funnel.range
        depth = plan.depth
        window = min(plan.window, PlainFunnelScan.farthest)
        detail = plan.query.detail
        exact = FunnelScan(input)
        whole = PlainTally(depth: depth)
        groups = Array(repeating: nil, count: (input.breakdownValues ?? -1) + 1)
        step = .allocate(capacity: funnel.stepOfTouchpoint.count)
        step.initialize(from: funnel.stepOfTouchpoint, count: funnel.stepOfTouchpoint.count)
        latest = .allocate(capacity: depth + 3)
        latest.initialize(repeating: 0, count: depth + 3)
        chain = .allocate(capacity: depth + 1)
        chain.initialize(repeating: 0, count: depth + 1)
        positions = .allocate(capacity: capacity)
    }

    deinit {
        step.deallocate()
        latest.deallocate()
        chain.deallocate()
        positions.deallocate()
    }

    /// What was counted, by the exact search and here.
    var counts: FunnelScan.Counts {
        var counts = exact.counts
        counts.subjects += subjects
        counts.whole.join(whole.tally)
        for (index, group) in groups.enumerated() {
            guard let group else { continue }
            counts.groups[Int32(index) - 1, default: input.emptyTally].join(group.tally)
        }
        return counts
    }

    func scan(_ range: Range<Int>) throws {
        let codes = input.touchpoint.bytes
        switch input.touchpoint.width {
        case 1: try scan(range, codes.assumingMemoryBound(to: UInt8.self))
        case 2: try scan(range, codes.assumingMemoryBound(to: UInt16.self))
        default: try scan(range, codes.assumingMemoryBound(to: UInt32.self))
        }
    }

    @inline(__always)
    private func scan<Word: FixedWidthInteger>(_ range: Range<Int>, _ codes: UnsafePointer<Word>) throws {
        let projection = input.selection.projection
        let mask = input.selection.mask
        guard let words = input.interest.words, let time = input.time.values.baseAddress else { return }
        for subject in range {
            let events = projection.range(of: subject)
            guard !events.isEmpty else { continue }
            if events.count > capacity { grow(to: events.count) }
            let found = visit(events, words, codes, time)
            if found < 0 {
                try exact.scan(subject..<subject + 1)
                continue
            }
            if mask.keepsAll || mask.keepsAny(of: events) { subjects += 1 }
            if found > 0 { count(found, events) }
        }
    }

    private func grow(to count: Int) {
        positions.deallocate()
        capacity = count
        positions = .allocate(capacity: capacity)
    }

    /// Gathers the step events of a subject and finds what they reached; how many there are, -1 where two share an instant.
    ///
    /// What is of this object is read once: the compiler cannot know that nothing written here changes it.
    @inline(__always)
    private func visit<Word: FixedWidthInteger>(
        _ events: Range<Int>,
        _ words: UnsafePointer<UInt64>,
        _ codes: UnsafePointer<Word>,
        _ time: UnsafePointer<Int64>
    ) -> Int {
        let (latest, step, positions, window) = (latest, step, positions, window)
        let (from, to) = (range.lowerBound, range.upperBound)
        for index in 0...(depth + 1) { latest[index] = PlainFunnelScan.never }
        let (first, last) = (events.lowerBound, events.upperBound - 1)
        var word = first >> 6
        var bits = words[word] & (.max << UInt64(first & 63))
        var count = 0
        var before = Int64.min
        var isTied = false
        while true {
            if word == last >> 6 { bits &= .max >> UInt64(63 - last & 63) }
            while bits != 0 {
                let position = word << 6 + bits.trailingZeroBitCount
                bits &= bits &- 1
                let here = Int(step[Int(codes[position])])
                let now = time[position]
                isTied = isTied || now == before
                before = now
                positions[count] = Int32(truncatingIfNeeded: position)
                count &+= 1
                // No branch: what happens to a step is no better foretold than a coin.
                latest[0] = from <= now && now <= to ? now : PlainFunnelScan.never
                let entry = latest[here]
                latest[here &+ 1] = now &- entry <= window ? entry : latest[here &+ 1]
            }
            if word == last >> 6 { break }
            word &+= 1
            bits = words[word]
        }
        return isTied ? -1 : count
    }

    /// The time of the `index`-th step event of the subject in hand.
    @inline(__always)
    private func time(_ index: Int) -> Int64 { input.time[Int(positions[index])] }

    @inline(__always)
    private func step(_ index: Int) -> Int { Int(step[Int(input.touchpoint[Int(positions[index])] &+ 1)]) }

    /// Counts the subject whose step events were gathered.
    private func count(_ found: Int, _ events: Range<Int>) {
        var reached = 0
        while reached < depth, latest[reached + 1] != PlainFunnelScan.never { reached += 1 }
        guard reached > 0 else { return }
        let lastEntry = latest[1]
        let isBroken = !groups.isEmpty
        let isConverted = reached == depth
        let needsChain =
            detail == .full || (isConverted && (detail == .times || !isMature(lastEntry)))
            || (isBroken && input.plan.query.attribution != .earliestEntry)
        if needsChain { findChain(reached, found) }
        tally(reached, lastEntry, events, into: whole, hasChain: needsChain)
        guard isBroken, let code = groupCode(reached, found) else { return }
        tally(reached, lastEntry, events, into: group(code), hasChain: needsChain)
    }

    /// The chain of the earliest entry that gets as far: without ties the next event of the next step is always right.
    private func findChain(_ reached: Int, _ found: Int) {
        var entry = 0
        while entry < found {
            defer { entry += 1 }
            guard step(entry) == 0, range.contains(time(entry)) else { continue }
            let start = time(entry)
            chain[0] = entry
            var matched = 1
            var event = entry + 1
            while matched < reached, event < found, time(event) &- start <= window {
                if step(event) == matched {
                    chain[matched] = event
                    matched += 1
                }
                event += 1
            }
            if matched == reached { return }
        }
    }

    private func tally(
        _ reached: Int,
        _ lastEntry: Int64,
        _ events: Range<Int>,
        into tally: PlainTally,
        hasChain: Bool
    ) {
        let start = hasChain ? time(chain[0]) : lastEntry
        if detail == .full {
            for index in 1..<max(1, reached) {
                tally.take(gap: time(chain[index]) &- time(chain[index - 1]), to: index)
            }
        }
        if reached == depth {
            tally.convert(isMature: isMature(start))
            if detail != .counts { tally.take(timeToConvert: time(chain[reached - 1]) &- start) }
            return
        }
        if detail != .counts {
            tally.take(censored: min(max(0, span(from: lastEntry, to: input.horizon)), input.plan.window))
        }
        if isMature(lastEntry) {
            tally.drop(at: reached - 1)
            if detail == .full { countNext(reached, start, events, into: tally) }
        } else {
            tally.wait(at: reached - 1)
        }
    }

    /// D3: the window of an entry at `start` has passed.
    @inline(__always)
    private func isMature(_ start: Int64) -> Bool {
        input.plan.window == .max || start &+ window <= input.horizon
    }

    /// D9: the subject's first event in scope after the last one of the chain, within the window.
    private func countNext(_ reached: Int, _ start: Int64, _ events: Range<Int>, into tally: PlainTally) {
        let last = Int(positions[chain[reached - 1]])
        let time = input.time.values
        for position in (last + 1)..<max(last + 1, events.upperBound) where input.selection.mask.keeps(position) {
            guard time[position] &- start <= window else { break }
            let touchpoint = UInt64(UInt32(bitPattern: input.touchpoint[position] + 1))
            let channel = UInt64(UInt32(bitPattern: input.channel[position] + 1))
            let place = FunnelTally.Next(key: touchpoint << 32 | channel, delay: time[position] &- time[last])
            return tally.take(next: place, from: reached - 1)
        }
        tally.goNowhere(from: reached - 1)
    }

    // MARK: Breakdown (D6)

    private func group(_ code: Int32) -> PlainTally {
        if let group = groups[Int(code) + 1] { return group }
        let group = PlainTally(depth: depth)
        groups[Int(code) + 1] = group
        return group
    }

    private func groupCode(_ reached: Int, _ found: Int) -> Int32? {
        guard let codes = input.breakdown else { return nil }
        switch input.plan.query.attribution {
        case .firstTouch:
            for index in 0..<reached where codes[Int(positions[chain[index]])] >= 0 {
                return codes[Int(positions[chain[index]])]
            }
            return -1
        case .lastTouch:
            for index in (0..<reached).reversed() where codes[Int(positions[chain[index]])] >= 0 {
                return codes[Int(positions[chain[index]])]
            }
            return -1
        case .allSteps: return nil
        case .earliestEntry:
            let entry = (0..<found).first { step($0) == 0 && range.contains(time($0)) }
            return entry.map { codes[Int(positions[$0])] } ?? -1
        case .step(let step):
            guard let depth = input.plan.depth(ofStep: step - 1), depth <= reached else { return -1 }
            return codes[Int(positions[chain[depth - 1]])]
        }
    }
}
