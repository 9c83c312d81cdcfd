import JourneyModel

/// How far one subject gets in a plain funnel, and by which events: what its mark does not tell.
final class PlainChain {
    /// Before every time of a plain funnel, and so long before that no window reaches back to it.
    static let never = Int64.min / 2

    private let input: FunnelScan.Input
    private let depth: Int
    private let window: Int64
    /// Entry times.
    private let range: ClosedRange<Int64>
    /// `PlainFunnel.stepOfTouchpoint`.
    private let step: UnsafeMutablePointer<UInt8>
    /// By depth: the latest entry that got there; `never` for none. The one before the first holds the event in hand.
    private let latest: UnsafeMutablePointer<Int64>
    /// By depth - 1: the position of the chain's event.
    private let chain: UnsafeMutablePointer<Int>

    init(_ funnel: PlainFunnel, _ input: FunnelScan.Input) {
        self.input = input
        depth = input.plan.depth
        window = funnel.window
        range = funnel.range
        step = .allocate(capacity: funnel.stepOfTouchpoint.count)
        step.initialize(from: funnel.stepOfTouchpoint, count: funnel.stepOfTouchpoint.count)
        latest = .allocate(capacity: depth + 3)
        latest.initialize(repeating: 0, count: depth + 3)
        chain = .allocate(capacity: depth + 1)
        chain.initialize(repeating: 0, count: depth + 1)
    }

    deinit {
        step.deallocate()
        latest.deallocate()
        chain.deallocate()
    }

    /// The position of the event with which the chain found last gets to `depth`.
    @inline(__always)
    func position(_ depth: Int) -> Int { chain[depth &- 1] }

    /// How far the subject with `events` gets, and its latest entry; nil where two of its step events share an instant.
    func reach(_ events: Range<Int>) -> (depth: Int, lastEntry: Int64)? {
        for index in 0...(depth + 1) { latest[index] = PlainChain.never }
        let codes = input.touchpoint.bytes
        let isTied =
            switch input.touchpoint.width {
            case 1: follow(events, codes.assumingMemoryBound(to: UInt8.self))
            case 2: follow(events, codes.assumingMemoryBound(to: UInt16.self))
            default: follow(events, codes.assumingMemoryBound(to: UInt32.self))
            }
        if isTied { return nil }
        var reached = 0
        while reached < depth, latest[reached + 1] != PlainChain.never { reached += 1 }
        return (reached, latest[1])
    }

    /// Fills `latest`; whether two step events share an instant.
    ///
    /// What is of this object is read once: the compiler cannot know that nothing written here changes it.
    @inline(__always)
    private func follow<Word: FixedWidthInteger>(_ events: Range<Int>, _ codes: UnsafePointer<Word>) -> Bool {
        guard let times = input.time.values.baseAddress, var places = BitPlaces(input.interest, events) else {
            return false
        }
        let (latest, step, window, from, to) = (latest, step, window, range.lowerBound, range.upperBound)
        var before = Int64.min
        var isTied = false
        while let position = places.next() {
            let here = Int(step[Int(codes[position])])
            let now = times[position]
            isTied = isTied || now == before
            before = now
            // No branch: what happens to a step is no better foretold than a coin.
            latest[0] = from <= now && now <= to ? now : PlainChain.never
            let entry = latest[here]
            latest[here &+ 1] = now &- entry <= window ? entry : latest[here &+ 1]
        }
        return isTied
    }

    /// Finds the chain of the earliest entry that gets to `reached`, and nothing beyond its last event: without ties the
    /// next event of the next step is always right.
    func find(_ reached: Int, in events: Range<Int>) {
        let codes = input.touchpoint.bytes
        switch input.touchpoint.width {
        case 1: find(reached, in: events, codes.assumingMemoryBound(to: UInt8.self))
        case 2: find(reached, in: events, codes.assumingMemoryBound(to: UInt16.self))
        default: find(reached, in: events, codes.assumingMemoryBound(to: UInt32.self))
        }
    }

    @inline(__always)
    private func find<Word: FixedWidthInteger>(
        _ reached: Int,
        in events: Range<Int>,
        _ codes: UnsafePointer<Word>
    ) {
        guard let times = input.time.values.baseAddress, var places = BitPlaces(input.interest, events) else { return }
        let (chain, step, window, range) = (chain, step, window, range)
        var matched = 0
        var start: Int64 = 0
        while matched < reached {
            guard let position = places.next(), matched == 0 || times[position] &- start <= window else {
                // This entry does not get there: the next one is tried.
                guard matched > 0, let rest = BitPlaces(input.interest, chain[0] + 1..<events.upperBound) else {
                    return
                }
                matched = 0
                places = rest
                continue
            }
            guard Int(step[Int(codes[position])]) == matched else { continue }
            if matched == 0 {
                start = times[position]
                guard range.contains(start) else { continue }
            }
            chain[matched] = position
            matched &+= 1
        }
    }

    /// The position of the earliest entry (D6); nil where there is none.
    @inline(__always)
    func firstEntry(in events: Range<Int>) -> Int? {
        guard var places = BitPlaces(input.interest, events) else { return nil }
        while let position = places.next() {
            let isEntry = step[Int(input.touchpoint[position] &+ 1)] == 0
            if isEntry, range.contains(input.time[position]) { return position }
        }
        return nil
    }
}
