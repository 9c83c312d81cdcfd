import Foundation
import Testing

extension EndToEnd {
    @Suite("What is declared, and the nightly job")
    struct DeclareTests {
        private static let columns = [
            "person=user", "time=at", "touchpoint=page", "channel=channel", "service=service",
        ]

        /// Forty people ask for housing on channels that are called in different ways; thirty get to the end.
        private func rows(_ people: Range<Int> = 0..<40) -> String {
            var lines = ["user,at,page,channel,service"]
            for person in people {
                let channel = ["web", "Web", "Phone", "phone "][person % 4]
                let pages = ["start form", "details", "submit", "confirmation"].prefix(person % 4 == 3 ? 2 : 4)
                for (hour, page) in pages.enumerated() {
                    let day = String(format: "2025-%02d-%02d", 1 + person % 6, 1 + person % 28)
                    lines.append("p\(person),\(day)T\(10 + hour):00:00Z,\(page),\(channel),housing")
                }
            }
            return lines.joined(separator: "\n") + "\n"
        }

        private func store(in folder: Folder) throws -> String {
            let store = folder.file("town.cxm").path
            let file = try folder.write(rows(), to: "town.csv")
            let words = Self.columns.flatMap { ["--column", $0] }
            let outcome = try Program.run(["import", file.path, "--store", store] + words, in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            return store
        }

        private func completion(_ store: String, _ folder: Folder) throws -> Double? {
            let json = try Program.run(["show", "kpis", "--format", "json", "--store", store], in: folder).json()
            return (json["completion"] as? [String: Any])?["value"] as? Double
        }

        @Test("a draft from the data is declared as it is, decides figures at once, and is printed as it was declared")
        func draft() throws {
            let folder = try Folder()
            let store = try store(in: folder)
            #expect(try completion(store, folder) == nil)
            let draft = try Program.run(["declare", "--propose", "--store", store], in: folder)
            #expect(draft.status == 0, "\(draft.errors)")
            #expect(
                draft.output.contains("start = [\"start form\"]") && draft.output.contains("end = [\"confirmation\"]")
            )
            #expect(draft.output.contains("Web = { kind = \"digital\", same = [\"web\"] }"))
            let json = try Program.run(["declare", "--propose", "--json", "--store", store], in: folder).json()
            let lines = try #require(json["draft"] as? [[String: Any]])
            #expect(lines.allSatisfy { ($0["evidence"] as? [Any])?.isEmpty == false })
            let file = try folder.write(draft.output, to: "town.toml")
            let declared = try Program.run(["declare", file.path, "--json", "--store", store], in: folder)
            #expect(declared.status == 0, "\(declared.errors)")
            let done = try declared.json()
            #expect((done["changed"] as? [String])?.contains("services.housing") == true)
            #expect((done["unknown"] as? [Any])?.isEmpty == true)
            #expect(done["generation"] as? Int == 2)
            #expect(try completion(store, folder) == 0.75)
            let printed = try Program.run(["declare", "--print", "--store", store], in: folder).output
            let again = try folder.write(printed, to: "again.toml")
            let same = try Program.run(["declare", again.path, "--json", "--store", store], in: folder).json()
            #expect((same["changed"] as? [String])?.isEmpty == true && same["generation"] as? Int == 2)
            let channels = try Program.run(["show", "channels", "--format", "json", "--store", store], in: folder)
                .json()
            let names = (channels["totals"] as? [[String: Any]])?.compactMap { $0["channel"] as? String }
            #expect(names.map(Set.init) == ["Web", "Phone"])
            let receipt = try Program.run(["show", "kpis", "--store", store], in: folder).output
            #expect(receipt.contains("generation 2 of the store"), "\(receipt)")
        }

        @Test("what is wrong in a file is said with its line, and nothing changes; a workshop declares nothing")
        func wrong() throws {
            let folder = try Folder()
            let store = try store(in: folder)
            let file = try folder.write("[goals]\ncompletion = 75\n", to: "wrong.toml")
            let refused = try Program.run(["declare", file.path, "--store", store], in: folder)
            #expect(refused.status == 2 && refused.errors.contains("line 2: completion must be a share from 0 to 1"))
            #expect(try Program.run(["declare", "--print", "--store", store], in: folder).output.isEmpty)
            let misspelt = try folder.write("[services.housing]\nend = [\"confirmatoin\"]\n", to: "near.toml")
            let told = try Program.run(["declare", misspelt.path, "--store", store], in: folder)
            #expect(told.status == 0 && told.output.contains("confirmation?"), "\(told.output)")
            let nowhere = try Program.run(["declare", file.path, "--store", folder.file("no.cxm").path], in: folder)
            #expect(nowhere.status == 2)
            #expect(!FileManager.default.fileExists(atPath: folder.file("no.cxm").path))
            #expect(try Program.run(["declare", "--store", store], in: folder).status == 2)
        }

        @Test("a book is followed: what is new or has changed goes in, what is declared holds, once a night")
        func sync() throws {
            let folder = try Folder()
            _ = try folder.write(rows(0..<20), to: "visits-1.csv")
            _ = try folder.write(rows(20..<40), to: "visits-2.csv")
            let columns = Self.columns.map { $0.split(separator: "=") }.map { "\($0[0]) = \"\($0[1])\"" }
            _ = try folder.write("[columns]\n" + columns.joined(separator: "\n") + "\n", to: "visits.toml")
            let book = """
                store = "town.cxm"
                [[sources]]
                files = ["visits-*.csv"]
                map = "visits.toml"
                source = "visits"
                [declarations.services.housing]
                start = ["start form"]
                end = ["confirmation"]

                """
            let file = try folder.write(book, to: "book.toml")
            let store = folder.file("town.cxm").path
            let first = try Program.run(["sync", file.path, "--json"], in: folder)
            #expect(first.status == 0, "\(first.errors)")
            #expect((try first.json()["imported"] as? [Any])?.count == 2)
            #expect(try completion(store, folder) == 0.75)
            let second = try Program.run(["sync", file.path, "--json"], in: folder).json()
            #expect((second["imported"] as? [Any])?.isEmpty == true && second["unchanged"] as? Int == 2)
            _ = try folder.write(rows(20..<48), to: "visits-2.csv")
            let third = try Program.run(["sync", file.path, "--json"], in: folder).json()
            let imported = try #require(third["imported"] as? [[String: Any]])
            #expect(imported.count == 1 && imported[0]["stored"] as? Int == 28 && third["unchanged"] as? Int == 1)
            let lines = try Program.run(["sync", file.path], in: folder).output.split(separator: "\n")
            #expect(lines.count <= 10, "\(lines)")
            let missing = try folder.write(book.replacing("visits-*", with: "calls-*"), to: "calls.toml")
            #expect(try Program.run(["sync", missing.path], in: folder).status == 1)
            let wrong = try folder.write(book.replacing("sources", with: "source"), to: "wrong.toml")
            let refused = try Program.run(["sync", wrong.path], in: folder)
            #expect(refused.status == 2 && refused.errors.contains("Did you mean sources?"), "\(refused.errors)")
        }
    }
}
