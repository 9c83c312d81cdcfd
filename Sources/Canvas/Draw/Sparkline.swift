extension Canvas {
    /// Draws one level a value, from left to right; when there are more values than columns, the last ones.
    ///
    /// - Parameters:
    ///   - values: nil where there is none, which is drawn as a dot and not as a low value.
    ///   - range: what the lowest and the highest level stand for; unless given, the least and the greatest value.
    public mutating func sparkline(
        _ values: [Double?],
        x: Int = 0,
        y: Int = 0,
        width: Int? = nil,
        range: ClosedRange<Double>? = nil,
        style: Style = .spark
    ) {
        let columns = max(0, width ?? (self.width - x))
        put(Sparkline.spans(values, columns, range, style, glyphs), x: x, y: y)
    }
}

extension GlyphSet {
    /// The characters of a sparkline's lowest and highest level, to say what they stand for.
    public var sparkEnds: (lowest: String, highest: String) { (spark.first ?? "", spark.last ?? "") }
}

enum Sparkline {
    static func spans(
        _ values: [Double?],
        _ columns: Int,
        _ range: ClosedRange<Double>?,
        _ style: Style,
        _ glyphs: GlyphSet
    ) -> [Span] {
        let shown = values.suffix(max(0, columns)).map { $0.flatMap { $0.isFinite ? $0 : nil } }
        let present = shown.compactMap(\.self)
        let low = range?.lowerBound ?? present.min() ?? 0
        let high = range?.upperBound ?? present.max() ?? 0
        return shown.map { value in
            guard let value else { return Span(glyphs.absent, .muted) }
            // A series that never changes stands in the middle: neither low nor high.
            let share = high > low ? (value - low) / (high - low) : 0.5
            return Span(glyphs.spark[GlyphSet.step(share, of: glyphs.spark.count)], style)
        }
    }
}
