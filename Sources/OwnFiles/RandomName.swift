/// A name that nobody can guess.
public enum RandomName {
    private static let digits = 16

    /// Sixteen hexadecimal digits.
    public static func make() -> String {
        let number = String(UInt64.random(in: 0 ... .max), radix: 16)
        return String(repeating: "0", count: digits - number.count) + number
    }

    /// Whether `make` could have made it.
    public static func isOne(_ name: Substring) -> Bool { name.utf8.count == digits && isHexadecimal(name) }

    /// Whether it is a number as `String(_:radix:)` writes it for 16.
    public static func isHexadecimal(_ name: Substring) -> Bool {
        !name.isEmpty && name.utf8.count <= digits
            && name.utf8.allSatisfy {
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
            }
    }
}
