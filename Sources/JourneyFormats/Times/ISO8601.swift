import JourneyModel

/// ISO 8601 as files have it: `2010-10-02T07:20:39.266Z`, a space or `t` for the `T`, no seconds, no fraction or one of 1
/// to 9 digits, `Z`, `+01:00`, `+0100`, `+01` or no zone, and the date alone. Nothing may follow.
enum ISO8601 {
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> WallTime? {
        var cursor = ByteCursor(bytes)
        let dash = UInt8(ascii: "-")
        guard let year = cursor.number(4, 4), cursor.take(dash),
            let month = cursor.number(2, 2), cursor.take(dash),
            let day = cursor.number(2, 2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        if cursor.isAtEnd { return WallTime(date: date, millisecondsOfDay: 0, offsetSeconds: nil) }
        guard cursor.take(UInt8(ascii: "T")) || cursor.take(UInt8(ascii: " ")) || cursor.take(UInt8(ascii: "t")) else {
            return nil
        }
        guard let clock = clock(&cursor) else { return nil }
        var offset: Int?
        if !cursor.isAtEnd {
            if cursor.peek == UInt8(ascii: " ") { cursor.skip(1) }
            offset = cursor.zoneOffset()
            if offset == nil, !utcWord(&cursor, &offset) { return nil }
        }
        guard cursor.isAtEnd else { return nil }
        return WallTime(
            date: date,
            millisecondsOfDay: clock.milliseconds,
            offsetSeconds: offset,
            nanoseconds: clock.nanoseconds
        )
    }

    private static func clock(_ cursor: inout ByteCursor) -> (milliseconds: Int64, nanoseconds: Int)? {
        guard let hour = cursor.number(2, 2), cursor.take(UInt8(ascii: ":")), let minute = cursor.number(2, 2) else {
            return nil
        }
        var second = 0
        var part = ByteCursor.Fraction()
        if cursor.take(UInt8(ascii: ":")) {
            guard let found = cursor.number(2, 2) else { return nil }
            second = found
            if cursor.take(UInt8(ascii: ".")) || cursor.take(UInt8(ascii: ",")) {
                guard let fraction = cursor.fraction() else { return nil }
                part = fraction
            }
        }
        let time = WallTime.milliseconds(hour: hour, minute: minute, second: second, millisecond: part.milliseconds)
        return time.map { ($0, part.nanoseconds) }
    }

    /// `UTC` after the time, as databases print it.
    private static func utcWord(_ cursor: inout ByteCursor, _ offset: inout Int?) -> Bool {
        guard cursor.left == 3, cursor.peek == UInt8(ascii: "U"), cursor.peek(1) == UInt8(ascii: "T"),
            cursor.peek(2) == UInt8(ascii: "C")
        else { return false }
        cursor.skip(3)
        offset = 0
        return true
    }
}
