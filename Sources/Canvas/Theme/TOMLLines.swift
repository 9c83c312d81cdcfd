/// Finds the line that a key stands on, which the TOML parser does not tell once it has parsed.
///
/// Theme and settings files are flat: sections of `key = value`, one a line. Anything else merely has no line to report.
public struct TOMLLines {
    private var keys: [String: Int] = [:]
    private var sections: [String: Int] = [:]

    public init(_ text: String) {
        var section = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = Self.trimmed(line)
            if trimmed.hasPrefix("["), let end = trimmed.firstIndex(of: "]") {
                section = Self.trimmed(trimmed[trimmed.index(after: trimmed.startIndex)..<end])
                sections[section] = index + 1
            } else if let equals = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
                let key = Self.trimmed(trimmed[..<equals])
                keys[section + "\n" + key.filter { $0 != "\"" && $0 != "'" }] = index + 1
            }
        }
    }

    public func line(of key: String, in section: String) -> Int? { keys[section + "\n" + key] }

    public func line(ofSection section: String) -> Int? { sections[section] }

    private static func trimmed(_ text: Substring) -> String {
        let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\r" }
        let start = text.drop(while: isBlank)
        var end = start
        while let last = end.last, isBlank(last) { end.removeLast() }
        return String(end)
    }

    private static func trimmed(_ text: String) -> String { trimmed(text[...]) }
}
