import Foundation
import Testing

extension EndToEnd {
    /// With the keys of a person, on the demo town: from a gap to all that its keys show, and back.
    @Suite("From a gap to its screen, list, groups and receipt")
    struct DrillTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        @Test("The numbers are the same, or a line says why not")
        func gaps() throws {
            let overview = try Program.run(["show", "overview", "--store", store, "--format", "json"], in: folder)
                .json()
            let gaps = try #require(overview["gaps"] as? [[String: Any]])
            let terminal = try TerminalSession([store, "--from", "2024-01-01", "--to", "2025-12-31"], in: folder)
            try terminal.wait(for: "COMPLETION")
            for gap in gaps.prefix(8) {
                let people = try #require(gap["people"] as? Int)
                let count = Self.text(people)
                let title = try #require(gap["title"] as? String)
                try terminal.wait("the cursor on \(title)") { Self.marked($0)?.contains(title.prefix(20)) == true }
                #expect(try Self.marked(terminal.screen())?.contains(count) == true)
                // Who they are.
                try terminal.press("l")
                try terminal.wait("as many in the list of \(title)") { screen in
                    screen.contains { $0.contains("\(count) ") && !$0.contains("people affected") }
                }
                try terminal.press("escape")
                try terminal.wait(for: "COMPLETION")
                // The figure by groups, which says how many it touches.
                try terminal.press("e", "enter")
                try terminal.wait("the groups of \(title)") { screen in screen.contains { $0.contains("BY ") } }
                try terminal.press("escape")
                try terminal.wait(for: "COMPLETION")
                // How it came about.
                try terminal.press("r")
                try terminal.wait(for: "Receipt: ")
                #expect(try terminal.screen().contains { $0.contains("affected") && $0.contains(count) })
                try terminal.press("escape")
                try terminal.wait("the overview again") { screen in !screen.contains { $0.contains("Receipt: ") } }
                // The screen that explains it has the number, or says it.
                try terminal.press("enter")
                try terminal.wait("what explains \(title)") { screen in
                    screen[0].contains("›") && screen.contains { $0.contains(count) }
                }
                try terminal.press("escape")
                try terminal.wait(for: "COMPLETION")
                try terminal.press("down")
            }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        private static func text(_ count: Int) -> String {
            count < 1000 ? String(count) : "\(count / 1000)," + String(format: "%03d", count % 1000)
        }

        /// The line that the cursor is on.
        private static func marked(_ screen: [String]) -> String? {
            screen.first { $0.hasPrefix(" ›") || $0.hasPrefix("›") }
        }
    }
}
