import Testing

@testable import Canvas

@Suite struct TableTests {
    static let channels = Table(
        columns: [
            TableColumn("channel", minimum: 5, priority: 9, grow: 1),
            TableColumn("entered", align: .right, priority: 8),
            TableColumn("rate", align: .decimal, priority: 7),
            TableColumn("share", minimum: 6, priority: 2, grow: 2),
            TableColumn("median", align: .right, priority: 3),
            TableColumn("trend", priority: 1),
        ],
        rows: [
            TableRow([
                "web", .text("1,912"), .spans([Span("41.9%"), Span(" ±2.2", .muted)]), .bar(Bar(0.419)), "1 d 20 h",
                .spark([1, 2, 3]),
            ]),
            TableRow([
                "counter", .text("385"), .spans([Span("7.65%"), Span(" ±4.6", .muted)]), .bar(Bar(0.0765)), "4 d 9 h",
                .spark([3, 2, 1]),
            ]),
            TableRow(["日本語の窓口", .text("7"), .text("–", .muted), .blank, .text("–", .muted), .spark([nil])]),
        ],
        sort: Table.Sort(column: 1, isAscending: false),
        cursor: 1
    )

    private func drawn(_ table: Table, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .unicode) -> Canvas {
        var canvas = Canvas(width: width, height: height, glyphs: glyphs)
        canvas.table(table)
        return canvas
    }

    @Test func wide() {
        let canvas = drawn(Self.channels, 72, 5)
        #expect(
            canvas.grid.text == [
                "  channel       entered ↓         rate  share              median  trend",
                "  web               1,912  41.9% ±2.2   ▇▇▇▇▇▇▎          1 d 20 h  ▁▅█",
                "› counter             385   7.65% ±4.6  ▇▏                4 d 9 h  █▅▁",
                "  日本語の窓口          7            –                          –  ·",
                "",
            ]
        )
    }

    @Test func columnsGoByPriorityAndNothingOverflows() {
        #expect(drawn(Self.channels, 50, 2).grid.text[0] == "  chann…  entered ↓         rate  share     median")
        #expect(drawn(Self.channels, 38, 2).grid.text[0] == "  channel       entered ↓         rate")
        #expect(drawn(Self.channels, 18, 2).grid.text[0] == "  chan…  entered ↓")
        #expect(drawn(Self.channels, 10, 2).grid.text[0] == "  channel")
        #expect(drawn(Self.channels, 5, 2).grid.text[0] == "  ch…")
        for width in 0...90 {
            let lines = drawn(Self.channels, width, 4).grid.lines(trimmed: false)
            #expect(lines.allSatisfy { SafeText($0).width == width })
        }
    }

    @Test func decimalsAlignOnTheirPoint() {
        let numbers = ["9.2 d", "12 d", "1,204.75", "±.16", "–", "£2.14", "80"]
        let table = Table(
            columns: [TableColumn("x", align: .decimal)],
            rows: numbers.map { TableRow([.text($0)]) },
            showsHead: false,
            hasMarker: false
        )
        #expect(
            drawn(table, 9, 7).grid.text
                == ["    9.2 d", "   12 d", "1,204.75", "    ±.16", "        –", "   £2.14", "   80"]
                .map { String($0.prefix(9)) }
        )
    }

    /// Whichever mark stands between groups of three digits.
    @Test(arguments: [",.", ".,", "\u{A0},", "'."])
    func decimalsAlignInEveryStyle(_ marks: String) {
        let (group, point) = (marks.prefix(1), marks.suffix(1))
        let numbers = ["1\(group)204\(point)75", "80", "9\(point)2 d", "\(point)16", "1\(group)204\(group)000"]
        let table = Table(
            columns: [TableColumn("x", align: .decimal)],
            rows: numbers.map { TableRow([.text($0)]) },
            showsHead: false,
            hasMarker: false
        )
        let ends = drawn(table, 14, 5).grid.lines(trimmed: false).enumerated().map { index, line in
            let whole = numbers[index].split(separator: point, omittingEmptySubsequences: false)[0].prefix { $0 != " " }
            return line.prefix { $0 == " " }.count + whole.count
        }
        #expect(ends == Array(repeating: 9, count: 5))
    }

    @Test func theCursorsRowIsReversedMarkedAndHoldsTheCursor() {
        let canvas = drawn(Self.channels, 30, 4)
        #expect(canvas.grid.attributeText[2] == String(repeating: "R", count: 30))
        #expect(canvas.grid.styleText[2] == String(repeating: "S", count: 30))
        #expect(canvas.grid[0, 2].text == "›")
        #expect(canvas.cursor == Cursor(x: 0, y: 2, isVisible: false))
        #expect(drawn(Self.channels, 30, 4, .ascii).grid[0, 2].text == ">")
    }

    @Test(arguments: [(0, 0, 0), (0, 9, 5), (3, 4, 3), (8, 2, 2), (90, 9, 5), (-4, 0, 0), (2, 99, 2)])
    func scrollsToTheCursor(offset: Int, cursor: Int, expected: Int) {
        var table = Table(columns: [TableColumn("n")], rows: (0..<10).map { TableRow([.text("\($0)")]) })
        table.offset = offset
        table.cursor = cursor
        var canvas = Canvas(width: 10, height: 8)
        let frame = canvas.table(table, in: Rect(x: 1, y: 1, width: 8, height: 6))
        #expect(frame.offset == expected)
        #expect(frame.body == Rect(x: 1, y: 2, width: 8, height: 5))
        #expect(frame.row(atY: 2) == expected)
        #expect(frame.row(atY: 1) == nil)
        #expect(canvas.grid[3, 2].text == "\(expected)")
    }

    /// Whatever stands in a cell, the columns to its right stay where they are.
    @Test(arguments: SafeTextTests.hostile.map(\.text) + [String(repeating: "x", count: 300)])
    func hostileTextKeepsColumnsAligned(text: String) {
        for glyphs in [GlyphSet.unicode, .ascii] {
            let table = Table(
                columns: [TableColumn("name", minimum: 8, maximum: 12, grow: 1), TableColumn("n", align: .right)],
                rows: [TableRow([.text(text), "|1|"]), TableRow(["plain", "|2|"])],
                showsHead: false
            )
            let canvas = drawn(table, 24, 2, glyphs)
            let ends = canvas.grid.lines(trimmed: false).map { line in
                SafeText(String(line.prefix { $0 != "|" })).width
            }
            #expect(ends[0] == ends[1])
            #expect(canvas.grid.lines(trimmed: false).allSatisfy { SafeText($0).width == 24 })
        }
    }

    @Test func aTreeHasItsLines() {
        let rows: [TableRow] = [
            TableRow([.tree(TreePlace(isLast: [], isOpen: true), "start")]),
            TableRow([.tree(TreePlace(isLast: [false], isOpen: true), "web")]),
            TableRow([.tree(TreePlace(isLast: [false, true]), "phone")]),
            TableRow([.tree(TreePlace(isLast: [true], isOpen: false), "post")]),
        ]
        let table = Table(columns: [TableColumn("path")], rows: rows, showsHead: false, hasMarker: false)
        #expect(drawn(table, 20, 4).grid.text == ["▾ start", "├ ▾ web", "│ └ phone", "└ ▸ post"])
        #expect(drawn(table, 20, 4, .ascii).grid.text == ["v start", "|-v web", "| `-phone", "`-> post"])
    }

    @Test func heatSaysItTwice() {
        let table = Table(
            columns: [TableColumn("web", align: .right), TableColumn("app", align: .right)],
            rows: [TableRow([.heat(0.61, label: "61%"), .heat(nil, label: "·")])],
            showsHead: false,
            hasMarker: false
        )
        let canvas = drawn(table, 16, 1)
        #expect(canvas.grid.text == ["61% ▋  ·"])
        #expect(canvas.grid.styleText == ["zzzzz..m"])
    }
}
