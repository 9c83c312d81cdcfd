/// Walks over the bytes of a short text.
struct ByteCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }
    var left: Int { bytes.count - position }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func peek(_ offset: Int) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    /// Steps over `byte` where it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    mutating func skip(_ count: Int) {
        position += count
    }

    /// A number of at least `least` and at most `most` digits; nil, and nothing taken, where there are fewer.
    mutating func number(_ least: Int, _ most: Int) -> Int? {
        var value = 0
        var count = 0
        while count < most, let byte = peek(count), byte >= 48, byte <= 57 {
            value = value * 10 + Int(byte &- 48)
            count += 1
        }
        guard count >= least else { return nil }
        position += count
        return value
    }

    /// A part of a second: whole milliseconds, and nanoseconds beyond them.
    struct Fraction {
        var milliseconds = 0
        var nanoseconds = 0
    }

    /// A fraction of a second in 1 to 9 digits.
    mutating func fraction() -> Fraction? {
        var fraction = Fraction()
        var count = 0
        while let byte = peek, byte >= 48, byte <= 57, count < 9 {
            if count < 3 {
                fraction.milliseconds = fraction.milliseconds * 10 + Int(byte &- 48)
            } else {
                fraction.nanoseconds = fraction.nanoseconds * 10 + Int(byte &- 48)
            }
            position += 1
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 3)..<3 { fraction.milliseconds *= 10 }
        if fraction.nanoseconds > 0 { for _ in count..<9 { fraction.nanoseconds *= 10 } }
        return fraction
    }

    /// All digits that come next; nil, and nothing taken, where there are none or they are more than 64 bits hold.
    mutating func wholeNumber() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let byte = peek(count), byte >= 48, byte <= 57 {
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooMuch) = product.addingReportingOverflow(Int64(byte &- 48))
            if isTooLarge || isTooMuch { return nil }
            value = sum
            count += 1
        }
        guard count > 0 else { return nil }
        position += count
        return value
    }

    /// `Z`, `+01`, `+0100` or `+01:00`: seconds east of UTC.
    mutating func zoneOffset() -> Int? {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
        guard let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        position += 1
        guard let hours = number(2, 2), hours <= 18 else { return nil }
        var minutes = 0
        let hasColon = take(UInt8(ascii: ":"))
        if let found = number(2, 2) { minutes = found } else if hasColon { return nil }
        guard minutes <= 59 else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// The bytes without spaces and tabs at either end.
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var low = 0
        var high = bytes.count
        while low < high, bytes[low] == 32 || bytes[low] == 9 { low += 1 }
        while high > low, bytes[high - 1] == 32 || bytes[high - 1] == 9 { high -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[low..<high])
    }
}
