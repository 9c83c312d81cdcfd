import JourneyModel

/// Counts events, and subjects once each, by channel and period.
final class ChannelsScan {
    struct Cell: Sendable {
        var events = 0
        var subjects = 0

        mutating func join(_ other: Cell) {
            events += other.events
            subjects += other.subjects
        }
    }

    /// What was counted.
    struct Counts: Sendable {
        var periods: [Period]
        /// By channel code + 1, for each of the periods.
        var cells: [[Cell]]
        /// By channel code + 1.
        var totals: [Cell]
        var subjects: Int
    }

    /// A cell as it is counted.
    private struct Tally: BitwiseCopyable {
        var events = 0
        var subjects = 0
        /// The subject that was counted last, + 1.
        var last = 0

        @inline(__always)
        mutating func count(_ mark: Int) {
            events &+= 1
            if last != mark {
                last = mark
                subjects &+= 1
            }
        }
    }

    private var lookup: PeriodLookup
    /// Channels and the missing one.
    private let width: Int
    private let totals: UnsafeMutablePointer<Tally>
    /// Period by period, in the order in which they were first met.
    private var cells: UnsafeMutablePointer<Tally>
    private var periods = 0
    private var capacity = 64
    private var subjects = 0

    init(_ scope: Scope, every: PeriodLength, channels: Int) {
        lookup = PeriodLookup(zone: scope.zone, length: every)
        width = channels + 1
        totals = .allocate(capacity: width)
        totals.initialize(repeating: Tally(), count: width)
        cells = .allocate(capacity: capacity * width)
        cells.initialize(repeating: Tally(), count: capacity * width)
    }

    deinit {
        totals.deallocate()
        cells.deallocate()
    }

    /// Counts the events of `range`'s subjects.
    func scan(
        _ range: Range<Int>,
        _ selection: ScopeSelection,
        _ time: UnsafeBufferPointer<Int64>,
        _ channel: CodeColumn
    ) {
        let (projection, mask) = (selection.projection, selection.mask)
        var span = 0..<0 as Range<Int64>
        var row = cells
        for subject in range {
            var isInScope = false
            for position in projection.range(of: subject) where mask.keeps(position) {
                isInScope = true
                let now = time[position]
                // Most events are of the same period as the one before.
                if now < span.lowerBound || now >= span.upperBound {
                    row = self.row(of: now)
                    span = lookup.span
                }
                let slot = Int(channel[position]) &+ 1
                row[slot].count(subject &+ 1)
                totals[slot].count(subject &+ 1)
            }
            if isInScope { subjects &+= 1 }
        }
    }

    /// Counts one event of nobody: in volumes only.
    func add(_ time: Int64, _ channel: Int32) {
        row(of: time)[Int(channel) + 1].events += 1
        totals[Int(channel) + 1].events += 1
    }

    private func row(of time: Int64) -> UnsafeMutablePointer<Tally> {
        let period = lookup.number(of: time)
        if period >= capacity { grow() }
        periods = max(periods, period + 1)
        return cells + period * width
    }

    private func grow() {
        let larger = UnsafeMutablePointer<Tally>.allocate(capacity: 2 * capacity * width)
        larger.initialize(from: cells, count: capacity * width)
        (larger + capacity * width).initialize(repeating: Tally(), count: capacity * width)
        cells.deallocate()
        cells = larger
        capacity *= 2
    }

    var counts: Counts {
        func cell(_ tally: Tally) -> Cell { Cell(events: tally.events, subjects: tally.subjects) }
        return Counts(
            periods: lookup.periods,
            cells: (0..<periods).map { period in (0..<width).map { cell(cells[period * width + $0]) } },
            totals: (0..<width).map { cell(totals[$0]) },
            subjects: subjects
        )
    }
}
