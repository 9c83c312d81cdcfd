import JourneyModel

/// A time of a batch that clocks showed twice or never.
struct ClockTime: Hashable, Sendable {
    var row: Int
    var field: EventPlan.NumberField
    var clock: TimeMark.Clock
}

/// What the times of a batch say beyond their milliseconds. The row in hand counts once it is kept.
final class TimeMarks {
    private(set) var clockTimes: [ClockTime] = []
    /// How many of them are of rows that were kept.
    private var kept = 0
    /// Of the time of the row in hand: beyond its millisecond.
    private(set) var nanoseconds = 0

    /// Begins a row: what was not kept is gone.
    @inline(__always)
    func begin() {
        nanoseconds = 0
        if clockTimes.count > kept { clockTimes.removeLast(clockTimes.count - kept) }
    }

    @inline(never)
    func note(_ mark: TimeMark, of field: EventPlan.NumberField, row: Int) {
        if field == .time { nanoseconds = mark.nanoseconds }
        if let clock = mark.clock { clockTimes.append(ClockTime(row: row, field: field, clock: clock)) }
    }

    @inline(__always)
    func keep() { kept = clockTimes.count }

    /// Those of the rows that were kept; a new batch is begun.
    func take() -> [ClockTime] {
        begin()
        defer { (clockTimes, kept) = ([], 0) }
        return clockTimes
    }
}
