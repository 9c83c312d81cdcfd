import Foundation
import Testing

extension EndToEnd {
    @Suite("Filters and periods in a real terminal")
    struct FilterTests {
        /// What is typed and pressed after `f`, and the condition that this becomes.
        static let filters: [(keys: [String], option: String)] = [
            (["channel", "Enter", "web", "Enter"], "--where channel=web"),
            (["channel", "Enter", "!web", "Enter"], "--where 'channel!=web'"),
            (["channel", "Enter", "Tab", "Tab", "Enter"], "--where channel=phone,web"),
            (["channel", "Enter", "!", "Tab", "Tab", "Enter"], "--where 'channel!=phone,web'"),
            (["age_band", "Enter", "65", "Enter"], "--where person.age_band=65+"),
            (["access_need", "Enter", "!none", "Enter"], "--where 'person.access_need!=none'"),
            (["service", "Enter", "set)", "Enter"], "--where 'service=(not set)'"),
        ]

        @Test("What is chosen is in the header, and the command copied gives the same numbers", arguments: filters)
        func sameNumbers(_ filter: (keys: [String], option: String)) throws {
            let (folder, store) = try Town.made.get()
            let info = try Program.run(["info", "--store", store, "--json"], in: folder).json()
            let all = try #require(info["events"] as? Int)
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("4")
            try terminal.wait(for: "\(Program.grouped(all)) events")
            try terminal.press("f")
            try terminal.wait(for: "Filter by")
            for key in filter.keys {
                if ["Enter", "Tab"].contains(key) { try terminal.press(key) } else { try terminal.type(key) }
            }
            try terminal.wait("the end of the list") { screen in
                !screen.contains { $0.contains("Keep only where") || $0.contains("Filter by") }
            }
            try terminal.press("y")
            try terminal.wait(for: "copied: cxm show channels")
            let command = try terminal.clipboard()
            #expect(command.contains(filter.option), "\(command)")
            let answer = try Program.shell(command + " --format json", in: folder).json()
            let totals = try #require(answer["totals"] as? [[String: Any]])
            let events = totals.reduce(0) { $0 + ($1["events"] as? Int ?? 0) }
            #expect(events < all && events > 0)
            try terminal.wait(for: "\(Program.grouped(events)) events")
            // The first row of the list takes all filters away again.
            try terminal.press("f")
            try terminal.wait(for: "clear all filters")
            try terminal.press("Enter")
            try terminal.wait(for: "\(Program.grouped(all)) events")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("A screen without a match says what leaves it empty; the key it names brings the figures back")
        func nothingMatches() throws {
            let folder = try Folder()
            let store = try SmallStore.make(in: folder)
            let terminal = try TerminalSession([store, "--where", "channel=web"], in: folder)
            try terminal.wait(for: "1 Overview")
            try terminal.press("4")
            try terminal.wait(for: "500 events")
            try terminal.press("p")
            try terminal.wait(for: "Period")
            try terminal.type("2024-01-01 2024-03-31")
            try terminal.wait(for: "against ")
            try terminal.press("Enter")
            try terminal.wait(for: "There is no event in this period with these filters.")
            let screen = try terminal.wait(for: "Filtered by channel web: f takes filters away.")
            let words = screen.joined(separator: " ").split(separator: " ").joined(separator: " ")
            #expect(words.contains("The period is Jan–Mar 2024, and the data 1 Oct–28 Dec 2025: p chooses another."))
            try terminal.press("p")
            try terminal.type("all time")
            try terminal.press("Enter")
            try terminal.wait(for: "500 events")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("Each period stands beside the one before it, and both are compared once it is chosen")
        func periodBefore() throws {
            let (folder, store) = try Town.made.get()
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("p")
            try terminal.wait(for: "Period")
            try terminal.type("Jul-Sep 2025")
            try terminal.wait("the quarter beside the one before") { screen in
                screen.contains { $0.contains("Jul–Sep 2025") && $0.contains("against Apr–Jun 2025") }
            }
            try terminal.press("Enter")
            try terminal.wait("both in the header") { $0.prefix(2).joined().contains("Jul–Sep 2025, against Apr–Jun") }
            try terminal.press("y")
            try terminal.wait(for: "--from 2025-07-01 --to 2025-09-30")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }
    }
}
