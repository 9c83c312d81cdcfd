/// Text from anywhere, made safe to show and measured.
///
/// Control characters (also TAB and newline), bidirectional controls, characters without a width, variation tricks and
/// invalid UTF-8 each become one visible replacement character. What terminals disagree about is reduced until they
/// agree: see ``init(_:_:)``. Where the glyph set is ASCII, simple letters and signs are transliterated.
public struct SafeText: Hashable, Sendable {
    public let graphemes: [Grapheme]
    /// The columns the text covers.
    public let width: Int

    init(graphemes: [Grapheme]) {
        self.graphemes = graphemes
        width = graphemes.reduce(0) { $0 + $1.width }
    }

    /// Cleans and measures `string`, one grapheme cluster at a time:
    ///
    /// - a letter with up to two combining marks stays as it is;
    /// - an emoji with a skin tone or a presentation selector is shown as its base;
    /// - families, flags, keycaps, conjuncts and taller stacks of marks become the replacement;
    /// - every kind of space becomes a plain one of the same width.
    public init(_ string: String, _ glyphs: GlyphSet = .unicode) {
        var cleaner = TextCleaner(glyphs)
        self.init(graphemes: cleaner.clean(string))
    }

    /// The same for bytes that ought to be UTF-8; each invalid sequence becomes one replacement.
    public init(bytes: some Collection<UInt8>, _ glyphs: GlyphSet = .unicode) {
        self.init(String(decoding: bytes, as: UTF8.self), glyphs)
    }

    /// The cleaned text.
    public var text: String { graphemes.reduce(into: "") { $0 += $1.text } }
    public var isEmpty: Bool { graphemes.isEmpty }
}
