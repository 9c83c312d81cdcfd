/// Turns a string into graphemes that every terminal shows alike.
struct TextCleaner {
    let glyphs: GlyphSet
    private var result: [Grapheme] = []

    init(glyphs: GlyphSet) {
        self.glyphs = glyphs
    }

    mutating func clean(_ string: String) -> [Grapheme] {
        result.removeAll(keepingCapacity: true)
        result.reserveCapacity(string.utf8.count)
        for character in string {
            if let byte = character.asciiValue, character.utf8.count == 1 {
                append(ascii: byte)
            } else if glyphs.repertoire == .ascii {
                append(transliterated: character)
            } else {
                append(character)
            }
        }
        return result
    }

    private mutating func append(ascii byte: UInt8) {
        if byte >= 0x20 && byte < 0x7F {
            result.append(Grapheme(text: String(UnicodeScalar(byte)), width: 1))
        } else {
            appendReplacement()
        }
    }

    private mutating func append(_ character: Character) {
        if let grapheme = Self.grapheme(character) {
            result.append(grapheme)
        } else {
            appendReplacement()
        }
    }

    private mutating func append(transliterated character: Character) {
        // What cannot be shown in Unicode cannot be shown in ASCII either.
        guard Self.grapheme(character) != nil else { return appendReplacement() }
        let base = character.unicodeScalars.first ?? " "
        guard let letters = Transliteration.ascii(base) else { return appendReplacement() }
        for letter in letters {
            result.append(Grapheme(text: String(letter), width: 1))
        }
    }

    private mutating func appendReplacement() {
        result.append(Grapheme(text: glyphs.replacement, width: 1))
    }

    /// The cluster as it can be shown, or nil if it must be replaced.
    static func grapheme(_ character: Character) -> Grapheme? {
        let scalars = character.unicodeScalars
        guard let base = scalars.first, let width = ScalarWidth.ofBase(base) else { return nil }
        if base.properties.generalCategory == .spaceSeparator {
            guard scalars.count == 1 else { return nil }
            // A number whose digits are parted by spaces stays on one line.
            return Grapheme(text: width == 2 || base == "\u{A0}" ? String(base) : " ", width: width)
        }
        let followers = scalars.dropFirst()
        if followers.isEmpty { return Grapheme(text: String(character), width: width) }
        if followers.count == 1, let only = followers.first, isPresentation(only, of: base) {
            return Grapheme(text: String(base), width: width)
        }
        guard followers.count <= maximumMarks, followers.allSatisfy(isMark) else { return nil }
        return Grapheme(text: String(character), width: width)
    }

    /// Marks on one letter: Vietnamese needs two, no everyday writing more.
    private static let maximumMarks = 2

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
