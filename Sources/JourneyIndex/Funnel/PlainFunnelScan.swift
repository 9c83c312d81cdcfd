import JourneyModel

/// The scan of funnels with nothing but steps and a window, which most are: only events of the funnel's touchpoints are
/// visited, and most subjects are counted by their mark alone.
///
/// Who is not, because the window is still open or the chain's events are wanted, is looked at once more. A subject with
/// two step events at one instant is left to the exact search.
final class PlainFunnelScan {
    /// An event of a step.
    private struct StepEvent: BitwiseCopyable {
        var time: Int64
        var position: Int32
        var step: Int32
    }

    let input: FunnelScan.Input
    private let marks: FunnelMarks
    private let exact: FunnelScan
    private let whole: PlainTally
    /// By the breakdown's code + 1.
    private let groups: UnsafeMutableBufferPointer<PlainTally?>
    private let isBroken: Bool
    /// Broken down by the earliest entry.
    private let isByEntry: Bool
    private var subjects = 0
    /// `PlainFunnel.stepOfTouchpoint`.
    private let step: UnsafeMutablePointer<UInt8>
    /// By depth: the latest entry that got there; `never` for none. The one before the first holds the event in hand.
    private let latest: UnsafeMutablePointer<Int64>
    /// The step events of the subject in hand.
    private var events: UnsafeMutablePointer<StepEvent>
    private var capacity = 4096
    /// Which of these the chain in hand has.
    private let chain: UnsafeMutablePointer<Int>

    private let depth: Int
    private let window: Int64
    private let range: ClosedRange<Int64>
    private let detail: FunnelQuery.Detail

    /// Before every time of a plain funnel, and so long before that no window reaches back to it.
    private static let never = Int64.min / 2

    init(_ funnel: PlainFunnel, _ input: FunnelScan.Input) {
        let plan = input.plan
        marks = FunnelMarks(funnel, input)
        self.input = input
        range = funnel.range
        depth = plan.depth
        window = min(plan.window, PlainFunnel.farthest)
        detail = plan.query.detail
        exact = FunnelScan(input)
        whole = PlainTally(depth: depth)
        groups = .allocate(capacity: (input.breakdownValues ?? -1) + 1)
        groups.initialize(repeating: nil)
        isBroken = input.breakdown != nil
        isByEntry = plan.query.attribution == .earliestEntry
        step = .allocate(capacity: funnel.stepOfTouchpoint.count)
        step.initialize(from: funnel.stepOfTouchpoint, count: funnel.stepOfTouchpoint.count)
        latest = .allocate(capacity: depth + 3)
        latest.initialize(repeating: 0, count: depth + 3)
        chain = .allocate(capacity: depth + 1)
        chain.initialize(repeating: 0, count: depth + 1)
        events = .allocate(capacity: capacity)
    }

    deinit {
        step.deallocate()
        latest.deallocate()
        chain.deallocate()
        events.deallocate()
        groups.deinitialize().deallocate()
    }

    /// What was counted, by the exact search and here.
    var counts: FunnelScan.Counts {
        var counts = exact.counts
        counts.subjects = subjects
        counts.whole.join(whole.tally)
        for (index, group) in groups.enumerated() {
            guard let group else { continue }
            counts.groups[Int32(index) - 1, default: input.emptyTally].join(group.tally)
        }
        return counts
    }

    func scan(_ range: Range<Int>) throws {
        subjects += marks.read(range)
        for place in 0..<range.count {
            let mark = marks[place]
            if mark == 0 || countSettled(mark, range.lowerBound + place) { continue }
            try look(at: range.lowerBound + place)
        }
    }

    /// Counts a subject of which the mark says enough; false where it does not.
    @inline(__always)
    private func countSettled(_ mark: UInt64, _ subject: Int) -> Bool {
        guard mark & FunnelMarks.isOpen == 0, detail != .full else { return false }
        let reached = UInt64.bitWidth - mark.leadingZeroBitCount
        if reached == depth, detail == .times { return false }
        var broken: PlainTally?
        if isBroken {
            guard isByEntry else { return false }
            broken = group(entryCode(of: subject))
        }
        tallySettled(reached, into: whole)
        if let broken { tallySettled(reached, into: broken) }
        return true
    }

    @inline(__always)
    private func tallySettled(_ reached: Int, into tally: PlainTally) {
        if reached == depth { return tally.convert(isMature: true) }
        tally.drop(at: reached - 1)
        if detail != .counts { tally.outlastWindow() }
    }

    /// The breakdown's code of the subject's earliest entry (D6).
    @inline(__always)
    private func entryCode(of subject: Int) -> Int32 {
        guard let codes = input.breakdown, let words = input.interest.words else { return -1 }
        let events = input.selection.projection.range(of: subject)
        var position = events.lowerBound
        while position < events.upperBound {
            let bits = words[position >> 6] >> UInt64(position & 63)
            position = bits == 0 ? (position | 63) + 1 : position + bits.trailingZeroBitCount
            guard bits != 0, position < events.upperBound else { continue }
            if step[Int(input.touchpoint[position] &+ 1)] == 0, range.contains(input.time[position]) {
                return codes[position]
            }
            position += 1
        }
        return -1
    }

    /// Counts one subject from a look at all its step events.
    private func look(at subject: Int) throws {
        let events = input.selection.projection.range(of: subject)
        guard !events.isEmpty, let words = input.interest.words, let time = input.time.values.baseAddress else {
            return
        }
        if events.count > capacity { grow(to: events.count) }
        let codes = input.touchpoint.bytes
        let found =
            switch input.touchpoint.width {
            case 1: visit(events, words, codes.assumingMemoryBound(to: UInt8.self), time)
            case 2: visit(events, words, codes.assumingMemoryBound(to: UInt16.self), time)
            default: visit(events, words, codes.assumingMemoryBound(to: UInt32.self), time)
            }
        if found < 0 { return try exact.scan(subject..<subject + 1) }
        if found > 0 { count(found, events) }
    }

    private func grow(to count: Int) {
        events.deallocate()
        capacity = count
        events = .allocate(capacity: capacity)
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
        let (latest, step, found, window) = (latest, step, self.events, window)
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
                found[count] = StepEvent(
                    time: now,
                    position: Int32(truncatingIfNeeded: position),
                    step: Int32(truncatingIfNeeded: here)
                )
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
    private func time(_ index: Int) -> Int64 { events[index].time }

    @inline(__always)
    private func position(_ index: Int) -> Int { Int(events[index].position) }

    /// Counts the subject whose step events were gathered.
    private func count(_ found: Int, _ events: Range<Int>) {
        var reached = 0
        while reached < depth, latest[reached + 1] != PlainFunnelScan.never { reached += 1 }
        guard reached > 0 else { return }
        let lastEntry = latest[1]
        let isConverted = reached == depth
        let needsChain =
            detail == .full || (isConverted && (detail == .times || !isMature(lastEntry)))
            || (isBroken && !isByEntry)
        if needsChain { findChain(reached, found) }
        tally(reached, lastEntry, events, into: whole, hasChain: needsChain)
        guard isBroken, let code = groupCode(reached, found) else { return }
        tally(reached, lastEntry, events, into: group(code), hasChain: needsChain)
    }

    /// The chain of the earliest entry that gets as far: without ties the next event of the next step is always right.
    private func findChain(_ reached: Int, _ found: Int) {
        let (events, chain, window, range) = (events, chain, window, range)
        var entry = 0
        while entry < found {
            defer { entry += 1 }
            guard events[entry].step == 0, range.contains(events[entry].time) else { continue }
            let start = events[entry].time
            chain[0] = entry
            var matched = 1
            var event = entry + 1
            while matched < reached, event < found, events[event].time &- start <= window {
                if events[event].step == matched {
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
        if input.plan.window != .max, isMature(lastEntry) {
            if detail != .counts { tally.outlastWindow() }
        } else if detail != .counts {
            tally.take(censored: max(0, span(from: lastEntry, to: input.horizon)))
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
        let last = position(chain[reached - 1])
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
            for index in 0..<reached where codes[position(chain[index])] >= 0 {
                return codes[position(chain[index])]
            }
            return -1
        case .lastTouch:
            for index in (0..<reached).reversed() where codes[position(chain[index])] >= 0 {
                return codes[position(chain[index])]
            }
            return -1
        case .allSteps: return nil
        case .earliestEntry:
            let entry = (0..<found).first { events[$0].step == 0 && range.contains(time($0)) }
            return entry.map { codes[position($0)] } ?? -1
        case .step(let step):
            guard let depth = input.plan.depth(ofStep: step - 1), depth <= reached else { return -1 }
            return codes[position(chain[depth - 1])]
        }
    }
}
