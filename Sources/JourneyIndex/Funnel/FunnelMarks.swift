internal import CScan
import JourneyModel

/// How far each of some subjects gets in a funnel of steps and a window, from one look at each event of a step.
///
/// For every depth the latest entry of a chain that has come so far is kept: a later entry has its window open for longer,
/// so it is the only one to keep.
final class FunnelMarks {
    /// A mark with this bit says how far a subject gets only where no two of its events share an instant, and does not say
    /// whether its window has passed.
    static let isOpen: UInt64 = 1 << 63

    private let input: FunnelScan.Input
    private let funnel: PlainFunnel
    /// By byte of `codes`: the step.
    private let stepOfByte: [UInt8]
    private let latest: UnsafeMutablePointer<Int64>
    /// By place in the range of subjects, + 1.
    private let marks = WorkingMemory<UInt64>()
    private let starts = WorkingMemory<UInt64>()
    private let wanted = WorkingMemory<UInt64>()
    private let kept = WorkingMemory<UInt64>()
    /// Steps of events whose touchpoints have codes of more than a byte.
    private let steps = WorkingMemory<UInt8>()

    init(_ funnel: PlainFunnel, _ input: FunnelScan.Input) {
        self.funnel = funnel
        self.input = input
        stepOfByte = input.touchpoint.width == 1 ? funnel.stepOfTouchpoint : Array(0...63)
        latest = .allocate(capacity: input.plan.depth + 2)
    }

    deinit {
        latest.deallocate()
    }

    /// The mark of the subject at `place` in the range that was read last; 0 where it does not enter.
    @inline(__always)
    subscript(place: Int) -> UInt64 { marks[place &+ 1] }

    /// Reads the events of `subjects`; how many of these have an event in scope.
    func read(_ subjects: Range<Int>) -> Int {
        let projection = input.selection.projection
        let (first, last) = (projection.start(of: subjects.lowerBound), projection.start(of: subjects.upperBound))
        marks.set(repeating: 0, count: subjects.count + 1)
        guard first < last, let interest = input.interest.words else { return 0 }
        let words = first >> 6..<(last + 63) >> 6
        let origin = words.lowerBound << 6
        starts.set(repeating: 0, count: words.count)
        for subject in subjects {
            let place = projection.start(of: subject) &- origin
            starts.base[place >> 6] |= 1 << UInt64(place & 63)
        }
        wanted.set(from: interest + words.lowerBound, count: words.count)
        keepOnly(first - origin..<last - origin, wanted)
        let live = dropDead(subjects, origin, wanted)
        mark(words)
        guard let mask = input.selection.mask.words else { return live }
        kept.set(from: mask + words.lowerBound, count: words.count)
        keepOnly(first - origin..<last - origin, kept)
        _ = dropDead(subjects, origin, kept)
        return cscan_runs_met(kept.base, starts.base, words.count)
    }

    private func mark(_ words: Range<Int>) {
        guard let times = input.time.values.baseAddress else { return }
        let origin = words.lowerBound << 6
        let isByte = input.touchpoint.width == 1
        if !isByte { translate(origin..<min(words.upperBound << 6, input.touchpoint.count)) }
        let codes =
            isByte
            ? input.touchpoint.bytes.assumingMemoryBound(to: UInt8.self) + origin : UnsafePointer(steps.base)
        stepOfByte.withUnsafeBufferPointer { table in
            var terms = cscan_funnel(
                depth: input.plan.depth,
                window: funnel.window,
                from: funnel.range.lowerBound,
                to: funnel.range.upperBound,
                settled: funnel.settled,
                stride: funnel.stride,
                step_of_code: table.baseAddress
            )
            var events = cscan_steps(
                words: words.count,
                wanted: wanted.base,
                starts: starts.base,
                codes: codes,
                times: times + origin
            )
            cscan_funnel_marks(&terms, &events, latest, marks.base)
        }
    }

    /// Steps in place of codes.
    private func translate(_ positions: Range<Int>) {
        steps.removeAll()
        for position in positions { steps.append(funnel.stepOfTouchpoint[Int(input.touchpoint[position] &+ 1)]) }
    }

    /// Clears the bits outside of `places`.
    private func keepOnly(_ places: Range<Int>, _ bits: borrowing WorkingMemory<UInt64>) {
        bits.base[0] &= .max << UInt64(places.lowerBound & 63)
        bits.base[(places.upperBound - 1) >> 6] &= .max >> UInt64(63 - (places.upperBound - 1) & 63)
    }

    /// Clears the bits of events that do not count any more; how many of `subjects` do count.
    private func dropDead(_ subjects: Range<Int>, _ origin: Int, _ bits: borrowing WorkingMemory<UInt64>) -> Int {
        let projection = input.selection.projection
        guard projection.hasDead else { return subjects.count }
        var live = subjects.count
        for subject in subjects where projection.isDead(subject) {
            live -= 1
            for place in projection.start(of: subject) - origin..<projection.start(of: subject + 1) - origin {
                bits.base[place >> 6] &= ~(1 << UInt64(place & 63))
            }
        }
        return live
    }
}
