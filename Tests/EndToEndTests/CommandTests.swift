import Foundation
import Testing

/// A small table: u0 … u9 start, those with an odd number submit an hour later; one row is no event.
private let table: String = {
    var rows = ["user,at,page,channel"]
    for number in 0..<10 {
        rows.append("u\(number),2025-03-0\(1 + number % 9)T10:00:00Z,start,\(number < 6 ? "web" : "phone")")
        if number % 2 == 1 { rows.append("u\(number),2025-03-0\(1 + number % 9)T11:00:00Z,submit,web") }
    }
    return (rows + ["u3,,submit,web", ""]).joined(separator: "\n")
}()

private let mapping = [
    "--column", "person=user", "--column", "time=at", "--column", "touchpoint=page", "--column", "channel=channel",
]

/// A folder with `visits.csv` imported into `town.cxm`.
private func town() throws -> (folder: Folder, store: String) {
    let folder = try Folder()
    let file = try folder.write(table, to: "visits.csv")
    let store = folder.file("town.cxm").path
    let outcome = try Program.run(["import", file.path, "--store", store] + mapping, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (folder, store)
}

extension EndToEnd {
    @Suite struct CommandTests {
        @Test func importCountsAndAddsNothingTheSecondTime() throws {
            let folder = try Folder()
            let file = try folder.write(table, to: "visits.csv")
            let arguments = ["import", file.path, "--store", folder.file("town.cxm").path, "--json"] + mapping
            let first = try Program.run(arguments, in: folder).json()
            #expect(first["read"] as? Int == 16)
            #expect(first["stored"] as? Int == 15)
            #expect(first["duplicates"] as? Int == 0)
            #expect(first["rejected"] as? Int == 1)
            let second = try Program.run(arguments, in: folder).json()
            #expect(second["stored"] as? Int == 0)
            #expect(second["duplicates"] as? Int == 15)
        }

        @Test func withoutAMappingItProposesOneAndStoresNothing() throws {
            let folder = try Folder()
            let file = try folder.write(table, to: "visits.csv")
            let store = folder.file("town.cxm")
            let outcome = try Program.run(["import", file.path, "--store", store.path], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("nothing was stored"))
            #expect(outcome.errors.contains("--column person=user"))
            #expect(outcome.output.contains("person = \"user\""))
            #expect(!FileManager.default.fileExists(atPath: store.path))
            // What was proposed can be used as it stands.
            let map = try folder.write(outcome.output, to: "map.toml")
            let again = try Program.run(["import", file.path, "--store", store.path, "--map", map.path], in: folder)
            #expect(again.status == 0, "\(again.errors)")
        }

        @Test func aDryRunStoresNothingAndCountsAlike() throws {
            let (folder, store) = try town()
            let before = try Data(contentsOf: URL(fileURLWithPath: store))
            let file = folder.file("visits.csv").path
            let outcome = try Program.run(
                ["import", file, "--store", store, "--source", "other", "--again", "--dry-run", "--json"] + mapping,
                in: folder
            )
            #expect(try outcome.json()["stored"] as? Int == 15)
            #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
        }

        @Test func rejectsCanBeMendedAndImportedAgain() throws {
            let folder = try Folder()
            let file = try folder.write(table, to: "visits.csv")
            let store = folder.file("town.cxm").path
            let rejects = folder.file("rejects.csv")
            let arguments = ["import", file.path, "--store", store, "--rejects", rejects.path] + mapping
            #expect(try Program.run(arguments, in: folder).status == 0)
            let text = try String(contentsOf: rejects, encoding: .utf8)
            #expect(text == "user,at,page,channel\nu3,,submit,web\n")
            let mended = try folder.write(text.replacing(",,", with: ",2025-03-09T12:00:00Z,"), to: "mended.csv")
            let again = try Program.run(["import", mended.path, "--store", store, "--json"] + mapping, in: folder)
            #expect(try again.json()["stored"] as? Int == 1)
        }

        @Test func infoSaysWhatIsInIt() throws {
            let (folder, store) = try town()
            let info = try Program.run(["info", "--store", store, "--json"], in: folder).json()
            #expect(info["events"] as? Int == 15)
            #expect(info["people"] as? Int == 10)
            #expect(info["from"] as? String == "2025-03-01T10:00:00.000Z")
            let source = try #require((info["sources"] as? [[String: Any]])?.first)
            #expect(source["name"] as? String == "visits")
            #expect(source["rejected"] as? Int == 1)
        }

        @Test func aFunnelComesOut() throws {
            let (folder, store) = try town()
            let arguments = [
                "show", "funnel", "--step", "start", "--step", "submit", "--within", "2h", "--store", store,
            ]
            let funnel = try Program.run(arguments + ["--format", "json"], in: folder).json()
            #expect(funnel["entered"] as? Int == 10)
            #expect(funnel["converted"] as? Int == 5)
            // Steps one after the other are the same, and CXM_STORE stands in for --store.
            let text = try Program.run(["show", "funnel", "--step", "start", "submit", "--store", store], in: folder)
            #expect(text.output.contains("50.0%"))
            let csv = try Program.run(arguments + ["--format", "csv", "--by", "channel"], in: folder)
            #expect(csv.output.split(whereSeparator: \.isNewline).count == 1 + 2 + 4)
        }

        @Test(arguments: [
            "overview", "funnel", "paths", "tree --path start", "variants", "channels", "preferences", "maturity",
            "kpis", "contacts", "handoffs",
        ])
        func everyViewAnswersInEveryFormat(view: String) throws {
            let (folder, store) = try town()
            for format in ["text", "json", "csv", "markdown", "html"] {
                let outcome = try Program.run(
                    ["show"] + view.split(separator: " ").map(String.init) + ["--store", store, "--format", format],
                    in: folder
                )
                #expect(outcome.status == 0, "\(view) \(format): \(outcome.errors)")
                #expect(outcome.output.utf8.last == UInt8(ascii: "\n"))
                if format == "json" { _ = try outcome.json() }
            }
        }

        @Test(arguments: [
            [], ["show"], ["show", "nothing"], ["show", "funnel"], ["--frobnicate"], ["nowhere.cxm"], ["import"],
            ["show", "paths", "--store", "nowhere.cxm"], ["show", "paths", "--store", "x", "--format", "pdf"],
            ["show", "paths", "--store", "x", "--from", "yesterday"],
            ["show", "paths", "--store", "x", "--where", "x"],
            ["show", "paths", "--store", "x", "--size", "big"], ["show", "paths", "--store", "x", "--theme", "none"],
            ["show", "paths", "--store", "x", "--zone", "Mars"], ["show", "paths", "--store", "x", "--top", "0"],
            ["demo", "--people", "0"], ["themes", "show", "none"], ["import", "nowhere.csv", "--store", "x"],
        ])
        func wrongCallsEndWithTwoAndSayWhatToDo(arguments: [String]) throws {
            let outcome = try Program.run(arguments, in: try Folder())
            #expect(outcome.status == 2, "\(arguments)")
            #expect(outcome.output.isEmpty)
            let lines = outcome.errors.split(separator: "\n")
            #expect(lines.count >= 2, "\(outcome.errors)")
            #expect(lines.first?.hasPrefix("cxm: error: ") == true)
            // No Swift value is printed as it is in the debugger.
            #expect(!outcome.errors.contains("Error("))
        }

        @Test func withoutATerminalItSaysWhatToUse() throws {
            let (folder, store) = try town()
            let outcome = try Program.run([store], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("cxm show"))
        }

        @Test(arguments: [
            ["--version"], ["--help"], ["show", "--help"], ["show", "funnel", "--help"], ["import", "--help"],
        ])
        func helpIsNoError(arguments: [String]) throws {
            let outcome = try Program.run(arguments, in: try Folder())
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            #expect(!outcome.output.isEmpty)
        }

        @Test func theDemoIsMadeOnceAndSaysSo() throws {
            let folder = try Folder()
            let first = try Program.run(["demo", "--people", "60", "--path"], in: folder)
            let path = first.output.trimmingCharacters(in: .newlines)
            #expect(first.status == 0)
            #expect(path == folder.url.path + "/.local/share/cxm/demo-60-2014.cxm")
            let made = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(try Program.run(["demo", "--people", "60", "--path"], in: folder).output == first.output)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == made)
            #expect(try Program.run(["show", "paths", "--store", path], in: folder).output.contains("DEMO DATA"))
            // Only its index lies beside it: neither a half-made store nor a journal.
            let beside = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let names = try FileManager.default.contentsOfDirectory(atPath: beside).sorted()
            #expect(names == ["demo-60-2014.cxm", "demo-60-2014.cxm-index"])
        }

        @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM])
        func anImportThatIsStoppedLeavesTheStoreAsItWas(signal: Int32) throws {
            let (folder, store) = try town()
            let before = try Data(contentsOf: URL(fileURLWithPath: store))
            // The tests must outlive the reader of their pipe.
            _ = Foundation.signal(SIGPIPE, SIG_IGN)
            // A pipe without an end: the import cannot be through before the signal comes.
            let pipe = folder.file("pipe").path
            try #require(mkfifo(pipe, 0o600) == 0)
            let run = try Program.start(["import", pipe, "--store", store, "--format", "csv"] + mapping, in: folder)
            let writer = try #require(FileHandle(forWritingAtPath: pipe))
            try writer.write(contentsOf: Data(table.utf8))
            run.process.interrupt(with: signal)
            // More rows, so that a reader that waits for them can notice.
            for _ in 0..<200 where run.process.isRunning {
                do {
                    try writer.write(
                        contentsOf: Data(String(repeating: "u1,2025-04-01T10:00:00Z,start,web\n", count: 2000).utf8)
                    )
                } catch {
                    break
                }
            }
            try writer.close()
            let outcome = try run.finish()
            #expect(outcome.status == 128 + signal, "\(outcome.errors)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
        }
    }
}

extension Process {
    fileprivate func interrupt(with signal: Int32) {
        kill(processIdentifier, signal)
    }
}
