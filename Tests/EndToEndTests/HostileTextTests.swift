import Foundation
import Testing

extension EndToEnd {
    /// Names in a file that try to act on the terminal, or to push columns out of line (experience, rule 12).
    @Suite("Hostile text from a file")
    struct HostileTextTests {
        private static let names: [String] = [
            "red\u{1B}[31mtext", "clear\u{1B}[2J\u{1B}[H", "title\u{1B}]0;owned\u{7}", "clip\u{1B}]52;c;b3duZWQ=\u{7}",
            "alternate\u{1B}[?1049h", "string\u{1B}P+q544e\u{1B}\\", "single\u{9B}31mbyte", "osc\u{9D}0;owned\u{9C}",
            "back\u{8}\u{8}\u{8}\u{8}space", "return\rover", "tab\tstop", "nul\u{0}byte", "bell\u{7}", "shift\u{E}out",
            "left\u{202E}right", "isolate\u{2066}d\u{2069}", "zero\u{200B}\u{200D}\u{FEFF}width",
            "family 👨‍👩‍👧‍👦", "flag 🇬🇧🇫🇷", "stack e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}",
            "wide 生活支援", "tag \u{E0041}\u{E007F}", "variation \u{2764}\u{FE0F}", String(repeating: "long", count: 75),
        ]

        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            store = folder.file("hostile.cxm").path
            var bytes = Data("user,at,page\n".utf8)
            for (place, name) in Self.names.enumerated() {
                for person in 0...place + 2 {
                    bytes += Data("p\(person),2025-01-\(10 + place % 18)T00:00:00Z,\"\(name)\"\n".utf8)
                    bytes += Data("p\(person),2025-01-\(10 + place % 18)T01:00:00Z,end\n".utf8)
                }
            }
            // Bytes that are no UTF-8 at all.
            bytes += Data("p1,2025-02-01T00:00:00Z,broken".utf8) + Data([0xFF, 0xC3, 0x28]) + Data("utf\n".utf8)
            let file = folder.file("evil.csv")
            try bytes.write(to: file)
            let mapping = ["--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]
            #expect(try Program.run(["import", file.path, "--store", store] + mapping, in: folder).status == 0)
        }

        @Test("No sequence of theirs reaches the terminal, and columns stay in line", arguments: ["C.UTF-8", "C"])
        func cannotAct(locale: String) throws {
            let terminal = try TerminalSession(
                [store],
                width: 160,
                isRecorded: true,
                environment: ["LANG": locale],
                in: folder
            )
            try terminal.wait(for: "1 Overview")
            try terminal.press("3")
            let paths = try terminal.wait("the Paths of hostile names") { screen in
                screen.first?.contains("Paths") == true && screen.contains { $0.contains("long") }
            }
            try expectAligned(paths)
            for key in ["2", "4", "0", "f"] { try terminal.press(key) }
            try terminal.type("touch")
            try terminal.press("Enter")
            try terminal.wait(for: "Keep only")
            try terminal.press("Escape", "q")
            #expect(try terminal.exitStatus() == 0)
            let sent = try terminal.recording()
            #expect(sent.count > 3_000)
            try expectHarmless(sent, "C.UTF-8" == locale)
        }

        /// Every transition's figures end in the same column, whatever stands before them.
        private func expectAligned(_ screen: [String]) throws {
            // Variants have an arrow for each of their steps; transitions have one.
            let rows = screen.filter { row in
                ["→", "->"].contains { row.ranges(of: $0).count == 1 && row.contains("\($0) end") }
            }
            #expect(rows.count > 5)
            // A terminal's line has a character of its own for every column but the second of a wide one.
            let ends = Set(rows.map { row in columns(before: "%", in: row) })
            #expect(ends.count == 1, "\(rows.joined(separator: "\n"))")
        }

        private func columns(before mark: Character, in row: String) -> Int {
            row.prefix { $0 != mark }.unicodeScalars.reduce(0) {
                $0
                    + ((0x1100...0xFFFF).contains($1.value) && ($1.value > 0x2E7F) && $1.value != 0xFFFD
                        ? 2 : $1.value > 0xFFFF ? 2 : 1)
            }
        }

        /// Nothing but what the dashboard itself sends: cursor movement, erasing, colours, its own modes.
        private func expectHarmless(_ sent: [UInt8], _ isUnicode: Bool) throws {
            let text = String(decoding: sent, as: UTF8.self)
            let ours = /\u{1B}(?:\[[?0-9;]*[A-Za-z]|[()][B0]|[=>78M]|\]52;c;[A-Za-z0-9+\/=]*\u{7})/
            let rest = text.replacing(ours, with: "")
            let acting = rest.unicodeScalars.filter { scalar in
                (scalar.value < 0x20 && !"\r\n\u{8}\u{F}".unicodeScalars.contains(scalar))
                    || (0x7F..<0xA0).contains(scalar.value)
                    || (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                    || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF
            }
            #expect(acting.isEmpty, "\(acting.map { String($0.value, radix: 16) })")
            for theirs in ["owned", "\u{1B}]0", "\u{1B}P", "b3duZWQ=", "[31m"] {
                #expect(!text.contains("\u{1B}" + theirs) && !text.contains("\u{1B}]0;" + theirs), "\(theirs)")
            }
            // Once when it opens, once when it closes.
            #expect(text.ranges(of: "\u{1B}[?1049h").count == 1)
            if !isUnicode { #expect(sent.allSatisfy { $0 < 0x80 }) }
        }
    }
}
