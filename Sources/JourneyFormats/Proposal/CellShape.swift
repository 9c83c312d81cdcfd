import Foundation

/// What one value of a table looks like, by its characters alone. A value may look like several things.
struct CellShape: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let number = CellShape(rawValue: 1)
    static let whole = CellShape(rawValue: 1 << 1)
    static let clock = CellShape(rawValue: 1 << 2)
    static let email = CellShape(rawValue: 1 << 3)
    static let phone = CellShape(rawValue: 1 << 4)
    static let uuid = CellShape(rawValue: 1 << 5)
    static let address = CellShape(rawValue: 1 << 6)
    static let postcode = CellShape(rawValue: 1 << 7)
    /// A week, month, quarter or year, but no day.
    static let period = CellShape(rawValue: 1 << 8)
    static let money = CellShape(rawValue: 1 << 9)
    static let personName = CellShape(rawValue: 1 << 10)
    static let boolean = CellShape(rawValue: 1 << 11)
    static let percent = CellShape(rawValue: 1 << 12)
    /// Might be a day or an instant: worth a closer look.
    static let dated = CellShape(rawValue: 1 << 13)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        var shape: CellShape = []
        let digits = trimmed.utf8.reduce(0) { $0 + ((48...57).contains($1) ? 1 : 0) }
        let plain = KnownValues.plain(trimmed)
        if KnownValues.booleans.contains(plain) { shape.insert(.boolean) }
        if let number = CellShape.number(trimmed) {
            shape.insert(.number)
            if number == number.rounded(), !trimmed.contains("."), !trimmed.contains(",") { shape.insert(.whole) }
        }
        if digits > 0 {
            if CellShape.isMoney(trimmed) { shape.insert(.money) }
            if trimmed.hasSuffix("%"), CellShape.number(String(trimmed.dropLast())) != nil { shape.insert(.percent) }
            if CellShape.isClock(trimmed) { shape.insert(.clock) }
            if CellShape.isPeriod(plain) { shape.insert(.period) }
            if CellShape.isPostcode(trimmed) { shape.insert(.postcode) }
            if CellShape.isPhone(trimmed, digits) { shape.insert(.phone) }
            if CellShape.isUUID(trimmed) { shape.insert(.uuid) }
            if (6...40).contains(trimmed.utf8.count), digits >= 3 { shape.insert(.dated) }
        }
        if trimmed.contains("@"), trimmed.contains("."), !trimmed.contains(" ") { shape.insert(.email) }
        if trimmed.contains("://") || trimmed.hasPrefix("www.") { shape.insert(.address) }
        if digits == 0, CellShape.isPersonName(trimmed) { shape.insert(.personName) }
        self = shape
    }

    /// With thousands set off by commas, dots, blanks or apostrophes, and either decimal sign; nil where it is none.
    static func number(_ text: String) -> Double? {
        if let number = ValueParsing.number(text) { return number }
        let plain = text.replacing(" ", with: "").replacing("\u{A0}", with: "").replacing("'", with: "")
        guard plain.utf8.contains(UInt8(ascii: ",")) else { return ValueParsing.number(plain) }
        // A decimal comma.
        return ValueParsing.number(plain.replacing(".", with: "").replacing(",", with: "."))
    }

    private static func isMoney(_ text: String) -> Bool {
        let signs = ["£", "€", "$", "GBP", "EUR", "USD", "CHF"]
        guard let sign = signs.first(where: { text.contains($0) }) else { return false }
        let rest = text.replacing(sign, with: "").trimmingCharacters(in: CharacterSet(charactersIn: " ()-"))
        return number(rest) != nil
    }

    private static func isClock(_ text: String) -> Bool {
        let time = text.split(separator: " ")
        guard let first = time.first, time.count <= 2, first.contains(":") else { return false }
        if time.count == 2, !["am", "pm", "a.m.", "p.m.", "uhr"].contains(time[1].lowercased()) { return false }
        let plain = first.lowercased().hasSuffix("am") || first.lowercased().hasSuffix("pm") ? first.dropLast(2) : first
        let parts = plain.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]) else { return false }
        let second = parts.count == 3 ? Double(parts[2]) : 0
        return (0..<25).contains(hour) && (0..<60).contains(minute) && second.map { (0..<61).contains($0) } == true
    }

    private static func isPhone(_ text: String, _ digits: Int) -> Bool {
        guard (9...15).contains(digits), text.hasPrefix("+") || text.hasPrefix("0") && digits > 9 || text.hasPrefix("(")
        else {
            return false
        }
        return text.allSatisfy { $0.isNumber || "+-() ./".contains($0) }
    }

    private static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-").map(\.count)
        return parts == [8, 4, 4, 4, 12] && text.allSatisfy { $0.isHexDigit || $0 == "-" }
    }

    /// British, Dutch and Canadian; those of digits alone are numbers anyhow.
    private static func isPostcode(_ text: String) -> Bool {
        let letters = text.filter { $0 != " " }.map { $0.isNumber ? "9" : $0.isLetter && $0.isUppercase ? "A" : "?" }
        let known: Set<String> = ["A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA", "9999AA", "A9A9A9"]
        return known.contains(letters.joined())
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
        "february",
        "march", "april", "june", "july", "august", "september", "october", "november", "december", "januar", "februar",
        "marz", "mai", "juni", "juli", "oktober", "dezember", "januari", "februari", "maart", "mei", "augustus",
        "janvier",
        "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    ]

    private static func isYear(_ word: Substring) -> Bool {
        word.count == 4 && Int(word).map { (1950..<2100).contains($0) } == true
    }

    /// - Parameter plain: as `KnownValues.plain` makes it.
    static func isPeriod(_ plain: String) -> Bool {
        var words = plain.split(separator: " ")
        if let first = words.first, ["fy", "week", "wk", "w", "quarter", "kw", "year"].contains(String(first)) {
            words.removeFirst()
            return words.allSatisfy { Int($0) != nil } && !words.isEmpty
        }
        if words.count == 1, let word = words.first {
            if isYear(word) || word.hasPrefix("fy") && word.dropFirst(2).allSatisfy(\.isNumber) && word.count > 3 {
                return true
            }
            // 202504, 2025w10, 2025q1, 2025m04, q1, w10
            guard word.count <= 7 else { return false }
            if word.count == 6, word.allSatisfy(\.isNumber) {
                return isYear(word.prefix(4)) && Int(word.suffix(2)).map { (1...12).contains($0) } == true
            }
            let rest = isYear(word.prefix(4)) ? word.dropFirst(4) : word
            guard let letter = rest.first, "wqm".contains(letter), rest.count >= 2 else {
                return months.contains(String(word))
            }
            return rest.count <= 3 && rest.dropFirst().allSatisfy(\.isNumber)
        }
        guard words.count <= 3 else { return false }
        let named = words.contains { months.contains(String($0)) }
        let years = words.filter { isYear($0) }.count
        if named {
            return words.count == 2
                && words.allSatisfy { months.contains(String($0)) || Int($0) != nil && ($0.count == 2 || isYear($0)) }
        }
        guard years >= 1 else { return false }
        let hasLetter = words.contains { $0.first?.isLetter == true }
        return words.allSatisfy { word in
            if isYear(word) { return true }
            if let letter = word.first, "wqm".contains(letter), word.count <= 3 {
                return word.dropFirst().allSatisfy(\.isNumber)
            }
            return word.count <= 2 && word.allSatisfy(\.isNumber) && (words.count == 2 || hasLetter)
        }
    }

    /// Two or three words with capitals, as `Jane Smith` and `SMITH, Jane`: kept short, as names of steps have capitals too.
    private static func isPersonName(_ text: String) -> Bool {
        let parts = text.split(separator: " ")
        guard (2...3).contains(parts.count) else { return false }
        return parts.allSatisfy { part in
            let word = part.hasSuffix(",") || part.hasSuffix(".") ? part.dropLast() : part
            return (1...14).contains(word.count) && word.first?.isUppercase == true
                && word.dropFirst().allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" }
        }
    }
}
