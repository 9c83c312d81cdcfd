/// Where text stands in the columns it is given.
public enum Alignment: Hashable, Sendable {
    case left
    case right
    case centre
    /// On the decimal point, in tables; elsewhere the same as `right`.
    case decimal
}

extension Canvas {
    /// Writes one line of text and returns the columns it covers.
    ///
    /// - Parameters:
    ///   - width: the columns to use from `x`; unless given, up to the region's right edge. Longer text is cut.
    ///   - align: where the text stands in those columns.
    @discardableResult
    public mutating func text(
        _ text: String,
        x: Int = 0,
        y: Int = 0,
        _ style: Style = .text,
        width: Int? = nil,
        align: Alignment = .left,
        truncation: Truncation = .end
    ) -> Int {
        let columns = max(0, width ?? (self.width - x))
        // Every character covers a column at least: of a text of a million, only what may show is cleaned.
        let considered = truncation == .end ? text.start(columns + 1) : text
        let fitted = safe(considered).fitted(columns, ellipsis: glyphs.ellipsis, truncation: truncation)
        var column = x + Self.indent(fitted.width, in: columns, align)
        for grapheme in fitted.graphemes {
            put(grapheme, x: column, y: y, style: style)
            column += grapheme.width
        }
        return fitted.width
    }

    /// Writes runs of text on one line, one after the other, and returns the columns they cover.
    @discardableResult
    public mutating func line(
        _ spans: [Span],
        x: Int = 0,
        y: Int = 0,
        width: Int? = nil,
        align: Alignment = .left
    ) -> Int {
        let columns = max(0, width ?? (self.width - x))
        let styled = fitted(spans, columns)
        let used = styled.reduce(0) { $0 + $1.grapheme.width }
        var column = x + Self.indent(used, in: columns, align)
        for piece in styled {
            put(piece.grapheme, x: column, y: y, style: piece.style)
            column += piece.grapheme.width
        }
        return used
    }

    /// Writes the first character of each span, one span a cell.
    mutating func put(_ cells: [Span], x: Int, y: Int) {
        var last: (text: String, grapheme: Grapheme?)?
        for (offset, cell) in cells.enumerated() {
            // Neighbours in a bar are mostly the same.
            if last?.text != cell.text { last = (cell.text, safe(cell.text).graphemes.first) }
            guard let grapheme = last?.grapheme else { continue }
            put(grapheme, x: x + offset, y: y, style: cell.style)
        }
    }

    /// Writes text broken at its spaces, and returns the number of lines used.
    ///
    /// Where the last line allowed cannot hold the rest, it ends in an ellipsis.
    @discardableResult
    public mutating func paragraph(
        _ text: String,
        x: Int = 0,
        y: Int = 0,
        _ style: Style = .text,
        width: Int? = nil,
        maximumLines: Int? = nil
    ) -> Int {
        paragraph([Span(text, style)], x: x, y: y, width: width, maximumLines: maximumLines)
    }

    /// The same for runs of several styles.
    @discardableResult
    public mutating func paragraph(
        _ spans: [Span],
        x: Int = 0,
        y: Int = 0,
        width: Int? = nil,
        maximumLines: Int? = nil
    ) -> Int {
        let columns = max(0, width ?? (self.width - x))
        guard columns > 0 else { return 0 }
        let allowed = max(0, min(maximumLines ?? Int.max, height - y))
        var lines = LineBreaker.lines(graphemes(spans), columns: columns)
        if lines.count > allowed {
            lines = Array(lines.prefix(allowed))
            if let last = lines.indices.last {
                let ellipsis = safe(glyphs.ellipsis)
                let style = lines[last].last?.style ?? .text
                lines[last] = Self.prefix(lines[last], columns - ellipsis.width)
                lines[last] += ellipsis.graphemes.map { StyledGrapheme(grapheme: $0, style: style) }
            }
        }
        for (index, line) in lines.enumerated() {
            var column = x
            for piece in line {
                put(piece.grapheme, x: column, y: y + index, style: piece.style)
                column += piece.grapheme.width
            }
        }
        return lines.count
    }

    /// The number of lines ``paragraph(_:x:y:_:width:maximumLines:)`` needs for `text`.
    public func lineCount(_ text: String, width: Int) -> Int {
        width > 0 ? safe(text).wrapped(width).count : 0
    }

    func graphemes(_ spans: [Span]) -> [StyledGrapheme] {
        spans.flatMap { span in
            safe(span.text).graphemes.map { StyledGrapheme(grapheme: $0, style: span.style) }
        }
    }

    func fitted(_ spans: [Span], _ columns: Int) -> [StyledGrapheme] {
        let all = spans.flatMap { span in
            safe(span.text.start(columns + 1)).graphemes
                .map { StyledGrapheme(grapheme: $0, style: span.style) }
        }
        let total = all.reduce(0) { $0 + $1.grapheme.width }
        guard total > columns else { return all }
        let ellipsis = safe(glyphs.ellipsis)
        guard ellipsis.width <= columns else { return Self.prefix(all, columns) }
        let kept = Self.prefix(all, columns - ellipsis.width)
        let style = kept.last?.style ?? all.first?.style ?? .text
        return kept + ellipsis.graphemes.map { StyledGrapheme(grapheme: $0, style: style) }
    }

    static func prefix(_ text: [StyledGrapheme], _ columns: Int) -> [StyledGrapheme] {
        var used = 0
        return Array(
            text.prefix { piece in
                used += piece.grapheme.width
                return used <= columns
            }
        )
    }

    static func indent(_ used: Int, in columns: Int, _ align: Alignment) -> Int {
        switch align {
        case .left: 0
        case .right, .decimal: max(0, columns - used)
        case .centre: max(0, (columns - used) / 2)
        }
    }
}

extension Canvas {
    /// Where `text` stands first in the region, from the top; nil where it does not stand in one row.
    public func firstPlace(of text: String) -> Rect? {
        let sought = safe(text).graphemes.map(\.text)
        guard !sought.isEmpty else { return nil }
        for y in 0..<height {
            let cells = shownCells(y)
            guard cells.count >= sought.count else { continue }
            for start in 0...(cells.count - sought.count) {
                let found = cells[start..<(start + sought.count)]
                guard found.elementsEqual(sought, by: { $0.text == $1 }), let first = found.first, let last = found.last
                else { continue }
                return Rect(x: first.x, y: y, width: last.x + last.width - first.x, height: 1)
            }
        }
        return nil
    }
}
