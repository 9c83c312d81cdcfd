/// Works out how wide each column is, and which ones must go.
struct TableLayout {
    /// Each column's place, or nil for one that was dropped.
    let places: [Range<Int>?]
    /// For `decimal` columns: the widest part before the point, and from the point on.
    let points: [(whole: Int, fraction: Int)]

    init(_ table: Table, width: Int, glyphs: GlyphSet) {
        let measures = table.columns.indices.map { Self.measure(table, column: $0, glyphs) }
        points = measures.map { ($0.whole, $0.fraction) }
        let natural = zip(table.columns, measures).map { column, measure in
            min(max(column.minimum, measure.width), column.maximum)
        }
        let panels = zip(table.columns, natural).map { column, wish -> Panel in
            if column.grow > 0 {
                return Panel(
                    .flexible(column.grow),
                    minimum: column.minimum > 0 ? column.minimum : min(wish, 6),
                    maximum: column.maximum,
                    ideal: wish,
                    priority: column.priority
                )
            }
            let least = column.minimum > 0 ? column.minimum : wish
            return Panel(.fixed(wish), minimum: min(least, wish), maximum: wish, priority: column.priority)
        }
        let start = table.hasMarker ? 2 : 0
        let lengths = Layout.lengths(max(0, width - start), panels, gap: table.gap)
        var x = start
        places = lengths.map { length in
            guard let length else { return nil }
            defer { x += length + table.gap }
            return x..<(x + length)
        }
    }

    private struct Measure {
        var width = 0
        var whole = 0
        var fraction = 0
    }

    private static func measure(_ table: Table, column index: Int, _ glyphs: GlyphSet) -> Measure {
        let column = table.columns[index]
        var measure = Measure()
        let arrow = table.sort?.column == index ? 2 : 0
        measure.width = TextCleaner.width(of: column.title, glyphs) + arrow
        for row in table.rows where index < row.cells.count {
            let cell = row.cells[index]
            if column.align == .decimal, let (whole, fraction) = cell.pointWidths(glyphs) {
                measure.whole = max(measure.whole, whole)
                measure.fraction = max(measure.fraction, fraction)
                measure.width = max(measure.width, measure.whole + measure.fraction)
            } else {
                measure.width = max(measure.width, cell.width(glyphs))
            }
        }
        return measure
    }
}

extension TableCell {
    func width(_ glyphs: GlyphSet) -> Int {
        switch self {
        case .text(let text, _): Self.measured(text, glyphs)
        case .spans(let spans): spans.reduce(0) { $0 + Self.measured($1.text, glyphs) }
        case .bar: 8
        case .spark(let values, let marks, _): values.count + marks.count
        case .heat(_, let label): TextCleaner.width(of: label, glyphs) + 2
        case .tree(let place, let text, _): Self.measured(place.prefix(glyphs) + text, glyphs)
        case .blank: 0
        }
    }

    /// No terminal is wider than this, and a comment may be a book.
    private static let widest = 1_000

    private static func measured(_ text: String, _ glyphs: GlyphSet) -> Int {
        TextCleaner.width(of: text.start(widest), glyphs)
    }

    /// The columns before the decimal point and from it on, or nil for what is no number.
    ///
    /// The point is the last `.` between digits of the first run; a number without one has its point at the end of
    /// its last digit, so that units stand to the right of the point: `9.2 d` under `12 d`.
    func pointWidths(_ glyphs: GlyphSet) -> (whole: Int, fraction: Int)? {
        let first: String
        switch self {
        case .text(let text, _): first = text
        case .spans(let spans): first = spans.first?.text ?? ""
        default: return nil
        }
        let graphemes = SafeText(first.start(Self.widest), glyphs).graphemes
        guard let point = DecimalPoint.index(graphemes) else { return nil }
        let whole = graphemes.prefix(point).reduce(0) { $0 + $1.width }
        return (whole, width(glyphs) - whole)
    }
}

/// Finds where a number's whole part ends.
enum DecimalPoint {
    /// The number of characters before the point, or before whatever follows the first number; nil without a digit.
    static func index(_ characters: [Grapheme]) -> Int? {
        guard let start = characters.firstIndex(where: isDigit) else {
            return nil
        }
        // A number such as .16 has nothing before its point.
        if start > 0, characters[start - 1] == point || characters[start - 1] == comma { return start - 1 }
        var index = start
        while index < characters.count {
            if isDigit(characters[index]) {
                index += 1
            } else if marks.contains(characters[index]), characters[(index + 1)...].prefix(while: isDigit).count == 3 {
                // Which of the marks is the point depends on how numbers are written; three digits are a group.
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private static let point = Grapheme(".")
    private static let comma = Grapheme(",")
    private static let marks = [comma, point, Grapheme("'"), .space, .noBreakSpace]

    private static func isDigit(_ character: Grapheme) -> Bool {
        character.ascii.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
}
