import Foundation
import Testing

extension EndToEnd {
    @Suite("A person is erased with one command")
    struct EraseTests {
        private static let mapping = [
            "person=user", "time=at", "touchpoint=page", "channel=channel", "case=case",
        ].flatMap { ["--column", $0] }

        private let folder: Folder
        private let table: URL
        private let store: String

        /// Two of Anna Muster's events, one of them in a case of Bob's; a row of hers that is none.
        init() throws {
            folder = try Folder()
            table = try folder.write(
                """
                user,at,page,channel,case
                anna-muster,2025-01-01T10:00:00Z,start,web,case-of-anna
                anna-muster,2025-01-02T10:00:00Z,end,web,shared
                bob,2025-01-02T11:00:00Z,start,phone,shared
                bob,2025-01-03T11:00:00Z,end,phone,shared
                anna-muster,,end,web,shared

                """,
                to: "visits.csv"
            )
            store = folder.file("town.cxm").path
            let outcome = try Program.run(["import", table.path, "--store", store] + Self.mapping, in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }

        private func erase(_ arguments: String..., input: URL? = nil) throws -> Program.Outcome {
            try Program.run(["erase", "--store", store] + arguments, in: folder, input: input)
        }

        private func info() throws -> [String: Any] {
            try Program.run(["info", "--store", store, "--json"], in: folder).json()
        }

        /// Files in the test's folder that hold `text`, but for the table that was imported.
        private func holders(of text: String) throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).filter { name in
                let contents = FileManager.default.contents(atPath: folder.file(name).path)
                return name != table.lastPathComponent && contents?.range(of: Data(text.utf8)) != nil
            }
        }

        @Test("Every figure is without them, no file holds a byte of them, and importing again changes nothing")
        func erased() throws {
            #expect(try holders(of: "anna-muster").count > 1)
            let outcome = try erase("anna-muster", "--yes", "--json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let report = try outcome.json()
            #expect(report["persons"] as? Int == 1)
            #expect(report["ids"] as? Int == 1)
            let rows = try #require(report["erased"] as? [String: Int])
            #expect(
                rows.filter { $0.value > 0 } == [
                    "events": 2, "people": 1, "cases": 1, "rejects": 1, "dimension_values": 1,
                ]
            )
            #expect(try holders(of: "anna-muster") == [])
            #expect(try holders(of: "case-of-anna") == [])
            let after = try info()
            #expect(["events", "people", "cases", "channels"].map { after[$0] as? Int } == [2, 1, 1, 1])
            #expect(after["from"] as? String == "2025-01-02T11:00:00.000Z")
            #expect((after["rejects"] as? [Any])?.isEmpty == true)
            let again = try Program.run(["import", table.path, "--store", store, "--json"] + Self.mapping, in: folder)
            #expect(try again.json()["stored"] as? Int == 0)
            #expect(try holders(of: "anna-muster") == [])
            let funnel = ["show", "channels", "--store", store, "--format", "json"]
            #expect(try !Program.run(funnel, in: folder).output.contains("\"web\""))
            let twice = try erase("anna-muster", "--yes")
            #expect(twice.status == 2)
            #expect(twice.errors.contains("no person 'anna-muster'"))
        }

        @Test("A dry run, a call that nobody can confirm and a name that is not there change nothing")
        func nothingErased() throws {
            let before = try Data(contentsOf: URL(fileURLWithPath: store))
            let dry = try erase("anna-muster", "--dry-run")
            #expect(dry.status == 0)
            #expect(dry.output.contains("1 person would be erased: 2 events"))
            let unasked = try erase("anna-muster")
            #expect(unasked.status == 2)
            #expect(unasked.errors.contains("--yes"))
            let unknown = try erase("anna-muster", "zoe", "--case", "no case", "--yes")
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("no person 'zoe', case 'no case'"))
            #expect(try erase("--yes").errors.contains("nobody was named"))
            let missing = try erase("--from-file", folder.file("none").path, "--yes")
            #expect(missing.status == 2)
            #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
        }

        @Test("Ids come from a file or a pipe too, and a case goes with all its events")
        func lists() throws {
            let ids = try folder.write("\r\nanna-muster\r\n", to: "ids.txt")
            let piped = try erase("--from-file", "-", "--yes", "--dry-run", "--json", input: ids)
            #expect(try (piped.json()["erased"] as? [String: Int])?["events"] == 2)
            let outcome = try erase("--from-file", ids.path, "--case", "shared", "--yes")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("1 person and 1 case erased: 4 events"))
            #expect(try info()["events"] as? Int == 0)
            #expect(try info()["people"] as? Int == 0)
        }

        @Test("On a terminal it says what would go, and takes only yes for a yes", arguments: ["no", "yes"])
        func asks(answer: String) throws {
            let terminal = try TerminalSession(["erase", "anna-muster", "--store", store], in: folder)
            let screen = try terminal.wait(for: "Erase this for good? (yes/no)").joined(separator: "\n")
            #expect(screen.contains("1 person would be erased: 2 events"))
            try terminal.type(answer + "\n")
            #expect(try terminal.exitStatus() == (answer == "yes" ? 0 : 1))
            try terminal.wait(for: answer == "yes" ? "1 person erased: 2 events" : "nothing was erased")
            #expect(try info()["events"] as? Int == (answer == "yes" ? 2 : 4))
        }

        @Test("Ctrl-C at the question leaves everything as it was")
        func interrupted() throws {
            let terminal = try TerminalSession(["erase", "anna-muster", "--store", store], in: folder)
            try terminal.wait(for: "Erase this for good?")
            try terminal.press("C-c")
            #expect(try terminal.exitStatus() == 130)
            #expect(try info()["events"] as? Int == 4)
        }

        @Test("An open dashboard shows the figures without them, and what it kept of before is gone")
        func dashboard() throws {
            let cache = folder.file("cache").path
            let environment = ["XDG_CACHE_HOME": cache]
            let first = try TerminalSession([store], environment: environment, in: folder)
            try first.press("0")
            try first.wait(for: "4 events")
            try first.press("q")
            #expect(try first.exitStatus() == 0)
            let kept = try FileManager.default.contentsOfDirectory(atPath: cache + "/cxm").filter {
                $0.hasPrefix("last-")
            }
            #expect(kept.count == 1)
            let open = try TerminalSession([store], environment: environment, in: folder)
            try open.press("0")
            try open.wait(for: "4 events")
            let erased = try Program.Run(
                ["erase", "anna-muster", "--yes", "--store", store],
                environment: Program.environment(home: folder.url).merging(environment) { $1 },
                input: nil
            ).finish()
            #expect(erased.status == 0, "\(erased.errors)")
            #expect(!FileManager.default.fileExists(atPath: "\(cache)/cxm/\(kept.first ?? "")"))
            try open.wait(for: "2 events")
            try open.press("q")
            #expect(try open.exitStatus() == 0)
        }
    }
}
