import Foundation
import JourneyModel
import Testing

@testable import Canvas
@testable import Terminal

/// Whatever was shown before, a terminal that takes the bytes of a frame shows that frame.
struct FrameEncoderTests {
    private static let styles: [Style] = [
        .text, .text, .text.bold, .muted, .muted.dimmed, .bar, .selection, .selection.bold, .heading, .good, .bad.bold,
        .text.reversed, .text.underlined.bold, .badge, .match, .title, .barRest,
    ]
    private static let texts = [
        "figures 1,234", "████████████", "─────────────────────", "     ", "              ", "e\u{301}a", "生活支援", "x",
        "aaaa",
        "·", "…", "▁▂▃▄▅▆▇█",
    ]

    private let themes: [Theme]

    init() throws {
        let library = ThemeLibrary(folders: [])
        themes = [try library.theme(named: "dark"), try library.theme(named: "light")]
    }

    @Test("Random frames, one after another", arguments: [true, false], 1...4 as ClosedRange<UInt64>)
    func random(isModern: Bool, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var canvas = Canvas(
            width: Int.random(in: 1...60, using: &random),
            height: Int.random(in: 1...12, using: &random)
        )
        var encoder = FrameEncoder(.test(isModern: isModern), depth: .indexed)
        var terminal = TerminalModel(width: canvas.width, height: canvas.height, isModern: isModern)
        for step in 0..<100 {
            for _ in 0..<Int.random(in: 0..<6, using: &random) { Self.scribble(on: &canvas, &random) }
            if step % 30 == 29 { encoder.forget() }
            let theme = themes[step / 50 % 2]
            let cursor =
                Bool.random(using: &random)
                ? Cursor(x: step % canvas.width, y: step % canvas.height, isVisible: step % 3 == 0) : nil
            terminal.take(encoder.encode(canvas.grid, theme: theme, cursor: cursor))
            expect(terminal, shows: canvas.grid, theme, cursor)
        }
    }

    private static func scribble(on canvas: inout Canvas, _ random: inout SplitMix64) {
        let (x, y) = (
            Int.random(in: -3..<canvas.width, using: &random), Int.random(in: 0..<canvas.height, using: &random)
        )
        let style = styles.randomElement(using: &random) ?? .text
        if Int.random(in: 0..<8, using: &random) == 0 {
            canvas.fill(Rect(x: x, y: y, width: Int.random(in: 0...40, using: &random), height: 2), style)
        } else {
            canvas.text(texts.randomElement(using: &random) ?? "", x: x, y: y, style)
        }
    }

    @Test("The screens of the dashboard, one over the other", arguments: [true, false])
    func screens(isModern: Bool) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/Dashboard")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let screens = names.filter { $0.hasSuffix("-120x36.txt") }
        #expect(screens.count > 10)
        var encoder = FrameEncoder(.test(isModern: isModern), depth: .indexed)
        var terminal = TerminalModel(width: 120, height: 36, isModern: isModern)
        for name in screens {
            let lines = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            var canvas = Canvas(width: 120, height: 36)
            for (y, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).prefix(36).enumerated() {
                var x = 0
                for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                    canvas.text(String(word), x: x, y: y, Self.styles[(word.count + y) % Self.styles.count])
                    x += word.count + 1
                }
            }
            let bytes = encoder.encode(canvas.grid, theme: themes[0], cursor: nil)
            terminal.take(bytes)
            expect(terminal, shows: canvas.grid, themes[0], nil)
            #expect(encoder.encode(canvas.grid, theme: themes[0], cursor: nil).isEmpty, "nothing has changed")
        }
    }

    @Test("A run of one ASCII character is sent once where the terminal repeats it")
    func repeats() {
        var canvas = Canvas(width: 50, height: 1)
        canvas.text("──" + String(repeating: "-", count: 40), x: 0, y: 0, .text)
        var encoder = FrameEncoder(.test(isModern: true), depth: .none)
        let bytes = encoder.encode(canvas.grid, theme: themes[0], cursor: nil)
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[?25l\u{1B}[m\u{1B}[H\u{1B}[2J──-\u{1B}[39b")
    }

    @Test("A move of the selection costs two rows")
    func selectionMoves() {
        func frame(selected: Int) -> Grid {
            var canvas = Canvas(width: 120, height: 36)
            for y in 0..<36 { canvas.text("row \(y) of a table with a figure, 12.3%", x: 2, y: y, .text) }
            canvas.restyle(Rect(x: 0, y: selected, width: 120, height: 1)) { _ in .selection }
            return canvas.grid
        }
        var encoder = FrameEncoder(.test(isModern: true), depth: .indexed)
        _ = encoder.encode(frame(selected: 3), theme: themes[0], cursor: nil)
        let bytes = encoder.encode(frame(selected: 4), theme: themes[0], cursor: nil)
        #expect(!bytes.isEmpty && bytes.count < 160)
    }

    @Test("Where the last column ends the line the last cell of all is left out")
    func lastCell() {
        var canvas = Canvas(width: 4, height: 2)
        canvas.fill(canvas.bounds, .text, with: "a")
        var language = TerminalLanguage.test(isModern: false)
        language.wrapsAtOnce = true
        var encoder = FrameEncoder(language, depth: .none)
        let bytes = encoder.encode(canvas.grid, theme: themes[0], cursor: nil)
        #expect(bytes.filter { $0 == UInt8(ascii: "a") }.count == 7)
    }

    @Test("What the terminal might measure otherwise becomes question marks")
    func doubtful() {
        var canvas = Canvas(width: 8, height: 1)
        canvas.text("a生é", x: 0, y: 0, .text)
        var language = TerminalLanguage.test(isModern: true)
        language.canPrint = { scalars, _ in scalars.allSatisfy { $0 < 0x100 } }
        var encoder = FrameEncoder(language, depth: .none)
        let bytes = encoder.encode(canvas.grid, theme: themes[0], cursor: nil)
        #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("a??é"))
    }

    private func expect(_ terminal: TerminalModel, shows grid: Grid, _ theme: Theme, _ cursor: Cursor?) {
        #expect(terminal.complaints.isEmpty, "\(terminal.complaints)")
        #expect(terminal.rendition == Rendition.plain)
        #expect(terminal.isCursorVisible == (cursor?.isVisible ?? false))
        if let cursor { #expect(terminal.cursor == (cursor.x, cursor.y)) }
        for y in 0..<grid.height {
            let differing = (0..<grid.width).first { x in
                let (cell, shown) = (grid[x, y], terminal.cells[y][x])
                let wanted = theme.rendition(cell.style, depth: .indexed)
                let isSame =
                    shown.rendition == wanted
                    || cell.text == " " && shown.rendition.isInvisibleOnSpaces && wanted.isInvisibleOnSpaces
                return shown.text != cell.text || cell.width > 0 && !isSame
            }
            #expect(differing == nil, "row \(y): \(terminal.cells[y].map(\.text).joined())")
        }
    }
}

extension TerminalLanguage {
    /// As xterm's, or without what older terminals lack.
    fileprivate static func test(isModern: Bool) -> TerminalLanguage {
        func bytes(_ text: String) -> [UInt8] { Array("\u{1B}[\(text)".utf8) }
        return TerminalLanguage(
            cursor: { x, y in Array("\u{1B}[\(y + 1);\(x + 1)H".utf8) },
            right: { Array("\u{1B}[\($0)C".utf8) },
            foreground: { Array("\u{1B}[38;5;\($0)m".utf8) },
            background: { Array("\u{1B}[48;5;\($0)m".utf8) },
            clear: bytes("H") + bytes("2J"),
            eraseToEnd: bytes("K"),
            showCursor: bytes("?25h"),
            hideCursor: bytes("?25l"),
            plain: bytes("m"),
            bold: bytes("1m"),
            dim: bytes("2m"),
            reverse: bytes("7m"),
            underline: bytes("4m"),
            endsSingly: isModern,
            repeats: isModern,
            canPrint: { _, _ in true }
        )
    }
}
