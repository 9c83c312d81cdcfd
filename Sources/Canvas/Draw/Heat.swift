extension Canvas {
    /// Draws one cell of a heat map: its label to the right, then one character that grows with `fraction`.
    ///
    /// A fraction that is absent leaves the label muted and alone. The character says what the colour says.
    public mutating func heat(
        _ fraction: Double?,
        label: String,
        x: Int = 0,
        y: Int = 0,
        width: Int,
        reversed: Bool = false
    ) {
        let extra: Attributes = reversed ? .reverse : []
        guard width > 0 else { return }
        fill(Rect(x: x, y: y, width: width, height: 1), Style.text.adding(extra))
        guard let fraction else {
            text(label, x: x, y: y, Style.muted.adding(extra), width: max(0, width - 2), align: .right)
            return
        }
        let style = Style.heat(fraction).adding(extra)
        text(label, x: x, y: y, style, width: max(0, width - 2), align: .right)
        // In one style with what it parts: switching it off and on again would be bytes for nothing.
        if width > 2 { text(" ", x: x + width - 2, y: y, style, width: 1) }
        text(glyphs.level(fraction), x: x + width - 1, y: y, style, width: 1)
    }
}

extension GlyphSet {
    /// One character that is fuller the nearer `fraction` is to 1; a space for 0.
    public func level(_ fraction: Double) -> String {
        let levels = repertoire == .unicode ? [" "] + barParts : shades
        guard fraction.isFinite, fraction > 0 else { return levels[0] }
        // Whatever is above 0 shows.
        return levels[1 + GlyphSet.step(fraction, of: levels.count - 1)]
    }
}
