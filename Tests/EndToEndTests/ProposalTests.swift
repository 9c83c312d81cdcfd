import Foundation
import Testing

extension EndToEnd {
    /// What `cxm import` does with files that nobody has described.
    @Suite("Proposals")
    struct ProposalTests {
        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            store = folder.file("town.cxm").path
        }

        private func visits(zone: String = "Z") throws -> String {
            let rows = (0..<12).map { row in
                "u\(row / 3),2025-03-0\(1 + row % 9)T10:\(10 + row):00\(zone),\(["start", "form", "submit"][row % 3]),web"
            }
            return try folder.write((["user,at,page,channel"] + rows).joined(separator: "\n") + "\n", to: "visits.csv")
                .path
        }

        @Test func asJSONItSaysWhatTheColumnsAre() throws {
            let outcome = try Program.run(["import", visits(), "--store", store, "--json"], in: folder)
            #expect(outcome.status == 0)
            let proposal = try #require(try outcome.json()["proposal"] as? [String: Any])
            #expect(proposal["rows"] as? String == "events")
            let columns = try #require(proposal["columns"] as? [String: String])
            #expect(columns["person"] == "user" && columns["touchpoint"] == "page" && columns["channel"] == "channel")
            #expect((proposal["time"] as? [String: Any])?["columns"] as? [String] == ["at"])
            #expect(!FileManager.default.fileExists(atPath: store))
        }

        @Test func yesTakesWhatIsNotAmbiguousAndSaysSo() throws {
            let outcome = try Program.run(["import", visits(), "--store", store, "--yes", "--json"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["stored"] as? Int == 12)
            #expect(outcome.errors.contains("person = user") && outcome.errors.contains("touchpoint = page"))
        }

        @Test func yesAsksForWhatIsAmbiguousByItsOption() throws {
            let file = try visits(zone: "")
            let zoneless = try Program.run(["import", file, "--store", store, "--yes"], in: folder)
            #expect(zoneless.status == 2 && zoneless.errors.contains("--zone"), "\(zoneless.errors)")
            #expect(!FileManager.default.fileExists(atPath: store))
            let told = try Program.run(["import", file, "--store", store, "--yes", "--zone", "UTC"], in: folder)
            #expect(told.status == 0, "\(told.errors)")
            let either = try folder.write(
                "user,date,page\na,01/02/2025,x\na,02/03/2025,y\nb,03/04/2025,x\n",
                to: "e.csv"
            ).path
            let days = try Program.run(["import", either, "--store", store, "--yes", "--zone", "UTC"], in: folder)
            #expect(days.status == 2 && days.errors.contains("--time-format 'd/M/yyyy'"), "\(days.errors)")
        }

        @Test func totalsAreRefusedInWords() throws {
            let months = (1...9).map { "2025-0\($0),\(100 + 7 * $0),\(40 + 3 * $0),\(9 * $0)" }
            let file = try folder.write(
                (["Month,Phone,Web,Total"] + months).joined(separator: "\n") + "\n",
                to: "totals.csv"
            ).path
            let shown = try Program.run(["import", file], in: folder)
            #expect(shown.status == 0 && shown.output.contains("a table of totals"), "\(shown.output)")
            let yes = try Program.run(["import", file, "--store", store, "--yes"], in: folder)
            #expect(yes.status == 2 && yes.errors.contains("export the rows that were counted"), "\(yes.errors)")
        }

        @Test func theMappingIsWrittenAndReadAgain() throws {
            let file = try visits()
            let map = folder.file("visits.toml").path
            let wrote = try Program.run(["import", file, "--write-mapping", map], in: folder)
            #expect(wrote.status == 0, "\(wrote.errors)")
            #expect(!FileManager.default.fileExists(atPath: store))
            let read = try Program.run(["import", file, "--store", store, "--map", map, "--json"], in: folder)
            #expect(try read.json()["stored"] as? Int == 12)
            let again = try Program.run(["import", file, "--write-mapping", map], in: folder)
            #expect(again.status == 2 && again.errors.contains("is there already"))
        }

        @Test func recordsBesideTheEventsComeInByYes() throws {
            let rows = (0..<9).map { "C\($0),2025-03-0\(1 + $0)T10:00:00Z,\(["Email", "Letter", "Phone"][$0 % 3])" }
            let file = try folder.write(
                (["Customer Ref,Date Updated,Preferred Contact Method"] + rows).joined(separator: "\n") + "\n",
                to: "preferences.csv"
            ).path
            let outcome = try Program.run(["import", file, "--store", store, "--yes", "--json"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["stored"] as? Int == 9)
        }
    }
}
