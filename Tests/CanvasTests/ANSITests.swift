import Testing

@testable import Canvas

@Suite struct ANSITests {
    private func lines(_ depth: ColourDepth, _ draw: (inout Canvas) -> Void) throws -> [String] {
        var canvas = Canvas(width: 20, height: 1)
        draw(&canvas)
        return canvas.grid.ansiLines(theme: try ThemeLibrary(folders: []).theme(named: "dark"), depth: depth)
    }

    @Test func plainTextHasNoSequences() throws {
        #expect(try lines(.direct) { $0.text("plain  text", x: 2) } == ["  plain  text"])
        #expect(try lines(.none) { $0.text("accent", .accent) } == ["accent"])
    }

    @Test func eachDepthHasItsCodes() throws {
        #expect(try lines(.direct) { $0.text("a", .muted) } == ["\u{1B}[0;38;2;137;149;162ma\u{1B}[0m"])
        #expect(try lines(.indexed) { $0.text("a", .muted) } == ["\u{1B}[0;38;5;246ma\u{1B}[0m"])
        #expect(try lines(.sixteen) { $0.text("a", .muted) } == ["\u{1B}[0;90ma\u{1B}[0m"])
        #expect(try lines(.eight) { $0.text("a", .muted.bold) } == ["\u{1B}[0;1ma\u{1B}[0m"])
        #expect(try lines(.none) { $0.text("a", .selection.reversed) } == ["\u{1B}[0;1;7ma\u{1B}[0m"])
    }

    /// Without its sequences a line is the grid's text, whatever was drawn.
    @Test(arguments: ColourDepth.allCases)
    func sequencesAddNothingElse(depth: ColourDepth) throws {
        let shown = try lines(depth) { canvas in
            canvas.line([Span("日本 "), Span("a b", .good.bold), Span("  "), Span(" z ", .badge.reversed)], x: 1)
        }
        let bare = shown[0].replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
        var end = bare
        while end.last == " " { end.removeLast() }
        #expect(end == " 日本 a b   z")
        #expect(bare.hasSuffix("z "))
    }
}
