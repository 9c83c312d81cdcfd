/// Turns a string into graphemes that every terminal shows alike.
struct TextCleaner {
    private let isASCIIOnly: Bool
    private let replacement: Grapheme
    private var result: [Grapheme] = []

    init(_ glyphs: GlyphSet) {
        isASCIIOnly = glyphs.repertoire == .ascii
        replacement = Grapheme(glyphs.replacement.unicodeScalars, isWide: false)
    }

    /// The columns `string` covers once it is clean.
    static func width(of string: String, _ glyphs: GlyphSet) -> Int {
        if isPlain(string) { return string.utf8.count }
        var cleaner = TextCleaner(glyphs)
        return cleaner.clean(string).reduce(0) { $0 + $1.width }
    }

    mutating func clean(_ string: String) -> [Grapheme] {
        // Nearly all text is of this kind, and needs no looking up.
        if Self.isPlain(string) { return string.utf8.map { Grapheme(UnicodeScalar($0)) } }
        result.removeAll(keepingCapacity: true)
        result.reserveCapacity(string.utf8.count)
        for character in string {
            if let byte = character.asciiValue, character.utf8.count == 1 {
                append(ascii: byte)
            } else if isASCIIOnly {
                append(transliterated: character)
            } else {
                append(character)
            }
        }
        return result
    }

    /// Whether all of it is ASCII that can be printed: then every byte is a character and covers a column.
    private static func isPlain(_ string: String) -> Bool {
        string.utf8.allSatisfy(isPrintable)
    }

    private static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

    private mutating func append(ascii byte: UInt8) {
        result.append(Self.isPrintable(byte) ? Grapheme(UnicodeScalar(byte)) : replacement)
    }

    private mutating func append(_ character: Character) {
        result.append(Self.grapheme(character) ?? replacement)
    }

    private mutating func append(transliterated character: Character) {
        // What cannot be shown in Unicode cannot be shown in ASCII either.
        let base = character.unicodeScalars.first ?? " "
        guard Self.grapheme(character) != nil, let letters = Transliteration.ascii(base) else {
            result.append(replacement)
            return
        }
        for letter in letters.unicodeScalars { result.append(Grapheme(letter)) }
    }

    /// The cluster as it can be shown, or nil if it must be replaced.
    static func grapheme(_ character: Character) -> Grapheme? {
        let scalars = character.unicodeScalars
        // Screens are full of these, and to look up what is known of a character takes long.
        if let drawn = scalars.first, linesAndBlocks.contains(drawn), scalars.count == 1 { return Grapheme(drawn) }
        guard let base = scalars.first, let width = ScalarWidth.ofBase(base) else { return nil }
        let isWide = width == 2
        if base.properties.generalCategory == .spaceSeparator {
            guard scalars.count == 1 else { return nil }
            // A number whose digits are parted by spaces stays on one line.
            if base == "\u{A0}" { return .noBreakSpace }
            return isWide ? Grapheme(scalars, isWide: true) : .space
        }
        let followers = scalars.dropFirst()
        if let only = followers.first, followers.count == 1, isPresentation(only, of: base) {
            return Grapheme(CollectionOfOne(base), isWide: isWide)
        }
        guard scalars.count <= Grapheme.maximumScalars, followers.allSatisfy(isMark) else { return nil }
        return Grapheme(scalars, isWide: isWide)
    }

    /// All of one column.
    private static let linesAndBlocks: ClosedRange<Unicode.Scalar> = "\u{2500}"..."\u{259F}"

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark && !scalar.properties.isDefaultIgnorableCodePoint
    }

    /// Skin tones, and the selectors for text and emoji presentation: they change the look, not the meaning.
    private static func isPresentation(_ scalar: Unicode.Scalar, of base: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFE0E, 0xFE0F: base.properties.isEmoji && !base.isASCII
        case 0x1F3FB...0x1F3FF: base.properties.isEmojiModifierBase
        default: false
        }
    }
}
