import Foundation
import JourneyModel
import Testing

extension EndToEnd {
    @Suite("Somebody leans on the keyboard")
    struct RandomKeyTests {
        /// All but those that end or stop it: `q`, and `:`, which finds every action by name.
        private static let keys =
            "abcdefghijklmnoprstuvwxyzTVSOGN0123456789?/|<>! ".map { "\($0)" } + [
                "Enter", "Enter", "Escape", "Escape", "Escape", "BSpace", "Tab", "BTab", "Up", "Down", "Left", "Right",
                "Home", "End", "PPage", "NPage", "DC", "C-u", "C-w", "C-r", "C-l", "F1",
            ]

        @Test("Thousands of random keys and dozens of sizes later it paints, obeys, and gives the terminal back")
        func randomKeys() throws {
            let folder = try Folder()
            let store = try Town.made.get().store
            var random = SplitMix64(seed: 20)
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            for round in 0..<60 {
                let keys = (0..<50).compactMap { _ in Self.keys.randomElement(using: &random) }
                try terminal.press(keys)
                if round % 2 == 0 {
                    try terminal.resize(
                        width: Int.random(in: 1...220, using: &random),
                        height: Int.random(in: 1...70, using: &random)
                    )
                }
            }
            try terminal.resize(width: 120, height: 36)
            try terminal.wait("a screen of its size") { $0.count == 36 && $0[35].contains("?") }
            try terminal.expectSameWhenRepainted()
            // Back to the top, and out. Ctrl-C would end the shell too that notes the status.
            for _ in 0..<12 { try terminal.press("Escape") }
            for _ in 0..<12 { try terminal.press("q") }
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
        }
    }
}
