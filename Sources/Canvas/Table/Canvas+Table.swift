extension Canvas {
    /// Draws a table from the top of `rect`, which is the whole region unless given.
    ///
    /// Columns that do not fit are dropped by priority. The cursor's row is reversed, has a marker, and is where the
    /// terminal's cursor is put.
    @discardableResult
    public mutating func table(_ table: Table, in rect: Rect? = nil) -> TableFrame {
        let rect = rect ?? bounds
        return region(rect) { canvas in
            var frame = canvas.drawTable(table)
            frame.body.x += rect.x
            frame.body.y += rect.y
            frame.columns = frame.columns.map { place in
                place.map { ($0.lowerBound + rect.x)..<($0.upperBound + rect.x) }
            }
            return frame
        }
    }

    private mutating func drawTable(_ table: Table) -> TableFrame {
        let layout = TableLayout(table, width: width, glyphs: glyphs)
        let headRows = table.showsHead ? 1 : 0
        if table.showsHead { drawHead(table, layout) }
        let room = max(0, height - headRows)
        let offset = table.visibleOffset(room)
        let count = max(0, min(room, table.rows.count - offset))
        for line in 0..<count {
            let index = offset + line
            drawRow(table, layout, row: table.rows[index], y: headRows + line, isCursor: index == table.cursor)
            if let list = table.list {
                clickable(Rect(x: 0, y: headRows + line, width: width, height: 1), .row(list: list, index: index))
            }
        }
        return TableFrame(
            body: Rect(x: 0, y: headRows, width: width, height: room),
            offset: offset,
            count: count,
            columns: layout.places
        )
    }

    private mutating func drawHead(_ table: Table, _ layout: TableLayout) {
        for (index, column) in table.columns.enumerated() {
            guard let place = layout.places[index] else { continue }
            let sorted = table.sort?.column == index
            let arrow = table.sort?.isAscending == true ? glyphs.sortAscending : glyphs.sortDescending
            let align = column.align == .decimal ? Alignment.right : column.align
            if sorted {
                let title = safe(column.title).fitted(max(0, place.count - 2), ellipsis: glyphs.ellipsis)
                let spans = [Span(title.text, .heading), Span(" " + arrow, .accent)]
                line(spans, x: place.lowerBound, width: place.count, align: align)
            } else {
                text(column.title, x: place.lowerBound, .heading, width: place.count, align: align)
            }
        }
    }

    private mutating func drawRow(_ table: Table, _ layout: TableLayout, row: TableRow, y: Int, isCursor: Bool) {
        for (index, cell) in row.cells.enumerated() where index < table.columns.count {
            guard let place = layout.places[index] else { continue }
            draw(cell, table.columns[index], layout.points[index], at: place, y: y)
        }
        let whole = Rect(x: 0, y: y, width: width, height: 1)
        if row.isDimmed { restyle(whole) { $0.dimmed } }
        guard isCursor else { return }
        if table.hasMarker { text(glyphs.marker, y: y, .selection) }
        restyleAsSelected(row, table, layout, y: y)
        placeCursor(x: 0, y: y)
    }

    /// One reversed band in one colour: roles of their own would tear it into patches. What is drawn in it stays as it is: a
    /// bar in reverse is no bar, and need not be sent again when the cursor comes and goes.
    private mutating func restyleAsSelected(_ row: TableRow, _ table: Table, _ layout: TableLayout, y: Int) {
        var start = 0
        for (index, cell) in row.cells.enumerated() where index < table.columns.count {
            guard cell.isGraphic, let place = layout.places[index] else { continue }
            restyleAsSelected(start..<place.lowerBound, y: y)
            start = place.upperBound
        }
        restyleAsSelected(start..<width, y: y)
    }

    private mutating func restyleAsSelected(_ columns: Range<Int>, y: Int) {
        restyle(Rect(x: columns.lowerBound, y: y, width: columns.count, height: 1)) {
            Style(.selection, $0.attributes.union(.reverse))
        }
    }

    private mutating func draw(
        _ cell: TableCell,
        _ column: TableColumn,
        _ point: (whole: Int, fraction: Int),
        at place: Range<Int>,
        y: Int
    ) {
        let (x, columns) = (place.lowerBound, place.count)
        switch cell {
        case .text(let text, let style):
            drawSpans([Span(text, style)], cell, column, point, at: place, y: y)
        case .spans(let spans):
            drawSpans(spans, cell, column, point, at: place, y: y)
        case .bar(let bar):
            self.bar(bar, x: x, y: y, width: columns)
        case .spark(let values, let marks, let range):
            sparkline(values, marks: marks, x: x, y: y, width: columns, range: range)
        case .heat(let fraction, let label):
            heat(fraction, label: label, x: x, y: y, width: columns)
        case .tree(let place, let text, let style):
            line([Span(place.prefix(glyphs), .rule), Span(text, style)], x: x, y: y, width: columns)
        case .blank:
            break
        }
    }

    private mutating func drawSpans(
        _ spans: [Span],
        _ cell: TableCell,
        _ column: TableColumn,
        _ point: (whole: Int, fraction: Int),
        at place: Range<Int>,
        y: Int
    ) {
        if column.align == .decimal, let (whole, _) = cell.pointWidths(glyphs),
            point.whole + point.fraction <= place.count
        {
            let start = place.upperBound - point.fraction - whole
            line(spans, x: start, y: y, width: place.upperBound - start)
        } else if spans.count == 1 {
            text(
                spans[0].text,
                x: place.lowerBound,
                y: y,
                spans[0].style,
                width: place.count,
                align: column.align,
                truncation: column.truncation
            )
        } else {
            line(spans, x: place.lowerBound, y: y, width: place.count, align: column.align)
        }
    }
}

extension Table {
    /// The first row to show so that `room` rows hold the cursor's and no room is wasted at the end.
    func visibleOffset(_ room: Int) -> Int {
        guard room > 0 else { return 0 }
        var first = min(max(0, offset), max(0, rows.count - room))
        if let cursor, rows.indices.contains(cursor) {
            first = min(max(first, cursor - room + 1), cursor)
        }
        return first
    }
}
