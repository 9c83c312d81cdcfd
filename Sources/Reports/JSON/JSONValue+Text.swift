import JourneyModel

extension JSONValue {
    /// The longest array or object that is kept on one line.
    private static let lineLength = 160

    /// The text: two spaces a level, what fits on a line on one line, a newline at the end.
    public var text: String {
        var text = ""
        write(to: &text, indent: 0, used: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indent: Int, used: Int) {
        var line = ""
        writeLine(to: &line)
        let children: [(key: String?, value: JSONValue)]
        switch self {
        case .array(let values): children = values.map { (nil, $0) }
        case .object(let members): children = Self.marked(members).map { ($0.key, $0.value) }
        default:
            text += line
            return
        }
        guard used + line.utf8.count > Self.lineLength, !children.isEmpty else {
            text += line
            return
        }
        let isArray = if case .array = self { true } else { false }
        let margin = String(repeating: " ", count: indent + 2)
        text += isArray ? "[\n" : "{\n"
        for (index, child) in children.enumerated() {
            text += margin
            var head = ""
            if let key = child.key {
                Self.writeString(key, to: &head)
                head += ": "
            }
            text += head
            child.value.write(to: &text, indent: indent + 2, used: indent + 3 + head.utf8.count)
            text += index + 1 < children.count ? ",\n" : "\n"
        }
        text += String(repeating: " ", count: indent) + (isArray ? "]" : "}")
    }

    private func writeLine(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += number.isHidden ? "null" : String(number)
        case .number(let number): text += Self.numberText(number)
        case .string(let string): Self.writeString(string, to: &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                value.writeLine(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in Self.marked(members).enumerated() {
                if index > 0 { text += ", " }
                Self.writeString(member.key, to: &text)
                text += ": "
                member.value.writeLine(to: &text)
            }
            text += "}"
        }
    }

    /// The members, and where counts among them are hidden (D25) `"hidden"` with their keys: null alone would say that there
    /// is no such figure.
    private static func marked(_ members: [Member]) -> [Member] {
        let hidden = members.filter { if case .integer(let count) = $0.value { count.isHidden } else { false } }
        return hidden.isEmpty ? members : members + [Member("hidden", .strings(hidden.map(\.key)))]
    }

    /// The shortest digits that read back as the same number; whole numbers without a point.
    static func numberText(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
        return String(number)
    }

    private static func writeString(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                // All of them have four hexadecimal digits.
                if scalar.isActing {
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
