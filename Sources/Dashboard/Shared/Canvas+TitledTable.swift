import Canvas

extension Canvas {
    /// A table under a heading that stands at the left edge, on the line of the columns' heads. The first column's own
    /// title must be empty; where the rows are sorted by it, the heading has the arrow.
    @discardableResult
    mutating func table(_ table: Table, titled title: String, in rect: Rect? = nil) -> TableFrame {
        let rect = rect ?? bounds
        var table = table
        var spans = [Span(title.uppercased(), .heading)]
        if let sort = table.sort, sort.column == 0 {
            spans.append(Span(" " + (sort.isAscending ? glyphs.sortAscending : glyphs.sortDescending), .accent))
            table.sort = nil
        }
        // The heading reaches over the marker's two columns, so the first column needs that much less.
        let titleWidth = spans.reduce(0) { $0 + measure($1.text) } - (table.hasMarker ? 2 : 0)
        if var first = table.columns.first, first.grow == 0 {
            first.minimum = max(first.minimum, min(titleWidth, 40))
            first.maximum = max(first.maximum, first.minimum)
            table.columns[0] = first
        }
        let frame = self.table(table, in: rect)
        let end = frame.columns.dropFirst().compactMap { $0 }.first?.lowerBound ?? rect.maxX
        line(spans, x: rect.x, y: rect.y, width: max(0, end - 1 - rect.x))
        return frame
    }
}
