/// A horizontal bar on a scale from 0 to 1.
public struct Bar: Hashable, Sendable {
    /// The filled share.
    public var value: Double
    /// The share after it that is still on its way.
    public var pending: Double
    /// The interval around the end of the filled share.
    public var interval: ClosedRange<Double>?
    /// A goal to mark.
    public var target: Double?
    public var style: Style
    /// Whether the empty part is drawn, so that the bar's full length shows.
    public var showsRest: Bool

    public init(
        _ value: Double,
        pending: Double = 0,
        interval: ClosedRange<Double>? = nil,
        target: Double? = nil,
        style: Style = .bar,
        showsRest: Bool = false
    ) {
        self.value = value
        self.pending = pending
        self.interval = interval
        self.target = target
        self.style = style
        self.showsRest = showsRest
    }
}

extension Canvas {
    /// Draws a bar, to an eighth of a cell where the glyphs allow it.
    public mutating func bar(_ bar: Bar, x: Int = 0, y: Int = 0, width: Int? = nil) {
        let columns = max(0, width ?? (self.width - x))
        put(bar.segments(columns, glyphs), x: x, y: y)
    }

    /// Draws how far something is: a bar, and its percentage when there is room for both.
    public mutating func progress(_ fraction: Double, x: Int = 0, y: Int = 0, width: Int? = nil) {
        let columns = max(0, width ?? (self.width - x))
        let share = Bar.clamped(fraction)
        guard columns >= 10 else { return bar(Bar(share, showsRest: true), x: x, y: y, width: columns) }
        bar(Bar(share, showsRest: true), x: x, y: y, width: columns - 5)
        // Rounded down: what is not finished never says 100.
        text("\(Int(share * 100))%", x: x + columns - 5, y: y, .text, width: 5, align: .right)
    }
}

extension Bar {
    static func clamped(_ share: Double) -> Double {
        share.isFinite ? min(1, max(0, share)) : 0
    }

    /// One span a cell, exactly `columns` of them.
    func segments(_ columns: Int, _ glyphs: GlyphSet) -> [Span] {
        guard columns > 0 else { return [] }
        let parts = glyphs.barParts.count
        let filled = Int((Self.clamped(value) * Double(columns * parts)).rounded())
        let whole = filled / parts
        let part = filled % parts
        let filledCells = whole + (part > 0 ? 1 : 0)
        let pendingEnd = Int((Self.clamped(Self.clamped(value) + Self.clamped(pending)) * Double(columns)).rounded())
        let rest = showsRest ? Span(glyphs.barRest, .barRest) : Span(" ")
        var cells = (0..<columns).map { column in
            if column < whole { return Span(glyphs.barParts[parts - 1], style) }
            if column < filledCells { return Span(glyphs.barParts[part - 1], style) }
            if column < pendingEnd { return Span(glyphs.barPending, .barPending) }
            return rest
        }
        addWhisker(to: &cells, whole: whole, filledCells: filledCells, glyphs)
        if let target {
            cells[Self.cell(target, columns)] = Span(glyphs.target, .target)
        }
        return cells
    }

    /// The bar is shaded where it may be less, and a line leads to where it may be more. An interval within one cell
    /// is not drawn.
    private func addWhisker(to cells: inout [Span], whole: Int, filledCells: Int, _ glyphs: GlyphSet) {
        guard let interval else { return }
        let low = Self.cell(interval.lowerBound, cells.count)
        let high = Self.cell(interval.upperBound, cells.count)
        guard low < high else { return }
        for column in low...high {
            if column < whole {
                cells[column] = Span(glyphs.barUnsure, style)
            } else if column >= filledCells {
                cells[column] = Span(glyphs.whisker, .whisker)
            }
        }
        if low >= filledCells { cells[low] = Span(glyphs.whiskerLeft, .whisker) }
        if high >= filledCells { cells[high] = Span(glyphs.whiskerRight, .whisker) }
    }

    private static func cell(_ share: Double, _ columns: Int) -> Int {
        min(columns - 1, Int(clamped(share) * Double(columns)))
    }
}
