import JourneyModel
import Tallies

/// Counts events, and subjects once each, by channel and period.
final class ChannelsScan {
    /// What was counted.
    struct Counts: Sendable {
        var periods: [Period]
        /// By channel code + 1, for each of the periods.
        var cells: [[ChannelsTally.Cell]]
        /// By channel code + 1.
        var totals: [ChannelsTally.Cell]
        var subjects: Int
    }

    /// A cell as it is counted.
    private struct Count: BitwiseCopyable {
        var events = 0
        var subjects = 0
        /// The subject that was counted last, + 1.
        var last = 0

        @inline(__always)
        mutating func count(_ mark: Int) {
            events &+= 1
            // No branch: whether a person used a channel before is not foretold.
            subjects &+= last == mark ? 0 : 1
            last = mark
        }
    }

    private let lookup: PeriodLookup
    /// Channels and the missing one.
    private let width: Int
    private let totals: UnsafeMutablePointer<Count>
    /// Period by period, in the order in which they were first met.
    private var cells: UnsafeMutablePointer<Count>
    private var periods = 0
    private var capacity = 64
    private var subjects = 0

    /// - Parameter times: where most times lie.
    init(_ scope: Scope, every: PeriodLength, times: ClosedRange<Int64>, channels: Int) {
        lookup = PeriodLookup(zone: scope.zone, length: every, times: times)
        width = channels + 1
        totals = .allocate(capacity: width)
        totals.initialize(repeating: Count(), count: width)
        cells = .allocate(capacity: capacity * width)
        cells.initialize(repeating: Count(), count: capacity * width)
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
        let (projection, mask, lookup, totals, width) = (selection.projection, selection.mask, lookup, totals, width)
        var cells = cells
        for subject in range {
            var isInScope = false
            for position in projection.range(of: subject) where mask.keeps(position) {
                isInScope = true
                let slot = Int(channel[position]) &+ 1
                let period = lookup.number(of: time[position])
                if period >= periods {
                    makeRoom(for: period)
                    cells = self.cells
                }
                cells[period &* width &+ slot].count(subject &+ 1)
                totals[slot].count(subject &+ 1)
            }
            if isInScope { subjects &+= 1 }
        }
    }

    /// Counts one event of nobody: in volumes only.
    func add(_ time: Int64, _ channel: Int32) {
        let period = lookup.number(of: time)
        if period >= periods { makeRoom(for: period) }
        cells[period * width + Int(channel) + 1].events += 1
        totals[Int(channel) + 1].events += 1
    }

    private func makeRoom(for period: Int) {
        periods = period + 1
        guard periods > capacity else { return }
        let room = max(2 * capacity, periods)
        let larger = UnsafeMutablePointer<Count>.allocate(capacity: room * width)
        larger.initialize(from: cells, count: capacity * width)
        (larger + capacity * width).initialize(repeating: Count(), count: (room - capacity) * width)
        cells.deallocate()
        cells = larger
        capacity = room
    }

    var counts: Counts {
        func cell(_ count: Count) -> ChannelsTally.Cell { .init(events: count.events, subjects: count.subjects) }
        return Counts(
            periods: lookup.periods,
            cells: (0..<periods).map { period in (0..<width).map { cell(cells[period * width + $0]) } },
            totals: (0..<width).map { cell(totals[$0]) },
            subjects: subjects
        )
    }
}
