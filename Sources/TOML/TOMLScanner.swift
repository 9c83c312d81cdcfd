/// The bytes of a text, read once from front to back.
struct TOMLScanner {
    private let bytes: [UInt8]
    private(set) var index = 0
    private var line = 1
    /// A byte of the line whose column is known: columns are counted on from there, never again from the line's beginning.
    private var known = (index: 0, column: 1)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
            known.index = 3
        }
    }

    /// The next byte; nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    func peek(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { $0.indices.allSatisfy { peek($0) == text.utf8Start[$0] } }
    }

    mutating func advance(_ count: Int = 1) { index += count }

    func slice(from start: Int) -> ArraySlice<UInt8> { bytes[start..<index] }

    /// Where the next byte stands.
    mutating func place() -> TOMLPlace {
        for byte in bytes[known.index..<index] where byte & 0xC0 != 0x80 { known.column += 1 }
        known.index = index
        return TOMLPlace(line: line, column: known.column)
    }

    /// Takes a line break, if there is one.
    mutating func newline() -> Bool {
        guard starts(with: "\n") || starts(with: "\r\n") else { return false }
        advance(next == UInt8(ascii: "\r") ? 2 : 1)
        line += 1
        known = (index, 1)
        return true
    }

    mutating func blanks() {
        while next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { advance() }
    }

    /// Takes `byte`, if it is the next.
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard let next, UInt32(next) == byte.value else { return false }
        advance()
        return true
    }

    /// What stands next, in words: the character, if it is one that can be shown.
    func nextInWords() -> String {
        guard let next else { return "the end of the file" }
        switch next {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "the end of the line"
        case 0x20..<0x7F: return "'\(Unicode.Scalar(next))'"
        default:
            let rest = bytes[index..<min(bytes.count, index + 4)]
            let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first?.value ?? UInt32(next)
            let digits = String(scalar, radix: 16, uppercase: true)
            return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    mutating func fault(_ message: String) -> TOMLFault { TOMLFault(message, at: place()) }
}
