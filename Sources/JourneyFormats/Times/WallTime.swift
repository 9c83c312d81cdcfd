import JourneyModel

/// A date and a time of day as they are written, with the offset from UTC where one is written too.
struct WallTime: Hashable, Sendable {
    var date: CivilDate
    var millisecondsOfDay: Int64
    /// Seconds east of UTC; nil where the text names no zone.
    var offsetSeconds: Int?
    /// Beyond the millisecond.
    var nanoseconds = 0

    /// Milliseconds since 1970-01-01T00:00 on the clock that is meant.
    var localMilliseconds: Int64 {
        Int64(date.daysSinceEpoch) * .day + millisecondsOfDay
    }

    /// The milliseconds of a day at a time of it; nil where there is no such time. 24:00:00 is the next midnight, and
    /// second 60, a leap second, the first of the next minute.
    static func milliseconds(hour: Int, minute: Int, second: Int, millisecond: Int) -> Int64? {
        let isMidnight = hour == 24 && minute == 0 && second == 0 && millisecond == 0
        guard (0...23).contains(hour) || isMidnight, (0...59).contains(minute), (0...60).contains(second) else {
            return nil
        }
        return Int64(hour) * .hour + Int64(minute) * .minute + Int64(second) * .second + Int64(millisecond)
    }
}
