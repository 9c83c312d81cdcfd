import Foundation
import Testing

extension EndToEnd {
    /// Names that try to act on a terminal, in everything that a command reads, and what every command prints of them.
    @Suite("What is printed of hostile names")
    struct HostilePrintTests {
        private static let names = [
            "red\u{1B}[31mtext", "osc\u{1B}]0;owned\u{7}", "clip\u{1B}]52;c;b3duZWQ=\u{7}",
            "c1\u{9B}31m\u{9D}0;owned\u{9C}",
            "bidi\u{202E}\u{2066}\u{200F}", "back\u{8}\u{8}\u{7F}", "return\rover", "two\nlines", "tab\tstop",
            "zero\u{200B}\u{FEFF}",
            "line\u{2028}end\u{85}", String(repeating: "long", count: 100),
        ]
        /// A name that a file may have.
        private static let fileName = "e\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}\r\nv"

        private let folder: Folder
        private let store: String
        private let csv: String

        init() throws {
            folder = try Folder()
            store = folder.file(Self.fileName + ".cxm").path
            csv = folder.file(Self.fileName + ".csv").path
            func quoted(_ text: String) -> String { "\"\(text)\"" }
            var rows = ["user,at,page,channel,service,outcome,case,reason"]
            for (place, name) in Self.names.enumerated() {
                for person in 0..<14 {
                    let day = 10 + (place + person) % 18
                    let next = Self.names[(place + person) % Self.names.count]
                    let times = ["2025-01-\(day)T08:00:00Z", "2025-01-\(day)T09:00:00Z"]
                    for (time, page) in zip(times, [name, next]) {
                        let who = quoted("\(name)\(person)")
                        rows.append(
                            [who, time, quoted(page), quoted(name), quoted(next), quoted(name), who, quoted(next)]
                                .joined(separator: ",")
                        )
                    }
                }
            }
            rows.append("x,noon \u{1B}[2J\u{202E},p,web,s,,,")
            try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: csv))
            let mapping = [
                "person=user", "time=at", "touchpoint=page", "case=case", "person.trait\u{1B}[1m\u{9B}=reason",
            ]
            let outcome = try Program.run(
                ["import", csv, "--store", store, "--source", Self.names[1]] + mapping.flatMap { ["--column", $0] },
                in: folder
            )
            try #require(outcome.status == 0, "\(outcome.errors)")
            try expectHarmless(outcome, "import")
        }

        /// What each command is called with. A command that is not here fails the test.
        private func calls() throws -> [String: [[String]]] {
            let n = Self.names
            let toml = try folder.write("[columns]\n\"\u{9B}31m\u{202E}\" = \"a\u{9B}\"\n", to: "map\u{1B}[1m.toml")
                .path
            let config = try folder.write(
                "\"k\u{9B}31m\u{202E}\" = \"v\u{9B}\"\nlanguage = \"\u{202E}\u{9B}\"\n",
                to: "c\u{9B}.toml"
            ).path
            let tour = try folder.write("# t\u{9B}\nhello\u{1B}[31m \u{202E}x\n  \u{9B}31m\n", to: "t\u{1B}[1m.tour")
                .path
            let themes = folder.file("themes\u{9B}")
            try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
            let theme = themes.appendingPathComponent("t\u{1B}]0;owned\u{7}.toml")
            try Data("\"r\u{9B}\" = \"c\u{202E}\"\nname = \"\u{9B}31m\"\n".utf8).write(to: theme)
            let views = try folder.write("[\"v\u{9B}31m\u{202E}\"]\nscreen = \"\u{9B}\"\n", to: "v\u{1B}[1m.toml").path
            let at = ["--store", store]
            var calls: [String: [[String]]] = [
                "open": [
                    [store], [store, "--plain", "--views", views, "--config", config], [n[0]],
                    [store, "--theme", n[0]],
                ],
                "demo": [["--path", "--people", n[0]]],
                "tour": [["--check", tour], [tour, "--print"], [n[1]], ["--check", tour, store]],
                "import": [
                    [csv] + at,
                    [csv, "--json", "--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]
                        + at,
                    [csv, "--map", toml] + at, [n[0], "--column", "person=user"] + at, [csv, "--column", n[4]] + at,
                    [csv, "--zone", n[1], "--column", "person=user"] + at,
                    [csv, "--dry-run", "--source", n[3], "--map", toml] + at,
                    [
                        csv, "--config", config, "--column", "person=user", "--column", "time=at", "--column",
                        "touchpoint=page",
                    ] + at,
                ],
                "erase": [
                    [n[0]] + at, [n[0], "--yes"] + at, ["\(n[1])3", "--dry-run"] + at, ["\(n[2])3", "--yes"] + at,
                    ["--from-file", csv, "--dry-run"] + at, ["--case", n[4], "--dry-run", "--json"] + at,
                ],
                "info": [at, ["--store", n[0]], ["--config", config] + at],
                "template": [[], ["costs"], [n[0]]],
                "declare": [
                    ["--print"] + at, ["--propose"] + at, ["--propose", "--json"] + at, [toml] + at, [n[0]] + at,
                ],
                "sync": [[toml], [toml, "--json"], [n[0]]],
                "batches": [at, at + ["--json"]],
                "forget": [[n[0]] + at, ["99"] + at],
                "report": [["--view", n[0]] + at, ["--from", n[1]] + at],
                "themes list": [["--themes-dir", themes.path]],
                "themes show": [[n[0]], [n[0], "--themes-dir", themes.path]],
                "themes check": [[theme.path], [n[1]], ["--themes-dir", themes.path]],
                "keys": [[], ["--format", n[0]]], "manual": [[]],
                "picture": [
                    at, at + ["--format", "text", "3", "0"], [n[0]] + at, ["--size", n[1]] + at,
                    ["--theme", n[4]] + at,
                ],
            ]
            for format in ["html", "markdown"] {
                calls["report", default: []].append(
                    at + [
                        "--format", format, "--view", "overview", "funnel", "paths", "variants", "channels",
                        "preferences",
                    ]
                        + ["maturity", "kpis", "contacts", "handoffs"]
                )
            }
            for format in ["text", "json", "csv", "markdown", "html"] {
                let form = at + ["--format", format]
                calls["info", default: []].append(form)
                calls["themes list", default: []].append(["--themes-dir", themes.path, "--format", format])
                for view in [
                    "overview", "paths", "variants", "channels", "preferences", "maturity", "kpis", "contacts",
                    "handoffs", "consent",
                ] {
                    calls["show \(view)", default: []].append(form)
                    calls["show \(view)", default: []].append(form + ["--where", "channel=\(n[0])", "--public"])
                }
                let filter = ["--where", "service=\(n[2])"]
                calls["show funnel", default: []].append(
                    form + ["--by", "channel", "--step", "\(n[9])", "\(n[10])"] + filter
                )
                calls["show tree", default: []].append(form + ["--path", n[9]])
                calls["show tools", default: []].append(form + ["--step", n[9], n[10]])
                calls["show groups", default: []].append(form + ["--behind", "unfinished=\(n[2])", "--by", "channel"])
                calls["show groups", default: []].append(form + ["--behind", n[0], "--by", n[1]])
                calls["show equity", default: []].append(form + ["--by", "person.trait\u{1B}[1m\u{9B}"])
                calls["show people", default: []].append(form + ["--behind", "converted", "--step", n[9], n[10]])
            }
            for view in ["funnel", "tree", "equity", "people", "paths"] {
                calls["show \(view)", default: []].append(
                    at + ["--where", "\(n[0])=\(n[1])", "--step", n[2], "--by", n[3]]
                )
            }
            return calls
        }

        @Test("Every command prints them without a character that acts")
        func everyCommand() throws {
            let calls = try calls()
            for command in try Self.commands(in: folder) {
                for words in try #require(calls[command], "cxm \(command) prints what nobody looks at: add calls of it")
                {
                    let outcome = try Program.run(command.split(separator: " ").map(String.init) + words, in: folder)
                    #expect((0...2).contains(outcome.status), "cxm \(command) \(words): \(outcome.status)")
                    try expectHarmless(outcome, "cxm \(command) \(words)")
                }
            }
        }

        /// The words of every command, as the parser knows them.
        private static func commands(in folder: Folder) throws -> [String] {
            let tool = try Program.run(["--experimental-dump-help"], in: folder).json()
            func leaves(_ command: [String: Any], _ path: [String]) -> [String] {
                let own = (command["subcommands"] as? [[String: Any]] ?? []).filter {
                    $0["commandName"] as? String != "help"
                }
                if own.isEmpty { return [path.joined(separator: " ")] }
                return own.flatMap { leaves($0, path + [$0["commandName"] as? String ?? ""]) }
            }
            return leaves(try #require(tool["command"] as? [String: Any]), [])
        }

        private func expectHarmless(_ outcome: Program.Outcome, _ call: String) throws {
            // A line of CSV ends with both.
            for text in [outcome.output, outcome.errors].map({ $0.replacing("\r\n", with: "\n") }) {
                let acting = text.unicodeScalars.filter { scalar in
                    scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
                        || (0x200E...0x200F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
                        || (0x2066...0x2069).contains(scalar.value) || [0x061C, 0xFEFF].contains(scalar.value)
                }
                #expect(acting.isEmpty, "\(call): \(Set(acting.map { String($0.value, radix: 16) }))")
            }
        }

        @Test("A command that is printed works, whatever its file is called")
        func printedCommandWorks() throws {
            let file = folder.file("we're\u{1B}[31m\u{202E} $(x).csv")
            try Data("user,at,page\nu1,2025-01-01T00:00:00Z,p\n".utf8).write(to: file)
            let new = folder.file("new\u{7}'\u{9B}.cxm").path
            let proposal = try Program.run(["import", file.path, "--store", new], in: folder)
            #expect(proposal.status == 0)
            let line = try #require(proposal.errors.split(separator: "\n").first { $0.contains("this could be it: ") })
            let command = try #require(line.firstRange(of: "cxm import").map { line[$0.lowerBound...] })
            let script = try folder.write("cxm() { '\(Program.url.path)' \"$@\"; }\n\(command)\n", to: "run.sh")
            try Bare.run(["bash", script.path], output: folder.file("done").path)
            let summary = try Program.run(["info", "--store", new, "--format", "json"], in: folder)
            #expect(summary.status == 0, "\(command)")
        }

        /// Whatever is printed goes through the one door that makes it safe.
        @Test("Nothing in the sources prints past StandardStreams")
        func oneDoor() throws {
            let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("Sources")
            let door =
                /(?:^|[^.\w])(?:print|debugPrint|dump|fputs|puts|fwrite|putchar|NSLog)\(|FileHandle\.standard(?:Output|Error)|write\(STD/
            let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                    #expect(line.firstMatch(of: door) == nil, "\(file.lastPathComponent): \(line)")
                }
            }
        }
    }

    @Suite("Stores by odd names")
    struct StoreNameTests {
        private let folder: Folder

        init() throws {
            folder = try Folder()
        }

        @Test(
            "What SQLite takes for an address is refused, and what is no store is named",
            arguments: [
                ("file:x", "address of SQLite's"), (":memory:", "address of SQLite's"),
                ("file::memory:?cache=shared", "address"),
                ("/dev/null", "no regular file"), ("loop.cxm", "in a circle"), (".", "is a folder"),
                ("pipe", "no regular file"),
            ]
        )
        func refused(name: String, words: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: folder.file("loop.cxm").path,
                withDestinationPath: "loop.cxm"
            )
            #expect(mkfifo(folder.file("pipe").path, 0o600) == 0)
            let csv = try folder.write("user,at,page\nu,2025-01-01T00:00:00Z,p\n", to: "e.csv").path
            let named = ["loop.cxm", "pipe"].contains(name) ? folder.file(name).path : name
            let mapping = ["person=user", "time=at", "touchpoint=page"].flatMap { ["--column", $0] }
            for call in [
                ["info"], ["show", "paths"], ["report"], ["erase", "u", "--yes"], ["import", csv] + mapping,
                ["picture"], ["open", "--plain"],
            ] {
                let outcome = try Program.run(call + ["--store", named], in: folder)
                #expect(outcome.status == 2, "\(call)")
                #expect(outcome.errors.contains(words), "\(call): \(outcome.errors)")
            }
        }

        @Test("A name that is no UTF-8 is refused, and no other file is made")
        func noUTF8() throws {
            let script = try folder.write(
                """
                cd "$(dirname "$0")"; printf 'user,at,page\\nu,2025-01-01T00:00:00Z,p\\n' > e.csv
                '\(Program.url.path)' import e.csv --store "$(printf 'x\\377.cxm')" --column person=user --column time=at \\
                  --column touchpoint=page 2>&1
                ls
                """,
                to: "run.sh"
            )
            let output = folder.file("output")
            try Bare.run(["bash", script.path], output: output.path)
            let text = try String(contentsOf: output, encoding: .utf8)
            #expect(text.contains("is not in UTF-8"), "\(text)")
            #expect(!text.split(separator: "\n").contains { $0.hasPrefix("x") }, "\(text)")
        }

        @Test("A store that is gone under a dashboard is told of, and followed again when it is back")
        func goneUnderADashboard() throws {
            let store = try SmallStore.make(in: folder)
            let terminal = try TerminalSession([store], width: 160, in: folder)
            try terminal.wait(for: "follows the store")
            let away = store + ".away"
            try FileManager.default.moveItem(atPath: store, toPath: away)
            try terminal.wait(for: "not refreshed")
            try terminal.wait("that it is gone") { $0.contains { $0.contains("there is no store at") } }
            try FileManager.default.moveItem(atPath: away, toPath: store)
            try terminal.wait(for: "follows the store")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }
    }
}
