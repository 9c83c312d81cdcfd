import JourneyModel

/// Counts events, and subjects once each, by channel and period.
struct ChannelsScan: Sendable {
    struct Cell: Sendable {
        var events = 0
        var subjects = 0
        /// The subject that was counted last, + 1.
        fileprivate var last = 0

        mutating func join(_ other: Cell) {
            events += other.events
            subjects += other.subjects
        }
    }

    private(set) var lookup: PeriodLookup
    /// By channel code + 1, for each period by its number.
    private(set) var cells: [[Cell]] = []
    /// By channel code + 1.
    private(set) var totals: [Cell]
    private(set) var subjects = 0

    init(_ scope: Scope, every: PeriodLength, channels: Int) {
        lookup = PeriodLookup(zone: scope.zone, length: every)
        totals = Array(repeating: Cell(), count: channels + 1)
    }

    /// Counts the events of `subjects`.
    mutating func scan(_ range: Range<Int>, _ selection: ScopeSelection, _ channel: CodeColumn) {
        let time = selection.projection.events.time.values
        for subject in range {
            var isInScope = false
            for position in selection.projection.range(of: subject) where selection.mask.keeps(position) {
                isInScope = true
                add(time[position], channel[position], subject: subject)
            }
            if isInScope { subjects += 1 }
        }
    }

    /// Counts one event; without a subject in volumes only.
    mutating func add(_ time: Int64, _ channel: Int32, subject: Int?) {
        let period = lookup.number(of: time)
        let slot = Int(channel) + 1
        while cells.count <= period { cells.append(Array(repeating: Cell(), count: totals.count)) }
        count(&cells[period][slot], subject)
        count(&totals[slot], subject)
    }

    private func count(_ cell: inout Cell, _ subject: Int?) {
        cell.events += 1
        if let subject, cell.last != subject + 1 {
            cell.last = subject + 1
            cell.subjects += 1
        }
    }
}
