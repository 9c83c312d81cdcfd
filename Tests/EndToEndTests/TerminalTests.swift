import Foundation
import Testing

extension EndToEnd {
    @Suite("Terminals of every kind and size")
    struct TerminalTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        /// Width and height.
        private static let sizes = [
            (1, 1), (10, 3), (20, 5), (40, 12), (80, 24), (120, 36), (200, 60), (500, 200),
        ]

        @Test("Opens at any size", arguments: sizes)
        func opens(width: Int, height: Int) throws {
            let terminal = try TerminalSession([store], width: width, height: height, in: folder)
            try wait(terminal, width, height)
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("One dashboard goes through all sizes, up and down")
        func resizes() throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            for (width, height) in Self.sizes.reversed() + Self.sizes {
                try terminal.resize(width: width, height: height)
                try wait(terminal, width, height)
            }
            try terminal.resize(width: 120, height: 36)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("A terminal that does not know its size counts as 80 by 24")
        func noSize() throws {
            let terminal = try TerminalSession([store], stty: "rows 0 cols 0", in: folder)
            try terminal.wait("a footer in the 24th line") { $0.count > 24 && $0[23].contains("? help") }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test(
            "A window beyond what people read is used in part, and that is said",
            arguments: [[5000, 5000], [65_535, 65_535], [65_535, 36], [120, 30_000]]
        )
        func huge(size: [UInt16]) throws {
            let terminal = try RawTerminal([store], width: size[0], height: size[1], in: folder)
            _ = try terminal.take("what is used") {
                $0.firstRange(of: Array("cells; the first 1,000 by 400 are used".utf8)) != nil
            }
            #expect(try #require(ProcessFigures.peakMemory(of: terminal.process)) < 200 << 20)
            terminal.press("q")
            _ = terminal.takeUntilRest()
            #expect(terminal.exitStatus() == 0)
        }

        @Test(
            "LINES and COLUMNS are not believed",
            arguments: [
                ["LINES": "100000"], ["LINES": "100000", "COLUMNS": "100000"], ["LINES": "-1", "COLUMNS": "0"],
            ]
        )
        func linesAndColumns(environment: [String: String]) throws {
            let terminal = try TerminalSession([store], environment: environment, in: folder)
            try terminal.wait(for: "COMPLETION")
            try wait(terminal, 120, 36)
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
        }

        @Test(
            "Nor is a size on the command line that is more than is drawn",
            arguments: [
                ["picture", "--size", "5000x5000"], ["picture", "--size", "120x401"],
                ["show", "overview", "--size", "1001"],
                ["show", "overview", "--size", "120x99999999999999999999"],
            ]
        )
        func tooLarge(arguments: [String]) throws {
            let outcome = try Program.run(arguments + ["--store", store], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("1,000 by 400") || outcome.errors.contains("is no size"))
        }

        /// What a screen of this size shows of the Overview: all, or its most important number, or as much as there is room
        /// for.
        private func wait(_ terminal: TerminalSession, _ width: Int, _ height: Int) throws {
            if width >= 60, height >= 12 {
                try terminal.wait("a footer in the last of \(height) lines") {
                    $0.count == height && $0[height - 1].contains("help")
                }
            } else if width >= 20, height >= 5 {
                try terminal.wait(for: "wants")
            } else {
                try terminal.wait("something in \(width)x\(height)") {
                    $0.count == height && $0.contains { !$0.allSatisfy(\.isWhitespace) }
                }
            }
        }

        @Test(
            "Terminals that people have",
            arguments: [
                "xterm-256color", "xterm", "screen-256color", "tmux-256color", "vt100", "linux", "xterm-direct",
            ]
        )
        func terminals(term: String) throws {
            let terminal = try TerminalSession([store], term: term, in: folder)
            let screen = try terminal.wait(for: "COMPLETION")
            // The rule under the names of the screens goes from edge to edge: a character that is sent is shown.
            #expect(screen.contains { line in line.count == 120 && Set(line).count == 1 })
            for key in ["2", "j", "3", "k", "4", "1"] { try terminal.press(key) }
            try terminal.expectSameWhenRepainted()
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
        }

        @Test("A terminal that cannot is told what to use", arguments: ["dumb", "no-such-terminal"])
        func poorTerminals(term: String) throws {
            let terminal = try TerminalSession([store], term: term, in: folder)
            try terminal.wait(for: "cxm show")
            #expect(try terminal.exitStatus() == 2)
        }

        @Test("ASCII and no colour: nothing beyond the two is sent")
        func plain() throws {
            let terminal = try TerminalSession([store], environment: ["LANG": "C", "NO_COLOR": "1"], in: folder)
            try terminal.wait(for: "COMPLETION")
            #expect(try terminal.screen().allSatisfy { $0.allSatisfy(\.isASCII) })
            // Bold, reverse and the defaults (39, 49) may come; no colour of 8, 16, 256 or all.
            let colour = /\u{1B}\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/
            #expect(try terminal.styledScreen().firstMatch(of: colour) == nil)
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("Without a TERM it says what to use")
        func noTerm() throws {
            let terminal = try TerminalSession([store], term: nil, in: folder)
            try terminal.wait(for: "cxm show")
            #expect(try terminal.exitStatus() == 2)
        }

        @Test("The locale decides on the characters", arguments: ["C", "POSIX", "C.UTF-8"])
        func locale(name: String) throws {
            let terminal = try TerminalSession([store], environment: ["LANG": name], in: folder)
            try terminal.wait(for: "COMPLETION")
            let isASCII = try terminal.screen().allSatisfy { $0.allSatisfy(\.isASCII) }
            #expect(isASCII == !name.hasSuffix("UTF-8"))
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }
    }
}
