/// A number as TOML writes it: `1_000`, `0xFF`, `-2.5e3`.
enum TOMLNumber {
    case integer(Int)
    case float(Double)
    case tooLarge

    /// Nil where `word` is no number.
    init?(_ word: String) {
        let bytes = Array(word.utf8)
        if bytes.count > 2, bytes[0] == UInt8(ascii: "0"), let radix = Self.radixes[bytes[1]] {
            guard let digits = Self.digits(bytes[2...], radix: radix) else { return nil }
            self = Int(digits, radix: radix).map(Self.integer) ?? .tooLarge
            return
        }
        let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
        let sign = bytes.first == UInt8(ascii: "-") ? "-" : ""
        var rest = bytes[(isSigned ? 1 : 0)...]
        var exponent = ""
        if let e = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            var power = rest[(e + 1)...]
            exponent = "e"
            if let first = power.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
                exponent += first == UInt8(ascii: "-") ? "-" : ""
                power = power.dropFirst()
            }
            guard let digits = Self.digits(power, radix: 10) else { return nil }
            exponent += digits
            rest = rest[..<e]
        }
        var fraction = ""
        if let point = rest.firstIndex(of: UInt8(ascii: ".")) {
            guard let digits = Self.digits(rest[(point + 1)...], radix: 10) else { return nil }
            fraction = ".\(digits)"
            rest = rest[..<point]
        }
        guard let whole = Self.digits(rest, radix: 10), whole.utf8.count == 1 || whole.utf8.first != UInt8(ascii: "0")
        else { return nil }
        if exponent.isEmpty, fraction.isEmpty {
            self = Int(sign + whole).map(Self.integer) ?? .tooLarge
        } else {
            guard let number = Double(sign + whole + fraction + exponent) else { return nil }
            self = number.isFinite ? .float(number) : .tooLarge
        }
    }

    private static let radixes: [UInt8: Int] = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2]

    /// The digits without the underscores, each of which must stand between two digits.
    private static func digits(_ bytes: ArraySlice<UInt8>, radix: Int) -> String? {
        var found: [UInt8] = []
        var wasDigit = false
        for byte in bytes {
            if byte == UInt8(ascii: "_") {
                guard wasDigit else { return nil }
                wasDigit = false
            } else {
                guard let value = Character(Unicode.Scalar(byte)).hexDigitValue, value < radix else { return nil }
                found.append(byte)
                wasDigit = true
            }
        }
        return wasDigit ? String(decoding: found, as: UTF8.self) : nil
    }
}
