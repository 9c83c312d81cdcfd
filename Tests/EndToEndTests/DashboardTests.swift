import Foundation
import Testing

extension EndToEnd {
    @Suite("The dashboard in a real terminal")
    struct DashboardTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        @Test("It opens on the Overview, says what it is, and q gives the terminal back")
        func opensAndLeaves() throws {
            let terminal = try TerminalSession([store], in: folder)
            let screen = try terminal.wait(for: "DEMO DATA")
            #expect(screen.contains { $0.contains("1 Overview") && $0.contains("2 Funnel") })
            try terminal.wait(for: "COMPLETION")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "ready>")
            #expect(try !terminal.screen().contains { $0.contains("COMPLETION") })
        }

        @Test("Every screen opens by its digit", arguments: ["2", "3", "4", "5", "6", "0"])
        func screens(digit: String) throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.press(digit)
            let names = [
                "2": "Funnel", "3": "Paths", "4": "Channels", "5": "Preferences", "6": "Maturity", "0": "Data",
            ]
            let name = try #require(names[digit])
            try terminal.wait("the \(name) screen in the breadcrumb") { $0.first?.contains("› \(name)") == true }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("Opened again on the same data it shows the screen that was left, and what it showed")
        func lastFrame() throws {
            let cache = ["XDG_CACHE_HOME": folder.file("cache-of-two").path]
            let first = try TerminalSession([store], environment: cache, in: folder)
            try first.wait(for: "COMPLETION")
            try first.press("4")
            let left = try first.wait("all answers of the Channels screen") { screen in
                ["› Channels", "cost each", "avoidable", "digital take-up"].allSatisfy { word in
                    screen.contains { $0.contains(word) }
                }
            }
            // What is kept is what is at rest.
            Thread.sleep(forTimeInterval: 1)
            try first.press("q")
            #expect(try first.exitStatus() == 0)
            let second = try TerminalSession([store], environment: cache, in: folder)
            let found = try second.wait("the Channels screen") { $0.first?.contains("› Channels") == true }
            #expect(found[1] == left[1])
            try second.wait(for: "cost each")
            try second.press("1")
            try second.wait(for: "COMPLETION")
            try second.press("q")
            #expect(try second.exitStatus() == 0)
        }

        @Test("Pasted text does nothing outside a text field")
        func paste() throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.paste("quick 2 questions")
            try terminal.press("?")
            try terminal.wait(for: "Keys that work here")
            try terminal.press("Escape")
            try terminal.wait(for: "COMPLETION")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("An import by another process is seen within two seconds, and nothing is written by looking")
        func live() throws {
            let own = try Folder()
            let store = own.file("live.cxm").path
            let mapping = ["--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]
            let first = try own.write("user,at,page\na,2025-01-01T00:00:00Z,start\n", to: "first.csv")
            let second = try own.write(
                "user,at,page\nb,2025-01-02T00:00:00Z,start\nc,2025-01-02T00:00:00Z,end\n",
                to: "second.csv"
            )
            #expect(try Program.run(["import", first.path, "--store", store] + mapping, in: own).status == 0)
            let terminal = try TerminalSession([store], in: own)
            try terminal.wait(for: "1 Overview")
            try terminal.press("0")
            try terminal.wait(for: "first.csv")
            #expect(try Program.run(["import", second.path, "--store", store] + mapping, in: own).status == 0)
            try terminal.wait(for: "second.csv", seconds: 4)
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            #expect(!FileManager.default.fileExists(atPath: own.file(".config").path))
        }

        @Test(
            "An import costs an open dashboard about what it changed there, and dims nothing",
            arguments: ["1", "2", "4"]
        )
        func refresh(screen: String) throws {
            let own = try Folder()
            let store = try SmallStore.make(in: own)
            let terminal = try TerminalSession([store], isRecorded: true, in: own)
            try terminal.wait(for: "1 Overview")
            try terminal.press(screen)
            try terminal.settled(for: 1)
            let mapping = ["person=user", "time=at", "touchpoint=page", "channel=channel"].flatMap { ["--column", $0] }
            var costs: [(sent: Int, changed: Int)] = []
            // On a busy machine answers may be late, and are then shown to be.
            for night in 1...12 {
                let (before, sent) = (try terminal.screen(), try terminal.recording().count)
                let file = try own.write(
                    "user,at,page,channel\nn\(night),2025-12-20T10:00:00Z,start,web\n",
                    to: "n.csv"
                )
                let outcome = try Program.run(
                    ["import", file.path, "--store", store, "--source", "night \(night)"] + mapping,
                    in: own
                )
                try #require(outcome.status == 0)
                try terminal.wait(for: "\(Program.grouped(1500 + night)) events")
                try terminal.settled()
                let cost = try (
                    sent: terminal.recording().count - sent, changed: Self.bytes(from: before, to: terminal.screen())
                )
                costs.append(cost)
                if cost.sent <= 3 * cost.changed { break }
            }
            let last = try #require(costs.last)
            #expect(last.sent <= 3 * last.changed, "\(costs)")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        /// What changed from one screen to another, in bytes: of each run of changed cells its text, a move there and a change
        /// of colour.
        private static func bytes(from before: [String], to after: [String]) -> Int {
            zip(before, after).reduce(0) { sum, lines in
                let (old, new) = (Array(lines.0), Array(lines.1))
                var bytes = 0
                var isInRun = false
                for x in 0..<max(old.count, new.count) {
                    let cell = x < new.count ? new[x] : " "
                    let isChanged = cell != (x < old.count ? old[x] : " ")
                    if isChanged { bytes += cell.utf8.count + (isInRun ? 0 : 8 + 12) }
                    isInRun = isChanged
                }
                return sum + bytes
            }
        }
    }
}
