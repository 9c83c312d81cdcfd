import JourneyModel

/// What `FunnelTally` holds, in memory of its own that the scan of many subjects fills without a check.
final class PlainTally {
    let depth: Int
    /// Converted, of these mature, mature, not converted when the window ended; then by depth dropped, pending, and gone nowhere.
    private let counts: UnsafeMutablePointer<Int>
    /// By depth - 1; as pointers, because an array would count references at every step of the scan.
    private let gaps: UnsafeMutablePointer<WorkingMemory<Int64>>
    private let next: UnsafeMutablePointer<WorkingMemory<FunnelTally.Next>>
    private let timesToConvert = WorkingMemory<Int64>()
    private let censored = WorkingMemory<Int64>()

    init(depth: Int) {
        self.depth = depth
        let size = 4 + 3 * depth
        counts = .allocate(capacity: size)
        counts.initialize(repeating: 0, count: size)
        gaps = .allocate(capacity: depth)
        next = .allocate(capacity: depth)
        for stop in 0..<depth {
            (gaps + stop).initialize(to: WorkingMemory())
            (next + stop).initialize(to: WorkingMemory())
        }
    }

    deinit {
        counts.deallocate()
        gaps.deinitialize(count: depth).deallocate()
        next.deinitialize(count: depth).deallocate()
    }

    @inline(__always)
    func convert(isMature: Bool) {
        counts[0] += 1
        guard isMature else { return }
        counts[1] += 1
        counts[2] += 1
    }

    @inline(__always)
    func drop(at stop: Int) {
        counts[2] += 1
        counts[4 + stop] += 1
    }

    @inline(__always)
    func wait(at stop: Int) { counts[4 + depth + stop] += 1 }

    /// Counts one that was seen without converting for as long as the window.
    @inline(__always)
    func outlastWindow() { counts[3] += 1 }

    @inline(__always)
    func goNowhere(from stop: Int) { counts[4 + 2 * depth + stop] += 1 }

    @inline(__always)
    func take(next place: FunnelTally.Next, from stop: Int) { next[stop].append(place) }

    @inline(__always)
    func take(gap: Int64, to depth: Int) { gaps[depth].append(gap) }

    @inline(__always)
    func take(timeToConvert time: Int64) { timesToConvert.append(time) }

    @inline(__always)
    func take(censored time: Int64) { censored.append(time) }

    /// The same as a value, which keeps this memory: nothing may be counted after.
    var tally: FunnelTally {
        var tally = FunnelTally(depth: depth, optionals: 0)
        tally.converted = counts[0]
        tally.matureConverted = counts[1]
        tally.mature = counts[2]
        tally.outlasting = counts[3]
        for stop in 0..<depth {
            tally.dropped[stop] = counts[4 + stop]
            tally.pending[stop] = counts[4 + depth + stop]
            tally.nothingNext[stop] = counts[4 + 2 * depth + stop]
            tally.gaps[stop] = pieces(gaps[stop])
            tally.next[stop] = pieces(next[stop])
        }
        tally.timesToConvert = pieces(timesToConvert)
        tally.censored = pieces(censored)
        return tally
    }

    private func pieces<Element>(_ list: borrowing WorkingMemory<Element>) -> Pieces<Element> {
        Pieces(Column(values: UnsafeBufferPointer(start: list.base, count: list.count), owner: self))
    }
}
