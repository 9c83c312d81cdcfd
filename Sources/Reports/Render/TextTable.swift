import Canvas
import JourneyModel
import Wording

/// A table in columns of text. Nothing is cut: words are wrapped, and where even that does not fit the width, each row
/// becomes a list of `heading: value`.
struct TextTable {
    private static let indent = 2
    private static let gap = 2
    /// Columns of words get no narrower than this.
    private static let narrowest = 8

    private let columns: [ReportTable.Column]
    private let titles: [SafeText]
    private let rows: [[SafeText]]
    private let style: TextStyle

    init(_ table: ReportTable, style: TextStyle) {
        columns = table.columns
        titles = table.columns.map { style.safe($0.title) }
        rows = table.rows.map { $0.map { style.safe($0.text) } }
        self.style = style
    }

    var lines: [String] {
        if style.rowsAreSentences { return rows.flatMap { style.wrapped(sentence($0)) } }
        guard let widths else { return rows.flatMap(listLines) }
        return ([titles] + rows).flatMap { line(cells: $0, widths: widths) }
    }

    /// The columns' widths; nil where the table does not fit.
    private var widths: [Int]? {
        let room = style.width - Self.indent - Self.gap * max(0, columns.count - 1)
        var widths = columns.indices.map { max(titles[$0].width, cellWidth($0)) }
        if widths.reduce(0, +) <= room { return widths }
        for index in columns.indices { widths[index] = max(longestWord(titles[index]), cellWidth(index)) }
        while widths.reduce(0, +) > room {
            let wide = columns.indices.filter { columns[$0].alignment == .left && widths[$0] > Self.narrowest }
            guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
        }
        return widths
    }

    private func cellWidth(_ index: Int) -> Int {
        rows.reduce(0) { widest, row in index < row.count ? max(widest, row[index].width) : widest }
    }

    private func longestWord(_ text: SafeText) -> Int {
        text.text.split(separator: " ").map { style.safe(String($0)).width }.max() ?? 0
    }

    /// One row, of as many lines as its tallest cell.
    private func line(cells: [SafeText], widths: [Int]) -> [String] {
        let parts = zip(cells, widths).map { cell, width in cell.wrapped(max(1, width)) }
        let height = parts.map(\.count).max() ?? 0
        return (0..<height).map { level in
            var line = String(repeating: " ", count: Self.indent)
            for (index, part) in parts.enumerated() {
                let text = level < part.count ? part[level] : style.safe("")
                let blank = String(repeating: " ", count: max(0, widths[index] - text.width))
                line += columns[index].alignment == .right ? blank + text.text : text.text + blank
                if index + 1 < parts.count { line += String(repeating: " ", count: Self.gap) }
            }
            return line.droppingTrailingSpaces
        }
    }

    /// `web: share 12.0%, people 1,204`. What is empty is left out.
    private func sentence(_ row: [SafeText]) -> String {
        let parts = zip(titles, row).dropFirst().filter { !$1.isEmpty }.map { title, cell in
            title.isEmpty ? cell.text : "\(title.text) \(cell.text == NumberText.absent ? "none" : cell.text)"
        }
        let first = row.first.map(\.text) ?? ""
        return parts.isEmpty ? first : "\(first): \(parts.joined(separator: ", "))"
    }

    private func listLines(_ row: [SafeText]) -> [String] {
        zip(titles, row).enumerated().flatMap { index, pair -> [String] in
            let (title, cell) = pair
            guard !cell.isEmpty else { return [] }
            let text = title.isEmpty ? cell.text : title.text + ": " + cell.text
            return style.wrapped(text, indent: index == 0 ? Self.indent : Self.indent * 2, hanging: 2)
        }
    }
}

extension String {
    fileprivate var droppingTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
