extension Canvas {
    /// Draws a line through one value a column, from left to right.
    ///
    /// - Parameters:
    ///   - values: from 0, the bottom of `rect`, to 1, its top; one that is absent leaves a gap.
    ///   - startsAtBottom: whether the line comes up from 0.
    public mutating func curve(
        _ values: [Double?],
        in rect: Rect,
        startsAtBottom: Bool = false,
        style: Style = .bar
    ) {
        let levels = glyphs.curve.count
        var before = startsAtBottom ? -1 : nil
        for (offset, value) in values.prefix(rect.width).enumerated() {
            guard let value, value.isFinite, rect.height > 0 else {
                before = nil
                continue
            }
            let level = GlyphSet.step(value, of: rect.height * levels)
            let row = level / levels
            // Where it rises or falls by more than a row, its parts are joined.
            if let before, abs(before - row) > 1 {
                for between in (min(before, row) + 1)..<max(before, row) {
                    text(glyphs.verticalRule, x: rect.x + offset, y: rect.maxY - 1 - between, style, width: 1)
                }
            }
            text(glyphs.curve[level % levels], x: rect.x + offset, y: rect.maxY - 1 - row, style, width: 1)
            before = row
        }
    }
}
