internal import JourneyModel

/// JSON as the store keeps attributes (RFC 8259).
enum JSONText {
    /// An object of strings; of a name that comes twice, SQLite's JSON functions see the first.
    static func object(_ values: [NamedValue]) -> String {
        var text = "{"
        for (index, value) in values.enumerated() {
            if index > 0 { text += "," }
            append(value.name, to: &text)
            text += ":"
            append(value.value, to: &text)
        }
        return text + "}"
    }

    private static func append(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
