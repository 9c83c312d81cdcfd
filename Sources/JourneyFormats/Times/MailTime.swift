import JourneyModel

/// Times as RFC 2822 has them: `Thu, 02 Jan 2025 10:00:00 +0000`, without the day's name or the seconds too, with a zone in
/// digits or one of the few that have names everywhere, and perhaps a remark in brackets.
enum MailTime {
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> WallTime? {
        var cursor = ByteCursor(bytes)
        if let first = cursor.peek, !isDigit(first) {
            // The day's name says nothing that the date does not.
            while let byte = cursor.peek, byte != UInt8(ascii: ",") { cursor.skip(byte > 0x40 ? 1 : cursor.left) }
            guard cursor.take(UInt8(ascii: ",")) else { return nil }
        }
        skipSpaces(&cursor)
        guard let day = cursor.number(1, 2) else { return nil }
        skipSpaces(&cursor)
        var letters: [UInt8] = []
        while let byte = cursor.peek, byte > 0x40 {
            letters.append(byte | 0x20)
            cursor.skip(1)
        }
        skipSpaces(&cursor)
        guard let month = TimePattern.month(named: letters), let year = cursor.number(4, 4),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        skipSpaces(&cursor)
        let colon = UInt8(ascii: ":")
        guard let hour = cursor.number(1, 2), cursor.take(colon), let minute = cursor.number(2, 2) else { return nil }
        var second = 0
        if cursor.take(colon) {
            guard let found = cursor.number(2, 2) else { return nil }
            second = found
        }
        skipSpaces(&cursor)
        guard let offset = zone(&cursor), isRemark(&cursor),
            let clock = WallTime.milliseconds(hour: hour, minute: minute, second: second, millisecond: 0)
        else { return nil }
        return WallTime(date: date, millisecondsOfDay: clock, offsetSeconds: offset)
    }

    private static func zone(_ cursor: inout ByteCursor) -> Int? {
        if let offset = cursor.zoneOffset() { return offset }
        for name in ["UTC", "GMT", "UT"] where name.utf8.enumerated().allSatisfy({ cursor.peek($0) == $1 }) {
            cursor.skip(name.utf8.count)
            return 0
        }
        return nil
    }

    /// Whether nothing follows but a remark such as `(CET)`.
    private static func isRemark(_ cursor: inout ByteCursor) -> Bool {
        skipSpaces(&cursor)
        guard cursor.peek == UInt8(ascii: "(") else { return cursor.isAtEnd }
        return cursor.peek(cursor.left - 1) == UInt8(ascii: ")")
    }

    private static func skipSpaces(_ cursor: inout ByteCursor) {
        while cursor.peek == 32 { cursor.skip(1) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
