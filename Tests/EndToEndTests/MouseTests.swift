import Foundation
import Testing

extension EndToEnd {
    @Suite("The mouse, by the bytes that terminals send")
    struct MouseTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        @Test(
            "Rows, screens, hints and lists answer to clicks; the wheel moves the cursor",
            arguments: ["xterm-256color", "screen-256color"]
        )
        func clicks(term: String) throws {
            let terminal = try TerminalSession([store, "--mouse"], term: term, in: folder)
            let screen = try terminal.wait("the gaps") {
                $0.contains { $0.contains("GAPS, BY PEOPLE") } && $0.contains { $0.hasPrefix(" \u{203A} ") }
            }
            #expect(try terminal.mouseModes() == "1 1")
            let row = try #require(screen.firstIndex { $0.contains("GAPS, BY PEOPLE") }) + 3

            try terminal.settled()
            // The first click moves the cursor, the second opens.
            try terminal.click(x: 10, y: row)
            let marked = try terminal.wait("the cursor on that row") { $0[row].hasPrefix(" \u{203A} ") }
            let name = marked[row].dropFirst(3).prefix(12)
            try terminal.click(x: 30, y: row)
            try terminal.wait("what the row leads to") { !$0.contains { $0.contains("GAPS, BY PEOPLE") } }
            try terminal.press("Escape")
            try terminal.wait("the same row again") { $0[row].hasPrefix(" \u{203A} \(name)") }

            try terminal.wheel(down: true, x: 3, y: 3)
            try terminal.wait("the next row marked") { $0[row + 1].hasPrefix(" \u{203A} ") }
            try terminal.wheel(down: false, x: 3, y: 3)
            try terminal.wait("the row before marked") { $0[row].hasPrefix(" \u{203A} ") }

            // A screen's name in the row of screens.
            let tabs = try #require(screen.firstIndex { $0.contains("1 Overview") })
            try terminal.click(on: "2 Funnel", y: tabs)
            try terminal.wait("the Funnel") { $0.first?.contains("\u{203A} Funnel") == true }
            try terminal.wait("its footer") { $0.last?.contains("who and where") == true }

            // A hint, and a row of the list that it opens.
            try terminal.click(on: "f filter", y: 35)
            let picker = try terminal.wait("the list") { $0.contains { $0.contains("Filter by") } }
            let channel = try #require(picker.firstIndex { $0.contains("  channel ") })
            try terminal.click(on: "channel", y: channel)
            try terminal.wait("the values of the row clicked on") {
                $0.contains { $0.contains("Keep only where channel is") }
            }
            try terminal.click(on: "esc cancel")
            try terminal.wait("no list") { !$0.contains { $0.contains("Keep only") } }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
        }

        @Test("Far to the right, where the old reports end, and in pieces as a slow line brings them")
        func wideAndSlow() throws {
            let terminal = try TerminalSession([store, "--mouse"], width: 300, height: 40, in: folder)
            let screen = try terminal.wait("the gaps") {
                $0.contains { $0.contains("GAPS, BY PEOPLE") } && $0.contains { $0.hasPrefix(" \u{203A} ") }
            }
            let row = try #require(screen.firstIndex { $0.contains("GAPS, BY PEOPLE") }) + 2
            try terminal.click(on: "? help", y: 39)
            try terminal.wait(for: "Keys that work here")
            try terminal.press("Escape")
            try terminal.wait("no help") { !$0.contains { $0.contains("Keys that work here") } }
            for piece in ["\u{1B}[<", "0;", "12", ";\(row + 1)", "M"] {
                try terminal.send(piece)
                Thread.sleep(forTimeInterval: 0.2)
            }
            try terminal.wait("the cursor on that row") { $0[row].hasPrefix(" \u{203A} ") }
        }

        @Test("Without --mouse no mode is set, and reports are read over")
        func off() throws {
            let terminal = try TerminalSession([store], isRecorded: true, in: folder)
            let before = try terminal.wait("the gaps") {
                $0.contains { $0.contains("GAPS, BY PEOPLE") } && $0.contains { $0.hasPrefix(" \u{203A} ") }
            }
            #expect(try terminal.mouseModes() == "0 0")
            try terminal.send("\u{1B}[<0;10;20M\u{1B}[<0;10;20m\u{1B}[M !!")
            try terminal.press("j")
            try terminal.wait("one row down") { $0 != before }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            let sent = String(decoding: try terminal.recording(), as: UTF8.self)
            #expect(!sent.contains("\u{1B}[?100"))
        }

        @Test("Ctrl-Z gives the mouse back, fg takes it again; a kill leaves no mode behind")
        func stops() throws {
            let terminal = try TerminalSession(["--version"], in: folder)
            try terminal.runAtPrompt([store, "--mouse"])
            try terminal.wait(for: "GAPS, BY PEOPLE")
            try terminal.press("C-z")
            try terminal.wait("the program to be stopped") { $0.contains { $0.contains("Stopped") } }
            #expect(try terminal.isRestored())
            try terminal.type("fg\n")
            try terminal.wait(for: "GAPS, BY PEOPLE")
            #expect(try terminal.mouseModes() == "1 1")
            kill(try terminal.programID(), SIGTERM)
            try terminal.wait("a prompt") { $0.contains { $0.contains("ready>") } }
            #expect(try terminal.isRestored())
        }
    }
}

extension TerminalSession {
    /// Whether the terminal reports buttons, and in the way that knows no widest terminal.
    fileprivate func mouseModes() throws -> String {
        try display("#{mouse_standard_flag} #{mouse_sgr_flag}")
    }

    /// Presses and lets go the left button on a cell, counted from 0.
    fileprivate func click(x: Int, y: Int) throws {
        try send("\u{1B}[<0;\(x + 1);\(y + 1)M\u{1B}[<0;\(x + 1);\(y + 1)m")
    }

    /// Clicks in the middle of `text`.
    fileprivate func click(on text: String, y: Int? = nil) throws {
        let lines = try screen()
        let row = try #require(y ?? lines.firstIndex { $0.contains(text) })
        let found = try #require(lines[row].range(of: text))
        try click(x: lines[row].distance(from: lines[row].startIndex, to: found.lowerBound) + text.count / 2, y: row)
    }

    fileprivate func wheel(down: Bool, x: Int, y: Int) throws {
        try send("\u{1B}[<\(down ? 65 : 64);\(x + 1);\(y + 1)M")
    }
}
