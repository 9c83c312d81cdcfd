/// Whole numbers as texts that can be written in one way only, so that keeping the number keeps the text.
enum PlainNumber {
    /// The number that `text` is the one way of writing; nil for `007`, `+1`, `-0`, and what is no number.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        let isNegative = text.first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        let digits = text.count - start
        guard digits > 0, digits <= 18 else { return nil }
        if text[start] == UInt8(ascii: "0") && (digits > 1 || isNegative) { return nil }
        var number: Int64 = 0
        for index in start..<text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number &* 10 &+ Int64(digit)
        }
        return isNegative ? -number : number
    }
}
