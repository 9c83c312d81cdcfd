import Foundation

/// Numbers as people and their programs write them: with thousands set apart, a currency before or behind, a minus anywhere.
enum WrittenNumber {
    /// Nil for what is no number, and for what is one only if the decimals stand behind the other mark: nothing is guessed.
    static func value(_ text: String, _ decimal: DecimalMark) -> Double? {
        if decimal == .point, text.utf8.allSatisfy(isPlain), let number = finite(text) { return number }
        var rest = Array(text.unicodeScalars)[...]
        var sign = 1.0
        trim(&rest)
        if rest.first == "(", rest.last == ")" {
            // As accountants write what is owed.
            rest = rest.dropFirst().dropLast()
            sign = -1
            trim(&rest)
        }
        var hasSign = sign < 0
        var hasCurrency = false
        // A sign may stand before the currency or behind it.
        for _ in 0..<2 {
            if !hasSign, let first = rest.first, signs.contains(first) {
                if first != "+" { sign = -1 }
                hasSign = true
                rest.removeFirst()
            } else if !hasCurrency, let length = currency(rest) {
                rest.removeFirst(length)
                hasCurrency = true
            }
            trim(&rest)
        }
        if !hasCurrency, let length = currency(ArraySlice(rest.reversed()), isBackward: true) {
            rest.removeLast(length)
            trim(&rest)
        }
        if !hasSign, rest.last == "-" || rest.last == "\u{2212}" {
            rest.removeLast()
            sign = -1
            trim(&rest)
        }
        return digits(rest, decimal).map { sign * $0 }
    }

    /// A number that stands first, before a dash, a point, a bracket or a space and words: `4 - Satisfied`.
    static func leading(_ text: String) -> Double? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        let number = trimmed.prefix { ("0"..."9").contains($0) }
        let behind = trimmed.dropFirst(number.count).drop { " -\u{2013}\u{2014}:.)=".contains($0) }
        guard !number.isEmpty, number.count <= 3, let first = behind.first, first.isLetter || first == "(" else {
            return nil
        }
        return Double(number)
    }

    private static let signs: Set<Unicode.Scalar> = ["+", "-", "\u{2212}"]

    /// What sets thousands apart besides the mark that is not the decimals'.
    private static let gaps: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}"]

    private static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }

    private static func finite(_ text: String) -> Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private static func trim(_ text: inout ArraySlice<Unicode.Scalar>) {
        while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    }

    private static let words = ["kr", "kr.", "z\u{142}", "K\u{10D}", "Ft", "Fr", "Fr.", "Rs", "Rs."].map {
        Array($0.unicodeScalars)
    }

    /// How long a currency is that comes first: a sign with up to two capital letters before it (`US$`), a code of three, or
    /// a word. Nil where there is none.
    private static func currency(_ text: ArraySlice<Unicode.Scalar>, isBackward: Bool = false) -> Int? {
        if isBackward, text.first?.properties.generalCategory == .currencySymbol {
            return 1 + capitals(text.dropFirst())
        }
        let letters = capitals(text)
        if letters <= 2, text.dropFirst(letters).first?.properties.generalCategory == .currencySymbol {
            return letters + 1
        }
        let run = text.prefix { $0.properties.isAlphabetic || $0 == "." }
        if letters == 3, run.count == 3 { return 3 }
        return words.contains(isBackward ? Array(run.reversed()) : Array(run)) ? run.count : nil
    }

    private static func capitals(_ text: ArraySlice<Unicode.Scalar>) -> Int {
        text.prefix { ("A"..."Z").contains($0) }.count
    }

    private static func digits(_ text: ArraySlice<Unicode.Scalar>, _ decimal: DecimalMark) -> Double? {
        let mark: Unicode.Scalar = decimal == .point ? "." : ","
        let other: Unicode.Scalar = decimal == .point ? "," : "."
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = parts.first else { return nil }
        let gap = whole.first { gaps.contains($0) || $0 == other }
        let groups = gap.map { whole.split(separator: $0, omittingEmptySubsequences: false) } ?? [whole]
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
                groups.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
            else { return nil }
        }
        var plain = String(String.UnicodeScalarView(groups.joined()))
        if parts.count == 2 { plain += "." + String(String.UnicodeScalarView(parts[1])) }
        // A sign was taken before.
        guard let first = plain.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+"),
            plain.utf8.allSatisfy(isPlain)
        else { return nil }
        return finite(plain)
    }
}
