/// Finds names in rows that could not be read, which have them as the file's format writes them: as they are, in CSV with
/// quotes doubled, in JSON and XML with escapes.
///
/// A name counts where it stands alone: `7` is in `a,7,b` and not in `a,17,b`. Where in doubt it is found: a rejected row
/// too few is a smaller harm than one of a person who was erased.
struct NameSearch {
    private var spellings: Set<ArraySlice<UInt8>> = []
    /// Of the spellings, ascending.
    private let lengths: [Int]

    init(_ names: [String]) {
        for name in names where !name.isEmpty {
            for spelling in NameSearch.spellings(of: name) { spellings.insert(Array(spelling.utf8)[...]) }
        }
        lengths = Set(spellings.map(\.count)).sorted()
    }

    func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let shortest = lengths.first, text.count >= shortest else { return false }
        let bytes = Array(text)
        for start in 0...(bytes.count - shortest) {
            if start > 0, NameSearch.isLetter(bytes[start - 1]), NameSearch.isLetter(bytes[start]) { continue }
            for length in lengths {
                let end = start + length
                guard end <= bytes.count else { break }
                if end < bytes.count, NameSearch.isLetter(bytes[end - 1]), NameSearch.isLetter(bytes[end]) { continue }
                if spellings.contains(bytes[start..<end]) { return true }
            }
        }
        return false
    }

    /// Letters and digits, and all that is no ASCII.
    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
            true
        default: false
        }
    }

    private static func spellings(of name: String) -> [String] {
        let json = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let xml = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return [
            name, name.replacing("\"", with: "\"\""), json, json.replacing("/", with: "\\/"), asciiOnly(json), xml,
            xml.replacing("\"", with: "&quot;").replacing("'", with: "&apos;"),
        ]
    }

    /// With what is no ASCII as JSON escapes it, in UTF-16.
    private static func asciiOnly(_ json: String) -> String {
        json.utf16.reduce(into: "") { text, unit in
            if unit < 0x80, let scalar = Unicode.Scalar(unit) {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }
}
