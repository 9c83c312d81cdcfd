public import Canvas

/// What a text is laid out for.
public struct TextStyle: Hashable, Sendable {
    /// Columns of a line.
    public var width: Int
    public var glyphs: GlyphSet

    public init(width: Int = 80, glyphs: GlyphSet = .unicode) {
        self.width = width
        self.glyphs = glyphs
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
