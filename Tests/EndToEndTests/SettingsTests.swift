import Foundation
import Testing

extension EndToEnd {
    @Suite("Settings")
    struct SettingsTests {
        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            store = try SmallStore.make(in: folder)
        }

        private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Program.Outcome {
            let usual = Program.environment(home: folder.url).merging(["XDG_CONFIG_DIRS": folder.url.path + "/system"])
            {
                $1
            }
            return try Program.Run(
                arguments + ["--store", store],
                environment: usual.merging(environment) { $1 },
                input: nil
            ).finish()
        }

        private func write(_ text: String, to name: String) throws -> URL {
            let file = folder.file(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            return try folder.write(text, to: name)
        }

        @Test(
            "Numbers and dates follow the locale",
            arguments: [
                ("C.UTF-8", "1,500", "1 Oct–28 Dec 2025"), ("en_GB.UTF-8", "1,500", "1 Oct–28 Dec 2025"),
                ("en_US.UTF-8", "1,500", "Oct 1–Dec 28, 2025"), ("de_DE.UTF-8", "1.500", "1 Oct–28 Dec 2025"),
                ("fr_FR.UTF-8", "1\u{A0}500", "1 Oct–28 Dec 2025"), ("de_CH.UTF-8", "1'500", "1 Oct–28 Dec 2025"),
                ("sv_SE.UTF-8", "1\u{A0}500", "2025-10-01–2025-12-28"),
            ]
        )
        func locale(_ name: String, _ count: String, _ dates: String) throws {
            let outcome = try run(["info"], ["LANG": name])
            #expect(outcome.status == 0)
            let output = outcome.output.replacingOccurrences(of: "\u{A0}", with: " ")
            #expect(output.contains(count.replacingOccurrences(of: "\u{A0}", with: " ")), "\(outcome.output)")
            #expect(output.contains(dates), "\(outcome.output)")
        }

        @Test("LC_ALL goes before LC_NUMERIC and LC_TIME, and they before LANG; a setting goes before all")
        func order() throws {
            let both = ["LANG": "en_US.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LC_TIME": "sv_SE.UTF-8"]
            let own = try run(["info"], both).output
            #expect(own.contains("1.500") && own.contains("2025-10-01–2025-12-28"))
            let all = try run(["info"], both.merging(["LC_ALL": "en_US.UTF-8"]) { $1 }).output
            #expect(all.contains("1,500") && all.contains("Oct 1–Dec 28, 2025"))
            let file = try write("numbers = 'apostrophe'\ndates = 'day-month-year'\n", to: "own.toml")
            let set = try run(["info", "--config", file.path], both).output
            #expect(set.contains("1'500") && set.contains("1 Oct–28 Dec 2025"))
        }

        @Test("JSON and CSV are the same in every locale and with every setting", arguments: ["json", "csv"])
        func machineFormats(_ format: String) throws {
            let file = try write("numbers = 'point'\ndates = 'iso'\n", to: "machine.toml")
            for view in ["channels", "funnel", "overview"] {
                let steps = view == "funnel" ? ["--step", "start", "--step", "end"] : []
                let call = ["show", view, "--format", format] + steps
                let plain = try run(call)
                #expect(plain.status == 0)
                #expect(try run(call + ["--config", file.path], ["LANG": "fr_FR.UTF-8"]).output == plain.output)
            }
        }

        @Test("The user's settings go before the system's, key by key")
        func layers() throws {
            _ = try write("numbers = 'point'\n", to: ".config/cxm/config.toml")
            _ = try write("numbers = 'space'\ndates = 'iso'\n", to: "system/cxm/config.toml")
            let layered = try run(["info"]).output
            #expect(layered.contains("1.500") && layered.contains("2025-10-01–2025-12-28"))
            let alone = try write("dates = 'month-day-year'\n", to: "alone.toml")
            let named = try run(["info", "--config", alone.path]).output
            #expect(named.contains("1,500") && named.contains("Oct 1–Dec 28, 2025"))
        }

        @Test("What is wrong is a warning with file and line, and nothing stops for it")
        func warnings() throws {
            let file = try write(
                "colour = 'never'\ndates = 'iso'\nnumbers = 'roman'\nmouse = 3\nzone = 'Mars'\n[targets]\nleak = 5\n",
                to: "wrong.toml"
            )
            let outcome = try run(["info", "--config", file.path])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("2025-10-01–2025-12-28"))
            let lines = outcome.errors.split(separator: "\n")
            #expect(lines.count == 5)
            for (line, words) in [
                (1, "unknown key 'colour'; keys are: theme, color,"), (3, "numbers must be one of: comma, space,"),
                (4, "mouse must be true or false"), (5, "Mars"), (7, "leak must be a share from 0 to 1"),
            ] {
                #expect(lines.contains { $0.hasPrefix("cxm: warning: \(file.path):\(line): ") && $0.contains(words) })
            }
            let broken = try write("dates = \n", to: "broken.toml")
            let other = try run(["info", "--config", broken.path])
            #expect(other.status == 0)
            #expect(other.errors.contains("broken.toml:1: "))
            #expect(try run(["info", "--config", folder.file("none.toml").path]).status == 2)
        }

        @Test("The document names every key that the program reads, and no other")
        func documentation() throws {
            let file = try write(
                "nonsense = 1\n[targets]\nnonsense = 1\n[disclosure]\nnonsense = 1\n",
                to: "unknown.toml"
            )
            let errors = try run(["info", "--config", file.path]).errors
            func keys(_ line: Int) throws -> [String] {
                let text = try #require(errors.split(separator: "\n").first { $0.contains("unknown.toml:\(line):") })
                return try #require(text.components(separatedBy: "keys are: ").last).components(separatedBy: ", ")
            }
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let page = try String(contentsOf: root.appendingPathComponent("docs/SETTINGS.md"), encoding: .utf8)
            // Each key begins a row of a table.
            let named = page.split(separator: "\n").compactMap { line in
                line.firstMatch(of: /^\| `([^`]+)` \|/).map { String($0.1) }
            }
            let sections: Set = ["targets", "disclosure"]
            #expect(named == (try keys(1)).filter { !sections.contains($0) } + (try keys(3)) + (try keys(5)))
        }

        @Test("The dashboard starts with the view, theme and words of the settings, and options go before them")
        func dashboard() throws {
            _ = try write("[[view]]\nname = 'start here'\nscreen = 'channels'\n", to: ".config/cxm/views.toml")
            let file = try write(
                "start = 'start here'\nnumbers = 'point'\ncolor = 'never'\nglyphs = 'ascii'\nthemes = 'x'\n",
                to: "dashboard.toml"
            )
            let terminal = try TerminalSession([store, "--config", file.path], in: folder)
            let screen = try terminal.wait(for: "1.500 events")
            #expect(screen[0].contains("Channels"))
            #expect(try terminal.screen().allSatisfy { $0.allSatisfy(\.isASCII) })
            try terminal.wait(for: "dashboard.toml:5: unknown key 'themes'")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            let other = try TerminalSession(
                [store, "--config", file.path, "--glyphs", "unicode", "--where", "channel=web"],
                in: folder
            )
            try other.wait(for: "500 events")
            #expect(try other.screen().contains { $0.contains("─") })
            try other.press("q")
            #expect(try other.exitStatus() == 0)
        }
    }
}
