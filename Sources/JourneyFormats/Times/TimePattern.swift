import JourneyModel

/// A pattern for times, in the letters of Unicode TR 35 that files need: `d.M.yy H:mm`, `M/d/yyyy h:mm a`,
/// `yyyy-MM-dd HH:mm:ss.SSS`, `d MMM yyyy`, `yyyyMMdd'T'HHmmssX`.
///
/// One letter (`d`, `M`, `H`) takes one or two digits, two letters take exactly two. `yy` is 1970 to 2069. `MMM` and `MMMM`
/// are names of months, short or long, in any case, in English and eight other languages. `S` is 1 to 9 digits whatever their number in the pattern. `X`,
/// `x` and `Z` are an offset or `Z`. `E` is a name of a day and is passed over.
public struct TimePattern: Hashable, Sendable {
    enum Token: Hashable, Sendable {
        case year(digits: Int)
        case month(exact: Bool), monthName
        case day(exact: Bool)
        case hour(exact: Bool), hourOfHalf(exact: Bool)
        case minute(exact: Bool), second(exact: Bool), fraction
        case half
        case zone
        case weekday
        case literal(UInt8)
    }

    /// The pattern as it was written.
    public let text: String
    let tokens: [Token]

    /// - Throws: `ImportError` where the pattern has a letter without a meaning, or does not say year, month and day.
    public init(_ text: String) throws {
        self.text = text
        tokens = try TimePattern.tokens(of: text)
        let hasYear = tokens.contains { if case .year = $0 { true } else { false } }
        let hasMonth = tokens.contains { token in
            if case .month = token { true } else { token == .monthName }
        }
        let hasDay = tokens.contains { if case .day = $0 { true } else { false } }
        guard hasYear, hasMonth, hasDay else {
            throw ImportError("the time format \"\(text)\" does not say year, month and day", hint: TimePattern.help)
        }
    }

    static let help =
        "A format is iso, epoch, epoch-ms, epoch-us, epoch-ns, rfc2822, excel or a pattern such as d.M.yy H:mm, M/d/yyyy or yyyy-MM-dd HH:mm:ss.SSS"

    private static func tokens(of text: String) throws -> [Token] {
        var tokens: [Token] = []
        let letters = Array(text.utf8)
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            if letter == UInt8(ascii: "'") {
                index += 1
                while index < letters.count, letters[index] != UInt8(ascii: "'") {
                    tokens.append(.literal(letters[index]))
                    index += 1
                }
                index += 1
                continue
            }
            var count = 1
            while index + count < letters.count, letters[index + count] == letter { count += 1 }
            let isLetter = (65...90).contains(letter) || (97...122).contains(letter)
            if isLetter {
                guard let token = token(letter, count) else {
                    let run = String(decoding: letters[index..<index + count], as: UTF8.self)
                    throw ImportError("the time format \"\(text)\" has \"\(run)\", which means nothing", hint: help)
                }
                tokens.append(token)
            } else {
                tokens += Array(repeating: .literal(letter), count: count)
            }
            index += count
        }
        return tokens
    }

    private static func token(_ letter: UInt8, _ count: Int) -> Token? {
        switch (letter, count) {
        case (UInt8(ascii: "y"), 2): .year(digits: 2)
        case (UInt8(ascii: "y"), 1), (UInt8(ascii: "y"), 4), (UInt8(ascii: "u"), 4): .year(digits: 4)
        case (UInt8(ascii: "M"), 1...2), (UInt8(ascii: "L"), 1...2): .month(exact: count == 2)
        case (UInt8(ascii: "M"), 3...4): .monthName
        case (UInt8(ascii: "d"), 1...2): .day(exact: count == 2)
        case (UInt8(ascii: "H"), 1...2): .hour(exact: count == 2)
        case (UInt8(ascii: "h"), 1...2): .hourOfHalf(exact: count == 2)
        case (UInt8(ascii: "m"), 1...2): .minute(exact: count == 2)
        case (UInt8(ascii: "s"), 1...2): .second(exact: count == 2)
        case (UInt8(ascii: "S"), 1...9): .fraction
        case (UInt8(ascii: "a"), 1): .half
        case (UInt8(ascii: "X"), 1...3), (UInt8(ascii: "x"), 1...3), (UInt8(ascii: "Z"), 1...5): .zone
        case (UInt8(ascii: "E"), 1...4): .weekday
        default: nil
        }
    }
}
