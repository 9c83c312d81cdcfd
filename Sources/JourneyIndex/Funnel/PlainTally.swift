import JourneyModel
import Tallies

/// What `FunnelCounts` holds, in memory of its own that the scan of many subjects fills without a check.
final class PlainTally {
    let depth: Int
    /// Converted, of these mature, mature, not converted when the window ended; then by depth dropped, pending,
    /// gone nowhere, and completed otherwise.
    private let counts: UnsafeMutablePointer<Int>
    /// By depth - 1; as pointers, because an array would count references at every step of the scan.
    private let gaps: UnsafeMutablePointer<WorkingMemory<Int64>>
    private let next: UnsafeMutablePointer<WorkingMemory<NextPlace>>
    private let timesToConvert = UnsafeMutablePointer<WorkingMemory<Int64>>.allocate(capacity: 1)
    private let censored = UnsafeMutablePointer<WorkingMemory<Int64>>.allocate(capacity: 1)

    init(depth: Int) {
        self.depth = depth
        let size = 4 + 4 * depth
        counts = .allocate(capacity: size)
        counts.initialize(repeating: 0, count: size)
        gaps = .allocate(capacity: depth)
        next = .allocate(capacity: depth)
        for stop in 0..<depth {
            (gaps + stop).initialize(to: WorkingMemory())
            (next + stop).initialize(to: WorkingMemory())
        }
        timesToConvert.initialize(to: WorkingMemory())
        censored.initialize(to: WorkingMemory())
    }

    deinit {
        counts.deallocate()
        gaps.deinitialize(count: depth).deallocate()
        next.deinitialize(count: depth).deallocate()
        timesToConvert.deinitialize(count: 1).deallocate()
        censored.deinitialize(count: 1).deallocate()
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
    func completeOtherwise(from stop: Int) { counts[4 + 3 * depth + stop] += 1 }

    @inline(__always)
    func take(next place: NextPlace, from stop: Int) { next[stop].append(place) }

    @inline(__always)
    func take(gap: Int64, to depth: Int) { gaps[depth].append(gap) }

    @inline(__always)
    func take(timeToConvert time: Int64) { timesToConvert.pointee.append(time) }

    @inline(__always)
    func take(censored time: Int64) { censored.pointee.append(time) }

    /// Takes the same out of here, by names.
    func takeCounts(_ names: PlaceNames) -> FunnelCounts {
        var taken = FunnelCounts(depth: depth, optionals: 0)
        taken.converted = counts[0]
        taken.matureConverted = counts[1]
        taken.mature = counts[2]
        taken.outlasting = counts[3]
        for stop in 0..<depth {
            taken.stops[stop].dropped = counts[4 + stop]
            taken.stops[stop].pending = counts[4 + depth + stop]
            taken.stops[stop].nothingNext = counts[4 + 2 * depth + stop]
            taken.stops[stop].completedOtherwise = counts[4 + 3 * depth + stop]
            taken.stops[stop].gaps = takeSpans(gaps + stop)
            let list = next + stop
            taken.stops[stop].next = names.table(
                UnsafeBufferPointer(start: list.pointee.base, count: list.pointee.count)
            )
            list.pointee = WorkingMemory(capacity: 1)
        }
        taken.timesToConvert = takeSpans(timesToConvert)
        taken.censored = takeSpans(censored)
        return taken
    }

    /// A list at a time is there twice, and no longer than it takes to copy it.
    private func takeSpans(_ list: UnsafeMutablePointer<WorkingMemory<Int64>>) -> Spans {
        let spans = Spans(list.pointee.array)
        list.pointee = WorkingMemory(capacity: 1)
        return spans
    }
}
