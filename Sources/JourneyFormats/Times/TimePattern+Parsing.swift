import JourneyModel

extension TimePattern {
    /// The parts of a time as they are found.
    private struct Parts {
        var year = 0
        var month = 0
        var day = 0
        var hour = 0
        var minute = 0
        var second = 0
        var fraction = ByteCursor.Fraction()
        var isAfternoon: Bool?
        var offset: Int?
    }

    /// Reads `bytes` to its end; nil where it does not fit.
    func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> WallTime? {
        var cursor = ByteCursor(bytes)
        var parts = Parts()
        for token in tokens {
            guard TimePattern.take(token, &cursor, &parts) else { return nil }
        }
        guard cursor.isAtEnd, let date = CivilDate(year: parts.year, month: parts.month, day: parts.day) else {
            return nil
        }
        var hour = parts.hour
        if let isAfternoon = parts.isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        let clock = WallTime.milliseconds(
            hour: hour,
            minute: parts.minute,
            second: parts.second,
            millisecond: parts.fraction.milliseconds
        )
        return clock.map { clock in
            WallTime(
                date: date,
                millisecondsOfDay: clock,
                offsetSeconds: parts.offset,
                nanoseconds: parts.fraction.nanoseconds
            )
        }
    }

    private static func take(_ token: Token, _ cursor: inout ByteCursor, _ parts: inout Parts) -> Bool {
        switch token {
        case .year(2):
            guard let year = cursor.number(2, 2) else { return false }
            parts.year = year < 70 ? 2000 + year : 1900 + year
        case .year: return number(&cursor, 4, 4, into: &parts.year)
        case .month(let exact): return number(&cursor, exact ? 2 : 1, 2, into: &parts.month)
        case .monthName:
            guard let month = monthName(&cursor) else { return false }
            parts.month = month
        case .day(let exact): return number(&cursor, exact ? 2 : 1, 2, into: &parts.day)
        case .hour(let exact), .hourOfHalf(let exact): return number(&cursor, exact ? 2 : 1, 2, into: &parts.hour)
        case .minute(let exact): return number(&cursor, exact ? 2 : 1, 2, into: &parts.minute)
        case .second(let exact): return number(&cursor, exact ? 2 : 1, 2, into: &parts.second)
        case .fraction:
            guard let fraction = cursor.fraction() else { return false }
            parts.fraction = fraction
        case .half:
            guard let letter = cursor.peek.map({ $0 | 0x20 }), cursor.peek(1).map({ $0 | 0x20 }) == UInt8(ascii: "m"),
                letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
            else { return false }
            parts.isAfternoon = letter == UInt8(ascii: "p")
            cursor.skip(2)
        case .zone:
            guard let offset = cursor.zoneOffset() else { return false }
            parts.offset = offset
        case .weekday: return word(&cursor).count >= 2
        case .literal(let byte): return cursor.take(byte)
        }
        return true
    }

    private static func number(_ cursor: inout ByteCursor, _ least: Int, _ most: Int, into part: inout Int) -> Bool {
        guard let found = cursor.number(least, most) else { return false }
        part = found
        return true
    }

    private static func word(_ cursor: inout ByteCursor) -> [UInt8] {
        var letters: [UInt8] = []
        while let byte = cursor.peek, (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80 {
            // Of letters beyond ASCII the capitals of Latin-1 are known.
            let isCapital = letters.last == 0xC3 && (0x80...0x9E).contains(byte)
            letters.append(byte < 0x80 || isCapital ? byte | 0x20 : byte)
            cursor.skip(1)
        }
        return letters
    }

    private static func monthName(_ cursor: inout ByteCursor) -> Int? {
        month(named: word(&cursor))
    }

    /// The month of a name in small letters, whole or its beginning from three letters on; nil where it is that of several
    /// months.
    static func month(named letters: [UInt8]) -> Int? {
        guard letters.count >= 3 else { return nil }
        let months = monthNames.indices.filter { month in monthNames[month].contains { $0.starts(with: letters) } }
        return months.count == 1 ? months[0] + 1 : nil
    }

    /// In English, German, French, Dutch, Spanish, Italian, Portuguese, Swedish and Danish. No name, and no beginning of three
    /// letters, is that of another month in another of these but `jui`, which is none then.
    private static let monthNames = [
        "january januar janvier januari enero gennaio janeiro",
        "february februar février februari febrero febbraio fevereiro",
        "march märz mars maart mrt marzo março marts", "april avril abril aprile", "may mai mei mayo maggio maio maj",
        "june juni juin junio giugno junho", "july juli juillet julio luglio julho",
        "august août augustus agosto augusti", "september septembre septiembre settembre setembro",
        "october oktober octobre octubre ottobre outubro", "november novembre noviembre novembro",
        "december dezember décembre diciembre dicembre dezembro",
    ].map { $0.split(separator: " ").map { Array($0.utf8) } }
}
