import Foundation

/// Where keys stand in a TOML text: the parser forgets it, and a message needs it.
struct TOMLLines {
    private var places: [(section: String, key: String, line: Int)] = []

    init(_ text: String) {
        var section = ""
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmingCharacters(in: .whitespacesAndNewlines)
            if line.hasPrefix("["), let end = line.lastIndex(of: "]"), !line.contains("=") {
                section = TOMLLines.plain(line[line.index(after: line.startIndex)..<end])
                let parts = section.split(separator: ".")
                if let last = parts.last {
                    places.append((parts.dropLast().joined(separator: "."), String(last), index + 1))
                }
            } else if let sign = TOMLLines.equalSign(in: line) {
                places.append((section, TOMLLines.plain(line[..<sign]), index + 1))
            }
        }
    }

    /// The line of `key` in the section with these names; 1 is the first.
    func line(of key: String, in section: [String]) -> Int? {
        let full = (section + [key]).joined(separator: ".")
        return places.first { place in
            (place.section.isEmpty ? place.key : "\(place.section).\(place.key)") == full
        }?.line
    }

    private static func plain(_ text: some StringProtocol) -> String {
        String(text.filter { $0 != "\"" && $0 != "'" && $0 != "[" }).trimmingCharacters(in: .whitespaces)
    }

    /// The first `=` outside quotes.
    private static func equalSign(in line: String) -> String.Index? {
        var quote: Character?
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "#" {
                return nil
            } else if character == "=" {
                return index
            }
        }
        return nil
    }
}
