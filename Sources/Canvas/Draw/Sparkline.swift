extension Canvas {
    /// Draws one level a value, from left to right; when there are more values than columns, the last ones.
    ///
    /// - Parameters:
    ///   - values: nil where there is none, which is drawn as a dot and not as a low value.
    ///   - marks: the indices of values before which something happened; a line stands there, in a column of its own.
    ///   - range: what the lowest and the highest level stand for; unless given, the least and the greatest value.
    public mutating func sparkline(
        _ values: [Double?],
        marks: Set<Int> = [],
        x: Int = 0,
        y: Int = 0,
        width: Int? = nil,
        range: ClosedRange<Double>? = nil,
        style: Style = .spark
    ) {
        let columns = max(0, width ?? (self.width - x))
        put(Sparkline.spans(values, marks, columns, range, style, glyphs), x: x, y: y)
    }
}

extension GlyphSet {
    /// The characters of a sparkline's lowest and highest level, to say what they stand for.
    public var sparkEnds: (lowest: String, highest: String) { (spark.first ?? "", spark.last ?? "") }
}

enum Sparkline {
    private enum Cell {
        case level(Double)
        case nothing
        case mark
    }

    private static func cells(_ values: [Double?], _ marks: Set<Int>) -> [Cell] {
        values.enumerated().flatMap { index, value -> [Cell] in
            let level = value.flatMap { $0.isFinite ? Cell.level($0) : nil } ?? .nothing
            return marks.contains(index) ? [.mark, level] : [level]
        }
    }

    static func spans(
        _ values: [Double?],
        _ marks: Set<Int>,
        _ columns: Int,
        _ range: ClosedRange<Double>?,
        _ style: Style,
        _ glyphs: GlyphSet
    ) -> [Span] {
        let shown = cells(values, marks).suffix(max(0, columns))
        let present = shown.compactMap { cell -> Double? in
            if case .level(let value) = cell { return value }
            return nil
        }
        let low = range?.lowerBound ?? present.min() ?? 0
        let high = range?.upperBound ?? present.max() ?? 0
        return shown.map { cell in
            let value: Double
            switch cell {
            case .level(let level): value = level
            case .nothing: return Span(glyphs.absent, .muted)
            case .mark: return Span(glyphs.verticalRule, .accent)
            }
            // A series that never changes stands in the middle: neither low nor high.
            let share = high > low ? (value - low) / (high - low) : 0.5
            return Span(glyphs.spark[GlyphSet.step(share, of: glyphs.spark.count)], style)
        }
    }
}
