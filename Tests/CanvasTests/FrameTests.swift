import Testing

@testable import Canvas

@Suite struct FrameTests {
    private static let hints = [
        KeyHint("↵", "open", priority: 9), KeyHint("f", "filter", priority: 5), KeyHint("p", "period", priority: 4),
        KeyHint("x", "export", priority: 1, isEnabled: false),
    ]

    private func footer(_ width: Int, _ glyphs: GlyphSet = .unicode) -> Canvas {
        var canvas = Canvas(width: width, height: 1, glyphs: glyphs)
        canvas.footer(Self.hints, pinned: KeyHint("?", "help"))
        return canvas
    }

    @Test(arguments: [
        (60, " ↵ open  f filter  p period  x export                ? help"),
        (44, " ↵ open  f filter  p period          ? help"),
        (30, " ↵ open  f filter      ? help"), (20, " ↵ open      ? help"), (12, "     ? help"), (8, " ? help"),
        (5, ""),
    ])
    func hintsGoByPriorityAndHelpLast(width: Int, expected: String) {
        #expect(footer(width).grid.text == [expected])
    }

    @Test func aDisabledHintLooksIt() {
        #expect(footer(60).grid.styleText[0].hasPrefix(".k.iiii..k.iiiiii..k.iiiiii..d.dddddd"))
    }

    @Test(arguments: [
        (40, " 1 Overview  2 Funnel  3 Paths"), (20, " 1  2 Funnel  3"), (10, " 2 Funnel"), (6, " 2 F…"),
    ])
    func tabsShrinkToTheSelectedOne(width: Int, expected: String) {
        var canvas = Canvas(width: width, height: 1)
        let places = canvas.tabs([Tab("1", "Overview"), Tab("2", "Funnel"), Tab("3", "Paths")], selected: 1)
        #expect(canvas.grid.text == [expected])
        #expect(places.count == 3)
        #expect(places[1].map { canvas.grid[$0.x, 0].text } == "2")
    }

    @Test func headingsAndRules() {
        var canvas = Canvas(width: 9, height: 2)
        canvas.heading("Gaps, by people", width: 8)
        canvas.rule(x: 2, y: 1)
        #expect(canvas.grid.text == ["GAPS, B…", "  ───────"])
        var plain = Canvas(width: 4, height: 1, glyphs: .ascii)
        plain.rule()
        #expect(plain.grid.text == ["----"])
    }

    @Test(arguments: [
        (InputField(prompt: "/", text: "hous"), "/ hous", 6),
        (InputField(prompt: "/", text: "", placeholder: "search"), "/ search", 2),
        (InputField(text: "abcdefghijkl"), "fghijkl", 7),
        (InputField(text: "abcdefghijkl", cursor: 0), "abcdefgh", 0),
        (InputField(text: "日本語日本"), "語日本", 6),
        (InputField(text: "a\u{1B}b", cursor: 2), "a\u{FFFD}b", 2),
    ])
    func aFieldKeepsItsCursorInView(field: InputField, expected: String, cursor: Int) {
        var canvas = Canvas(width: 8, height: 1)
        canvas.input(field)
        #expect(canvas.grid.text == [expected])
        #expect(canvas.cursor == Cursor(x: cursor, y: 0, isVisible: true))
    }

    @Test func aPickerLiesOverTheScreen() {
        var canvas = Canvas(width: 30, height: 10)
        canvas.fill(canvas.bounds, with: "x")
        let picker = Picker(
            title: "Theme",
            rows: (1...9).map { PickerRow("theme \($0)", matches: [0], detail: "d\($0)", isEnabled: $0 != 8) },
            selected: 7,
            size: Size(width: 20, height: 7)
        )
        let frame = canvas.picker(picker)
        let side = "xxxxx"
        #expect(
            canvas.grid.text == [
                String(repeating: "x", count: 30),
                side + "────────────────────" + side,
                side + "  Theme             " + side,
                side + "  theme 5       d5  " + side,
                side + "  theme 6       d6  " + side,
                side + "  theme 7       d7  " + side,
                side + "› theme 8       d8  " + side,
                side + "────────────────────" + side,
                String(repeating: "x", count: 30),
                String(repeating: "x", count: 30),
            ]
        )
        #expect(
            frame
                == PickerFrame(
                    frame: Rect(x: 5, y: 1, width: 20, height: 7),
                    body: Rect(x: 5, y: 3, width: 20, height: 4),
                    offset: 4
                )
        )
        #expect(canvas.grid[7, 3].style == Style(.match, [.bold, .raised]))
    }

    @Test func aParagraphEndsInAnEllipsisWhereItIsCut() {
        var canvas = Canvas(width: 20, height: 2)
        let used = canvas.paragraph([Span("Completion rose, most "), Span("in Parking, then", .good), Span(" fell")])
        #expect(used == 2)
        #expect(canvas.grid.text == ["Completion rose,", "most in Parking,…"])
        #expect(canvas.lineCount("Completion rose, most", width: 20) == 2)
    }
}
