/// One character as a reader sees it, safe to print, with the columns it covers.
///
/// It is one word, not a string: a screen may have a hundred thousand cells, and counting references to the text of each
/// would take longer than drawing them.
public struct Grapheme: Hashable, Sendable {
    /// Three scalars of 21 bits, the first in the lowest; those that are missing are 0. The highest bit: two columns wide.
    private let word: UInt64

    /// The most scalars that one holds: a letter and two marks. Vietnamese needs them, no everyday writing more.
    static let maximumScalars = 3
    private static let bitsOfScalar = 21
    private static let wide: UInt64 = 1 << 63

    public static let space = Grapheme(" ")
    static let noBreakSpace = Grapheme("\u{A0}")
    /// No character at all: what stands in a column that a wide one to the left covers.
    static let none = Grapheme(word: 0)

    private init(word: UInt64) {
        self.word = word
    }

    /// A character of one column.
    init(_ scalar: Unicode.Scalar) {
        word = UInt64(scalar.value)
    }

    /// - Parameter scalars: those after the third are left out.
    init(_ scalars: some Sequence<Unicode.Scalar>, isWide: Bool) {
        var word = isWide ? Self.wide : 0
        for (scalar, position) in zip(scalars, 0..<Self.maximumScalars) {
            word |= UInt64(scalar.value) << UInt64(position * Self.bitsOfScalar)
        }
        self.word = word
    }

    /// 1, or 2; 0 for ``none``.
    public var width: Int { word == 0 ? 0 : word & Self.wide == 0 ? 1 : 2 }

    public var text: String {
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        return text
    }

    /// The character's byte where it is one of ASCII.
    public var ascii: UInt8? { word > 0 && word < 0x80 ? UInt8(word) : nil }

    /// Whether it is a letter without marks.
    public var isSingleScalar: Bool { word & ~Self.wide < 1 << Self.bitsOfScalar }

    public var scalars: [Unicode.Scalar] {
        (0..<Self.maximumScalars).compactMap { position in
            let value = UInt32(truncatingIfNeeded: word >> UInt64(position * Self.bitsOfScalar)) & 0x1F_FFFF
            return value == 0 ? nil : Unicode.Scalar(value)
        }
    }
}
