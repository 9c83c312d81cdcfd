/// Numbers written with nothing but digits and a point, which most are; `ValueParsing` reads all others.
enum PlainNumber {
    /// The value of up to 18 digits; nil where there is anything else.
    @inline(__always)
    static func whole(_ text: CSVScanner.Field) -> Int64? {
        guard text.count > 0, text.count <= 18 else { return nil }
        var value: Int64 = 0
        var position = 0
        while position + 8 <= text.count {
            let word = ByteWord.load(text.base + position)
            guard areDigits(word) else { return nil }
            value = value &* 100_000_000 &+ eightDigits(word)
            position += 8
        }
        while position < text.count {
            let digit = text.base[position] &- 48
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int64(digit)
            position += 1
        }
        return value
    }

    /// The value of a decimal number of at most 15 digits, with a minus sign or a point or both; nil for anything else.
    ///
    /// Digits and the power of ten are exact as floating-point numbers, so that their quotient is the number nearest to
    /// what is written, as IEEE 754 defines division.
    @inline(__always)
    static func decimal(_ text: CSVScanner.Field) -> Double? {
        let isNegative = text.count > 0 && text.base[0] == UInt8(ascii: "-")
        var position = isNegative ? 1 : 0
        guard text.count > position, text.count - position <= 16 else { return nil }
        var digits: Int64 = 0
        var count = 0
        var decimals = -1
        while position < text.count {
            let byte = text.base[position]
            let digit = byte &- 48
            if digit <= 9 {
                digits = digits &* 10 &+ Int64(digit)
                count += 1
                if decimals >= 0 { decimals += 1 }
            } else if byte == UInt8(ascii: "."), decimals < 0, count > 0 {
                decimals = 0
            } else {
                return nil
            }
            position += 1
        }
        guard count <= 15, count > 0, decimals != 0 else { return nil }
        let value = decimals < 0 ? Double(digits) : Double(digits) / powers[decimals]
        return isNegative ? -value : value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    @inline(__always)
    private static func areDigits(_ word: UInt64) -> Bool {
        let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        let carried = (word &+ 0x0606_0606_0606_0606) & high
        return (word & high) | (carried >> 4) == 0x3333_3333_3333_3333
    }

    /// Neighbours are joined to numbers of two digits, these to numbers of four, these to one of eight.
    @inline(__always)
    private static func eightDigits(_ word: UInt64) -> Int64 {
        let digits = word & 0x0F0F_0F0F_0F0F_0F0F
        let twos = (digits &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
        let fours = (twos &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
        return Int64(truncatingIfNeeded: (fours &* 42_949_672_960_001) >> 32)
    }
}
