extension TOMLTime {
    /// Whether four digits and a hyphen, or two and a colon, say that a date or a time is meant.
    static func looksLikeTime(_ word: String.UTF8View) -> Bool {
        let bytes = Array(word.prefix(5))
        let digits = bytes.prefix { isDigit($0) }.count
        guard digits < bytes.count else { return false }
        return digits == 4 && bytes[4] == UInt8(ascii: "-") || digits == 2 && bytes[2] == UInt8(ascii: ":")
    }

    static func looksLikeDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(bytes)
        return bytes.count == 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
    }

    /// Nil where there is no such date or time.
    init?(_ text: String) {
        var reader = Reader(bytes: Array(text.utf8))
        let hasDate = reader.bytes.count > 4 && reader.bytes[4] == UInt8(ascii: "-")
        if hasDate {
            guard reader.date() else { return nil }
            if reader.isAtEnd {
                self.init(kind: .localDate, text: text)
                return
            }
            guard reader.take("T") || reader.take("t") || reader.take(" ") else { return nil }
        }
        guard reader.time() else { return nil }
        if reader.isAtEnd {
            self.init(kind: hasDate ? .localDateTime : .localTime, text: text)
            return
        }
        guard hasDate, reader.offset(), reader.isAtEnd else { return nil }
        self.init(kind: .offsetDateTime, text: text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private struct Reader {
        let bytes: [UInt8]
        private var index = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { index == bytes.count }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
            index += 1
            return true
        }

        mutating func date() -> Bool {
            guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
                (1...12).contains(month)
            else { return false }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            return (1...days[month - 1]).contains(day)
        }

        /// A minute may have 60 seconds and one more: RFC 3339 knows leap seconds.
        mutating func time() -> Bool {
            guard let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2),
                hour < 24, minute < 60, second <= 60
            else { return false }
            guard take(".") else { return true }
            let start = index
            while index < bytes.count, TOMLTime.isDigit(bytes[index]) { index += 1 }
            return index > start
        }

        mutating func offset() -> Bool {
            if take("Z") || take("z") { return true }
            guard take("+") || take("-"), let hour = number(2), take(":"), let minute = number(2) else { return false }
            return hour < 24 && minute < 60
        }

        private mutating func number(_ digits: Int) -> Int? {
            guard index + digits <= bytes.count, bytes[index..<index + digits].allSatisfy(TOMLTime.isDigit) else {
                return nil
            }
            let number = bytes[index..<index + digits].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            index += digits
            return number
        }
    }
}
