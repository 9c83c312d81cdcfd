import Foundation
import JourneyModel

/// Numbers and lengths of time as tables have them.
enum ValueParsing {
    /// A number (`WrittenNumber`); thousands may be set apart (`6,400,000.5`), a currency may stand beside it. Nil for anything
    /// else.
    static func number(_ text: String, _ decimal: DecimalMark = .point) -> Double? {
        WrittenNumber.value(text, decimal)
    }

    static func integer(_ text: String, _ decimal: DecimalMark = .point) -> Int64? {
        if let whole = Int64(text.trimmingCharacters(in: .whitespaces)) { return whole }
        guard let number = number(text, decimal) else { return nil }
        return Int64(exactly: number)
    }

    /// A length of time in milliseconds: `1.5s`, `20min`, `3h`, `2d`, ISO 8601's `PT1H30M`, and `h:mm:ss`. A bare number counts
    /// what `unit` says; where that is nil, only 0 has a meaning.
    static func duration(_ text: String, unit: LengthUnit?, _ decimal: DecimalMark = .point) -> Milliseconds? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        if let number = number(trimmed, decimal) {
            return unit.map { milliseconds(number, $0.length) } ?? (number == 0 ? 0 : nil)
        }
        if trimmed.hasPrefix("P") { return isoDuration(trimmed.dropFirst()) }
        if trimmed.contains(":") { return clock(trimmed) }
        let digits = trimmed.prefix { !$0.isLetter && $0 != " " }
        let written = trimmed.dropFirst(digits.count).trimmingCharacters(in: .whitespaces)
        let length = written == "m" ? .minute : LengthUnit.spelled(written)?.length
        guard let number = number(String(digits), decimal), let length else { return nil }
        return milliseconds(number, length)
    }

    /// Whether it is a length of time but for its unit.
    static func isBareLength(_ text: String, _ decimal: DecimalMark) -> Bool {
        number(text, decimal).map { $0 != 0 } ?? false
    }

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
