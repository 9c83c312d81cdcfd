/// A table whose cells say which row and column they belong to. Where it is wider than the page, it scrolls by itself,
/// with the keyboard too.
struct HTMLTable {
    var table: ReportTable
    var caption: String
    var id: String

    var markup: Markup {
        let head = Markup.tag("thead", [:], [.tag("tr", [:], table.columns.map(head))])
        let body = Markup.tag("tbody", [:], table.rows.map { .tag("tr", [:], cells($0)) })
        let table = Markup.tag("table", [:], [.tag("caption", ["id": id + "n"], caption), head, body])
        return .tag("div", ["class": "table", "role": "region", "aria-labelledby": id + "n", "tabindex": "0"], [table])
    }

    private func head(_ column: ReportTable.Column) -> Markup {
        column.alignment == .right
            ? .tag("th", ["scope": "col", "class": "n"], column.title) : .tag("th", ["scope": "col"], column.title)
    }

    /// The first column of words names the row.
    private func cells(_ row: [ReportCell]) -> [Markup] {
        let label = table.columns.firstIndex { $0.alignment == .left }
        return zip(table.columns, row).enumerated().map { index, pair in
            let (column, cell) = pair
            if index == label { return .tag("th", ["scope": "row"], cell.text) }
            return column.alignment == .right ? .tag("td", ["class": "n"], cell.text) : .tag("td", [:], cell.text)
        }
    }
}
