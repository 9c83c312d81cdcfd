import Foundation
import Testing

/// A store of the demo town, made once for all tests of this file.
private enum Town {
    static let made = Result {
        let folder = try Folder()
        // `--path` makes the demo and prints where it is, without opening it.
        let outcome = try Program.run(["demo", "--people", "2000", "--path"], in: folder)
        return (folder: folder, store: outcome.output.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}

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

        @Test(
            "Signals end it with 128 + n and leave the terminal whole",
            arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
        )
        func signals(signal: Int32) throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            kill(try terminal.programID(), signal)
            #expect(try terminal.exitStatus(seconds: 2) == 128 + signal)
            try terminal.wait(for: "ready>")
            try terminal.type("echo whole\n")
            try terminal.wait(for: "whole")
        }

        @Test("Any size, live", arguments: [(20, 5), (80, 24), (120, 36), (200, 60), (40, 12)])
        func resizes(width: Int, height: Int) throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.resize(width: width, height: height)
            if width < 60 {
                try terminal.wait(for: "wants")
            } else {
                try terminal.wait("a footer at the new last line") {
                    $0.count == height && $0[height - 1].contains("help")
                }
            }
            try terminal.resize(width: 120, height: 36)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test(
            "Terminals that people have",
            arguments: [
                "xterm-256color", "xterm", "screen-256color", "tmux-256color", "vt100", "linux", "xterm-direct",
            ]
        )
        func terminals(term: String) throws {
            let terminal = try TerminalSession([store], term: term, in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
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

        @Test("Hostile text from a file cannot act on the terminal")
        func hostile() throws {
            let own = try Folder()
            let store = own.file("hostile.cxm").path
            let evil = "evil\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}text"
            let rows = (0..<30).map {
                "p\($0),2025-01-0\(1 + $0 % 9)T00:00:00Z,\(evil)\np\($0),2025-01-0\(1 + $0 % 9)T01:00:00Z,end"
            }
            let file = try own.write("user,at,page\n" + rows.joined(separator: "\n") + "\n", to: "evil.csv")
            let mapping = ["--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]
            #expect(try Program.run(["import", file.path, "--store", store] + mapping, in: own).status == 0)
            let terminal = try TerminalSession([store], in: own)
            try terminal.wait(for: "1 Overview")
            try terminal.press("3")
            try terminal.wait(for: "evil")
            let screen = try terminal.screen()
            #expect(screen.first?.contains("Paths") == true)
            #expect(
                screen.allSatisfy {
                    !$0.unicodeScalars.contains {
                        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E
                    }
                }
            )
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }
    }
}
