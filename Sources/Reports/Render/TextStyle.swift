public import Canvas

/// What a text is laid out for.
public struct TextStyle: Hashable, Sendable {
    /// Columns of a line.
    public var width: Int
    public var glyphs: GlyphSet
    /// Each row of a table as a sentence that names every figure, for listening: columns cannot be heard.
    public var rowsAreSentences: Bool

    public init(width: Int = 80, glyphs: GlyphSet = .unicode, rowsAreSentences: Bool = false) {
        self.width = width
        self.glyphs = glyphs
        self.rowsAreSentences = rowsAreSentences
    }

    /// Text from anywhere, safe to print.
    func safe(_ text: String) -> SafeText { SafeText(text, glyphs) }

    /// `text` in lines of the width, all but the first with `hanging` spaces before them, all with `indent`.
    func wrapped(_ text: String, indent: Int = 0, hanging: Int = 0) -> [String] {
        let room = max(10, width - indent - hanging)
        return safe(text).wrapped(room).enumerated().map { index, line in
            String(repeating: " ", count: indent + (index == 0 ? 0 : hanging)) + line.text
        }
    }
}
