import Foundation
import Testing

extension EndToEnd {
    @Suite("The funnel builder in a real terminal")
    struct FunnelBuilderTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        /// What a funnel is given in the builder, whose cursor stands on the first step, and the option that this becomes.
        static let changes: [(name: String, keys: [String], option: String)] = [
            ("an excluded touchpoint", ["x", "error", "Enter"], "--exclude 'error page'"),
            ("a chain that ends there", ["x", "error", "Enter", "End", "Right"], "--policy drop"),
            ("a chain that begins anew", ["x", "error", "Enter", "End", "Right", "Right"], "--policy restart"),
            ("the first start", ["End", "Up", "Right"], "--entry first"),
            ("every start", ["End", "Up", "Right", "Right"], "--entry every"),
            ("strict order", ["End", "Up", "Up", "Right"], "--order strict"),
            ("any order", ["End", "Up", "Up", "Right", "Right"], "--order any"),
            ("ties one by one", ["End", "Right"], "--ties strict"),
            ("ties of the file", ["End", "Right", "Right"], "--ties file"),
            ("a window", ["w", "10d", "Enter"], "--within 10d"),
            ("a condition", ["f", "channel", "Enter", "web", "Enter"], "'start form[channel=web]'"),
            ("either of two", ["|", "help page", "Enter"], "'start form|help page'"),
            ("an optional step", ["Down", "o"], "'upload document?'"),
            ("another order of steps", ["Down", ">"], "--step submit --step 'upload document'"),
        ]

        @Test("What is built is answered at once, and the command copied gives the same numbers", arguments: changes)
        func sameNumbers(_ change: (name: String, keys: [String], option: String)) throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("2")
            try terminal.wait(for: " convert ")
            try terminal.press("s")
            try terminal.wait(for: "ADD AFTER CONFIRMATION")
            try terminal.press("Tab", "Home")
            for key in change.keys {
                if key.count > 1, key.first?.isLowercase == true || key.first?.isNumber == true {
                    try terminal.type(key)
                } else {
                    try terminal.press(key)
                }
            }
            try terminal.press("Enter")
            try terminal.wait("the builder's end") { !$0.contains { $0.contains("THE FUNNEL") } }
            try terminal.press("y")
            try terminal.wait(for: "copied: cxm show funnel")
            let command = try terminal.clipboard()
            #expect(command.contains(change.option), "\(command)")
            let answer = try Program.shell(command + " --format json", in: folder).json()
            let figures = try ["entered", "converted"].map { try #require(answer[$0] as? Int) }
            let line = "\(Program.grouped(figures[0])) entered \(Program.grouped(figures[1])) converted"
            try terminal.wait("the same numbers: \(line)") { screen in
                screen.contains { $0.split(separator: " ").joined(separator: " ").contains(line) }
            }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        private static func counts(_ line: String) -> String? {
            line.firstMatch(of: /([0-9,]+ entered) +([0-9,]+ converted)/).map { "\($0.1) \($0.2)" }
        }

        @Test("A touchpoint is found by typing, the funnel behind follows, and Esc brings back what was there")
        func liveAndBack() throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("2")
            let before = try terminal.wait("the funnel") { screen in
                screen.contains { $0.contains("4 confirmation") } && screen.contains { $0.contains(" convert ") }
            }
            // The figures in tall digits have room above the builder no more: what they count stands beside them.
            let rate = try #require(before.lazy.compactMap(Self.counts).first)
            try terminal.press("s")
            try terminal.type("help")
            let counted = try terminal.wait("the touchpoint with its count") { screen in
                screen.contains { $0.firstMatch(of: /› help page\s+[0-9,]+/) != nil }
            }
            #expect(!counted.contains { $0.contains("5  help page") })
            try terminal.press("Enter")
            let after = try terminal.wait("the longer funnel's rate") { screen in
                screen.contains { $0.contains("5  help page") } && !screen.contains { Self.counts($0) == rate }
            }
            #expect(after.contains { $0.contains(" convert ") })
            try terminal.press("Tab", "z")
            try terminal.wait(rate) { $0.contains { Self.counts($0) == rate } }
            try terminal.press("Escape")
            try terminal.wait("what was there before") { $0 == before }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }
    }
}
