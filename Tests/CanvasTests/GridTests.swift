import JourneyModel
import Testing

@testable import Canvas

@Suite struct GridTests {
    @Test func showsItsTextAndStyles() {
        var canvas = Canvas(width: 12, height: 3)
        canvas.text("Cost", x: 1, y: 0, .heading)
        canvas.text("£2.14", x: 1, y: 1, .figure.bold)
        canvas.text("out of sight", x: 30, y: 9)
        #expect(canvas.grid.text == [" Cost", " £2.14", ""])
        #expect(canvas.grid.styleText == [".hhhh", ".fffff", ""])
        #expect(canvas.grid.attributeText == ["", ".BBBBB", ""])
        #expect(canvas.grid.lines(trimmed: false)[0] == " Cost       ")
    }

    @Test func aWideCharacterNeverStraddlesAnEdge() {
        var canvas = Canvas(width: 5, height: 1)
        canvas.text("日本語", x: 0, y: 0, width: 9)
        #expect(canvas.grid.text == ["日本"])
        canvas.text("日", x: -1, y: 0)
        #expect(canvas.grid.text == ["  本"])
        #expect(canvas.grid[0, 0].width == 1)
    }

    @Test func overwritingHalfBlanksTheOther() {
        var canvas = Canvas(width: 4, height: 1)
        canvas.text("日本")
        canvas.text("x", x: 1)
        #expect(canvas.grid.text == [" x本"])
        canvas.text("y", x: 2)
        #expect(canvas.grid.text == [" xy"])
    }

    @Test func regionsClipAndNest() {
        var canvas = Canvas(width: 10, height: 3)
        canvas.region(x: 2, y: 1, width: 5, height: 1) { panel in
            #expect(panel.width == 5)
            panel.text("abcdefgh", width: 8)
            panel.text("below", y: 1)
            panel.region(x: 3, y: 0, width: 9, height: 9) { $0.text("XYZ") }
            panel.placeCursor(x: 1, y: 0, visible: true)
            panel.placeCursor(x: 9, y: 0)
        }
        canvas.text("end", y: 2)
        #expect(canvas.grid.text == ["", "  abcXY", "end"])
        #expect(canvas.cursor == Cursor(x: 3, y: 1, isVisible: true))
    }

    /// Whatever is drawn, wherever: the grid stays whole, and nothing outside the region changes.
    @Test(arguments: 0..<40)
    func randomDrawingStaysInside(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var canvas = Canvas(width: 30, height: 10, glyphs: seed.isMultiple(of: 2) ? .unicode : .ascii)
        canvas.fill(canvas.bounds, .muted, with: "@")
        let area = Rect(
            x: Int.random(in: -5...25, using: &random),
            y: Int.random(in: -3...9, using: &random),
            width: Int.random(in: 0...30, using: &random),
            height: Int.random(in: 0...9, using: &random)
        )
        canvas.region(area) { panel in
            for _ in 0..<60 { draw(&panel, &random) }
        }
        for y in 0..<10 {
            var covered = 0
            for x in 0..<30 {
                let cell = canvas.grid[x, y]
                covered += cell.width
                if cell.width == 2 { #expect(canvas.grid[x + 1, y].width == 0) }
                if cell.width == 0 { #expect(canvas.grid[x - 1, y].width == 2) }
                if !area.contains(x: x, y: y) {
                    #expect(cell == Cell(Grapheme("@"), .muted))
                }
            }
            #expect(covered == 30)
        }
    }

    private func draw(_ canvas: inout Canvas, _ random: inout SplitMix64) {
        let x = Int.random(in: -8...35, using: &random)
        let y = Int.random(in: -3...12, using: &random)
        let width = Int.random(in: -2...40, using: &random)
        let share = Double.random(in: -0.5...1.5, using: &random)
        let text = ["日本語テキスト", "plain words here", "e\u{301}\u{1B}[0m", "😀👍🏽🇬🇧", ""].randomElement(using: &random, or: "")
        let table = Table(
            columns: [TableColumn(text), TableColumn("n", align: .decimal), TableColumn("bar", minimum: 4, grow: 1)],
            rows: Array(repeating: TableRow([.text(text), "1.5", .bar(Bar(share))]), count: 4),
            cursor: 2
        )
        switch Int.random(in: 0..<12, using: &random) {
        case 0: canvas.text(text, x: x, y: y, .accent, width: width)
        case 1: canvas.text(text, x: x, y: y, width: width, align: .right, truncation: .middle)
        case 2: canvas.line([Span(text), Span(text, .bad)], x: x, y: y, width: width, align: .centre)
        case 3: canvas.paragraph(text + " " + text, x: x, y: y, width: width, maximumLines: 2)
        case 4: canvas.bar(Bar(share, pending: 0.2, interval: 0.1...0.9, target: 0.5), x: x, y: y, width: width)
        case 5: canvas.sparkline([1, nil, 3, share], x: x, y: y, width: width)
        case 6: canvas.heat(share, label: text, x: x, y: y, width: width)
        case 7: canvas.table(table, in: Rect(x: x, y: y, width: width, height: 5))
        case 8: canvas.footer([KeyHint("f", text)], pinned: KeyHint("?", "help"), x: x, y: y, width: width)
        case 9: canvas.input(InputField(text: text, cursor: 2), x: x, y: y, width: width)
        case 10:
            canvas.region(x: x, y: y, width: width, height: 6) {
                $0.picker(Picker(title: text, rows: [PickerRow(text)]))
            }
        default: canvas.restyle(Rect(x: x, y: y, width: width, height: 3)) { $0.reversed }
        }
    }
}
