internal import Canvas

/// What a terminal is sent, as lines of an asciicast (version 2: https://docs.asciinema.org/manual/asciicast/v2/): a header,
/// then an event a line with its time in seconds since the beginning.
///
/// Events are text there, so a character whose bytes come in two pieces waits for the second one, and bytes that are no UTF-8
/// become U+FFFD.
public struct Asciicast: Sendable {
    /// No line has more bytes, its end included.
    public static let longestLine = 1024

    /// What has come of a character so far.
    private var begun: [UInt8] = []
    private var hasHeader = false
    private let timestamp: Int
    private let term: String

    /// - Parameters:
    ///   - timestamp: when it begins, in seconds since 1970.
    ///   - term: the terminal's name.
    public init(timestamp: Int, term: String) {
        self.timestamp = timestamp
        self.term = String(term.prefix(100))
    }

    /// The lines that say what came `seconds` after the beginning, each with its line feed; the first size makes the header.
    public mutating func lines(_ output: TerminalOutput, at seconds: Double) -> [[UInt8]] {
        switch output {
        case .size(let size) where hasHeader: return [event("r", "\(size.width)x\(size.height)", seconds)]
        case .size(let size):
            hasHeader = true
            return [header(size)]
        case .bytes(let bytes):
            let all = begun + bytes
            let whole = all.count - Self.beginningAtEnd(all)
            begun = Array(all[whole...])
            return events(String(decoding: all[..<whole], as: UTF8.self), seconds)
        }
    }

    /// What is left at the end: a character that was never finished.
    public mutating func end(at seconds: Double) -> [[UInt8]] {
        defer { begun = [] }
        return events(String(decoding: begun, as: UTF8.self), seconds)
    }

    private func header(_ size: Size) -> [UInt8] {
        Array(
            """
            {"version": 2, "width": \(size.width), "height": \(size.height), "timestamp": \(timestamp), \
            "env": {"TERM": \(Self.quoted(term))}}\n
            """.utf8
        )
    }

    private func events(_ text: String, _ seconds: Double) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var part = ""
        // Room for the time, the kind and the brackets.
        var room = Self.longestLine - 64
        for scalar in text.unicodeScalars {
            let escaped = Self.escaped(scalar)
            if escaped.utf8.count > room {
                lines.append(line("o", part, seconds))
                part = ""
                room = Self.longestLine - 64
            }
            part += escaped
            room -= escaped.utf8.count
        }
        if !part.isEmpty { lines.append(line("o", part, seconds)) }
        return lines
    }

    private func event(_ kind: String, _ text: String, _ seconds: Double) -> [UInt8] {
        line(kind, text.unicodeScalars.map(Self.escaped).joined(), seconds)
    }

    private func line(_ kind: String, _ escaped: String, _ seconds: Double) -> [UInt8] {
        // To the microsecond, and never with an exponent.
        let microseconds = Int(max(0, min(seconds, 1e9)) * 1e6)
        let fraction = String(microseconds % 1_000_000)
        let padded = String(repeating: "0", count: 6 - fraction.count) + fraction
        return Array("[\(microseconds / 1_000_000).\(padded), \"\(kind)\", \"\(escaped)\"]\n".utf8)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\r": return "\\r"
        case "\n": return "\\n"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: return String(scalar)
        }
    }

    /// How many bytes at the end begin a character of UTF-8 that is not finished there.
    private static func beginningAtEnd(_ bytes: [UInt8]) -> Int {
        for count in 1...3 where count <= bytes.count {
            let byte = bytes[bytes.count - count]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > count ? count : 0
        }
        return 0
    }
}
