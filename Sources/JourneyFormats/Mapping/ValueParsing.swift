import Foundation
import JourneyModel

/// Numbers and lengths of time as tables have them.
enum ValueParsing {
    /// A decimal number with a point; commas may set off thousands (`6,400,000.5`). Nil for anything else.
    static func number(_ text: String) -> Double? {
        let isSpaced = text.utf8.first == 32 || text.utf8.last == 32
        let trimmed = isSpaced ? text.trimmingCharacters(in: .whitespaces) : text
        let plain = trimmed.utf8.contains(UInt8(ascii: ",")) ? withoutThousands(trimmed) : trimmed
        guard let plain, let value = Double(plain), value.isFinite,
            plain.utf8.allSatisfy({ $0 <= 57 || $0 | 0x20 == UInt8(ascii: "e") }),
            !plain.utf8.contains(UInt8(ascii: "x"))
        else { return nil }
        return value
    }

    private static func withoutThousands(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let first = groups[0].drop { $0 == "-" || $0 == "+" }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }

    static func integer(_ text: String) -> Int64? {
        if let whole = Int64(text.trimmingCharacters(in: .whitespaces)) { return whole }
        guard let number = number(text) else { return nil }
        return Int64(exactly: number)
    }

    /// A length of time in milliseconds: a bare number is milliseconds, `1.5s`, `20min`, `3h`, `2d`, ISO 8601's `PT1H30M`,
    /// and `h:mm:ss`.
    static func duration(_ text: String) -> Milliseconds? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        if let number = number(trimmed) { return milliseconds(number, .init(1)) }
        if trimmed.hasPrefix("P") { return isoDuration(trimmed.dropFirst()) }
        if trimmed.contains(":") { return clock(trimmed) }
        let digits = trimmed.prefix { !$0.isLetter && $0 != " " }
        let unit = trimmed.dropFirst(digits.count).trimmingCharacters(in: .whitespaces)
        guard let number = number(String(digits)), let length = units[unit] else { return nil }
        return milliseconds(number, length)
    }

    private static let units: [String: Milliseconds] = [
        "ms": 1, "s": .second, "sec": .second, "m": .minute, "min": .minute, "h": .hour, "d": .day,
    ]

    private static func clock(_ text: String) -> Milliseconds? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0)) }
        guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2],
            hours >= 0, (0..<60).contains(minutes), (0..<60).contains(seconds)
        else { return nil }
        return milliseconds(hours * 3600 + minutes * 60 + seconds, .second)
    }

    private static func isoDuration(_ text: Substring) -> Milliseconds? {
        var total: Milliseconds = 0
        var digits = ""
        var isTime = false
        var hasPart = false
        for character in text {
            if character == "T" {
                isTime = true
            } else if character.isNumber || character == "." {
                digits.append(character)
            } else {
                let unit: Milliseconds
                switch (character, isTime) {
                case ("W", false): unit = 7 * .day
                case ("D", false): unit = .day
                case ("H", true): unit = .hour
                case ("M", true): unit = .minute
                case ("S", true): unit = .second
                default: return nil
                }
                guard let number = Double(digits), let part = milliseconds(number, unit) else { return nil }
                total = total.addingReportingOverflow(part).partialValue
                digits = ""
                hasPart = true
            }
        }
        return hasPart && digits.isEmpty ? total : nil
    }

    private static func milliseconds(_ number: Double, _ unit: Milliseconds) -> Milliseconds? {
        let product = (number * Double(unit)).rounded()
        return abs(product) < 9e15 ? Milliseconds(product) : nil
    }
}
