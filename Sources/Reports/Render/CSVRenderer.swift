import JourneyModel
import Wording

/// Records as CSV after RFC 4180: lines end with CR LF, a field is quoted where it must be.
enum CSVRenderer {
    static func text(of records: Records) -> String {
        let header = line(records.header.map { text(of: .text($0)) })
        return records.rows.reduce(into: header) { $0 += line($1.map(text(of:))) }
    }

    private static func line(_ fields: [String]) -> String {
        // A line with one empty field would read as no line at all.
        let line = fields.joined(separator: ",")
        return (line.isEmpty ? "\"\"" : line) + "\r\n"
    }

    private static func text(of field: Records.Field) -> String {
        switch field {
        case .text(let text): quoted(guarded(harmless(text)))
        case .integer(let number): number.hiddenText ?? String(number)
        case .number(let number): number.isFinite ? JSONValue.numberText(number) : ""
        case .none: ""
        }
    }

    /// Controls that a terminal would act on are replaced; tabs and line ends are text.
    private static func harmless(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Text that a spreadsheet would run as a formula gets an apostrophe, which makes it text (OWASP, CSV injection).
    /// Numbers of ours are no text and stay numbers.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return text }
        return "'" + text
    }

    /// The full-width forms are taken for the others where Japanese or Chinese is set.
    private static let formulaStarts = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }
}
