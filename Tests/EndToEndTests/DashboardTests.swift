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
    }
}
