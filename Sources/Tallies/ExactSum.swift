/// A sum of numbers to their last bit, rounded once, when it is read: what was added in another order, or in parts that were
/// added up, is the same sum.
///
/// A whole number of the smallest steps that a `Double` can take (2^-1074), wide enough for 2^77 of the largest ones.
public struct ExactSum: Hashable, Sendable {
    /// Two's complement, the lowest word first.
    private var words: [UInt64]
    /// What no sum can take up: it decides alone what comes of it.
    private var strange = Strange()

    private struct Strange: Codable, Hashable, Sendable {
        var infinite = 0
        var negativelyInfinite = 0
        var noNumbers = 0
    }

    private static let width = 34
    /// The exponent of the smallest step.
    private static let unit = -1074

    /// 0.
    public init() {
        words = Array(repeating: 0, count: ExactSum.width)
    }

    public init(_ number: Double) {
        self.init()
        add(number)
    }

    public mutating func add(_ number: Double) {
        guard number.isFinite else { return note(number) }
        let isNormal = number.exponentBitPattern > 0
        let bits = number.significandBitPattern | (isNormal ? 1 << UInt64(Double.significandBitCount) : 0)
        let place = isNormal ? Int(number.exponentBitPattern) - 1 : 0
        let (word, shift) = (place / 64, UInt64(place % 64))
        let (low, high) = (bits << shift, shift == 0 ? 0 : bits >> (64 - shift))
        if number.sign == .plus { raise(low, high, at: word) } else { lower(low, high, at: word) }
    }

    private mutating func note(_ number: Double) {
        if number.isNaN {
            strange.noNumbers += 1
        } else if number > 0 {
            strange.infinite += 1
        } else {
            strange.negativelyInfinite += 1
        }
    }

    private mutating func raise(_ low: UInt64, _ high: UInt64, at word: Int) {
        var carry = false
        for place in word..<words.count {
            let more = place == word ? low : place == word + 1 ? high : 0
            if place > word + 1, !carry { return }
            let (part, first) = words[place].addingReportingOverflow(more)
            let (sum, second) = part.addingReportingOverflow(carry ? 1 : 0)
            words[place] = sum
            carry = first || second
        }
    }

    private mutating func lower(_ low: UInt64, _ high: UInt64, at word: Int) {
        var borrow = false
        for place in word..<words.count {
            let less = place == word ? low : place == word + 1 ? high : 0
            if place > word + 1, !borrow { return }
            let (part, first) = words[place].subtractingReportingOverflow(less)
            let (rest, second) = part.subtractingReportingOverflow(borrow ? 1 : 0)
            words[place] = rest
            borrow = first || second
        }
    }

    /// The number nearest to the sum, of two as near the even one.
    public var value: Double {
        if strange != Strange() { return strangeValue }
        let isNegative = ExactSum.isNegative(words)
        let whole = isNegative ? ExactSum.negated(words) : words
        let magnitude = ExactSum.rounded(whole)
        return isNegative ? -magnitude : magnitude
    }

    private var strangeValue: Double {
        if strange.noNumbers > 0 || strange.infinite > 0 && strange.negativelyInfinite > 0 { return .nan }
        return strange.infinite > 0 ? .infinity : -.infinity
    }

    private static func isNegative(_ words: [UInt64]) -> Bool { words[words.count - 1] >> 63 == 1 }

    private static func negated(_ words: [UInt64]) -> [UInt64] {
        var carry = true
        return words.map { word in
            let (sum, overflow) = (~word).addingReportingOverflow(carry ? 1 : 0)
            carry = overflow
            return sum
        }
    }

    private static func rounded(_ whole: [UInt64]) -> Double {
        guard let top = whole.lastIndex(where: { $0 != 0 }) else { return 0 }
        let last = top * 64 + 63 - whole[top].leadingZeroBitCount
        let digits = Double.significandBitCount
        guard last > digits else { return scaled(whole[0], by: 0) }
        let first = last - digits
        var significand = bits(whole, from: first) & (1 << UInt64(digits + 1) - 1)
        let half = bits(whole, from: first - 1) & 1 == 1
        let isMore = stride(from: 0, to: first - 1, by: 64).contains { rest(whole, from: $0, to: first - 1) }
        if half, isMore || significand & 1 == 1 { significand += 1 }
        return scaled(significand, by: first)
    }

    /// Whether any bit of the word that begins at `place` is set, below `end`.
    private static func rest(_ whole: [UInt64], from place: Int, to end: Int) -> Bool {
        let word = whole[place / 64]
        return end - place >= 64 ? word != 0 : word & (1 << UInt64(end - place) - 1) != 0
    }

    /// The 64 bits from `place` on.
    private static func bits(_ whole: [UInt64], from place: Int) -> UInt64 {
        let (word, shift) = (place / 64, UInt64(place % 64))
        let high = shift > 0 && word + 1 < whole.count ? whole[word + 1] << (64 - shift) : 0
        return whole[word] >> shift | high
    }

    private static func scaled(_ significand: UInt64, by places: Int) -> Double {
        Double(sign: .plus, exponent: unit + places, significand: Double(significand))
    }
}

extension ExactSum: Tally {
    public mutating func add(_ other: ExactSum) {
        var carry = false
        for place in words.indices {
            let (part, first) = words[place].addingReportingOverflow(other.words[place])
            let (sum, second) = part.addingReportingOverflow(carry ? 1 : 0)
            words[place] = sum
            carry = first || second
        }
        strange.infinite += other.strange.infinite
        strange.negativelyInfinite += other.strange.negativelyInfinite
        strange.noNumbers += other.strange.noNumbers
    }
}

/// Written without the words that only repeat the sign, and without those below that are 0.
extension ExactSum: Codable {
    private enum Key: String, CodingKey {
        case lowest, words, strange
    }

    public init(from decoder: any Decoder) throws {
        self.init()
        let box = try decoder.container(keyedBy: Key.self)
        let lowest = try box.decode(Int.self, forKey: .lowest)
        let written = try box.decode([UInt64].self, forKey: .words)
        strange = try box.decodeIfPresent(Strange.self, forKey: .strange) ?? Strange()
        guard lowest >= 0, lowest <= words.count, written.count <= words.count - lowest else {
            throw DecodingError.dataCorruptedError(
                forKey: .words,
                in: box,
                debugDescription: "more words than a sum has"
            )
        }
        let sign: UInt64 = written.last.map { $0 >> 63 == 1 } ?? false ? .max : 0
        for place in lowest..<words.count {
            words[place] = place - lowest < written.count ? written[place - lowest] : sign
        }
    }

    public func encode(to encoder: any Encoder) throws {
        let sign: UInt64 = ExactSum.isNegative(words) ? .max : 0
        let lowest = words.firstIndex { $0 != 0 } ?? words.count
        var end = words.count
        // The last word that is written has the sign in its highest bit.
        while end > lowest, words[end - 1] == sign, end - 2 >= lowest, words[end - 2] >> 63 == sign >> 63 { end -= 1 }
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(lowest, forKey: .lowest)
        try box.encode(Array(words[lowest..<end]), forKey: .words)
        if strange != Strange() { try box.encode(strange, forKey: .strange) }
    }
}
