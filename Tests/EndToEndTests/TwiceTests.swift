import Foundation
import Testing

extension EndToEnd {
    @Suite("The same thing twice is noticed, and an import is taken out again")
    struct TwiceTests {
        private let folder: Folder
        private let store: String
        private let table = "user,at,page,dept\na,2025-01-01T10:00:00Z,start,tax\nb,2025-01-01T10:05:00Z,submit,tax\n"

        init() throws {
            folder = try Folder()
            store = folder.file("town.cxm").path
        }

        private func importing(_ file: String, _ more: String..., text: String? = nil) throws -> Program.Outcome {
            let url = try text.map { try folder.write($0, to: file) } ?? folder.file(file)
            let columns = ["person=user", "time=at", "touchpoint=page"].flatMap { ["--column", $0] }
            return try Program.run(["import", url.path, "--store", store, "--json"] + columns + more, in: folder)
        }

        private func events() throws -> Int? {
            try Program.run(["info", "--store", store, "--json"], in: folder).json()["events"] as? Int
        }

        @Test("the same bytes under another name are refused, or stored all the same")
        func otherName() throws {
            #expect(try importing("visits.csv", text: table).json()["batch"] as? Int == 1)
            let refused = try importing("copy.csv", text: table)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("batch 1, 'visits.csv',") && refused.errors.contains("--again"))
            #expect(try importing("copy.csv", "--source", "visits").status == 2)
            #expect(try events() == 2)
            #expect(try importing("visits.csv").json()["duplicates"] as? Int == 2)
            let again = try importing("copy.csv", "--source", "visits", "--again").json()
            #expect(again["stored"] as? Int == 2)
            let notes = try #require(again["notes"] as? [[String: Any]])
            #expect(notes.contains { $0["id"] as? String == "like-another-import" && $0["count"] as? Int == 2 })
            #expect(try events() == 4)
        }

        @Test("the same file under another mapping is refused, or replaces what was")
        func otherMapping() throws {
            _ = try importing("visits.csv", text: table)
            let refused = try importing("visits.csv", "--column", "service=dept")
            #expect(refused.status == 2 && refused.errors.contains("--replace"))
            let replaced = try importing("visits.csv", "--column", "service=dept", "--replace").json()
            #expect(replaced["stored"] as? Int == 2)
            let info = try Program.run(["info", "--store", store, "--json"], in: folder).json()
            #expect(info["events"] as? Int == 2 && info["services"] as? Int == 1)
            let shown = try Program.run(["show", "channels", "--store", store, "--format", "json"], in: folder)
            #expect(shown.status == 0)
        }

        @Test("rows are known whatever the mapping makes of them, and however columns and lines are written")
        func otherForms() throws {
            _ = try importing("visits.csv", "--source", "s", text: table)
            let turned =
                "\u{FEFF}dept,page,at,user\r\ntax,start,2025-01-01T10:00:00Z,a\r\ntax,submit,2025-01-01T10:05:00Z,b"
            let known = try importing("turned.csv", "--source", "s", "--column", "service=dept", text: turned).json()
            #expect(known["stored"] as? Int == 0 && known["duplicates"] as? Int == 2)
        }

        @Test("an import is listed, taken out, and stored when it comes again")
        func forgotten() throws {
            _ = try importing("visits.csv", text: table)
            _ = try importing("more.csv", text: table.replacing("start", with: "begin"))
            let list = try Program.run(["batches", "--store", store, "--json"], in: folder).json()
            let batches = try #require(list["batches"] as? [[String: Any]])
            #expect(batches.map { $0["file"] as? String } == ["visits.csv", "more.csv"])
            #expect(try Program.run(["forget", "1", "--store", store], in: folder).status == 2)
            let outcome = try Program.run(["forget", "1", "--store", store, "--yes", "--json"], in: folder)
            #expect(try outcome.json()["batch"] as? Int == 1)
            #expect((try outcome.json()["erased"] as? [String: Int])?["events"] == 2)
            #expect(try events() == 2)
            #expect(try importing("visits.csv").json()["stored"] as? Int == 2)
            let unknown = try Program.run(["forget", "9", "--store", store, "--yes"], in: folder)
            #expect(unknown.status == 2 && unknown.errors.contains("cxm batches"))
            let call = "CXM_KIOSK=1; export CXM_KIOSK; cxm forget 2 --store '\(store)' --yes 2>&1; echo \"status $?\""
            let kiosk = try Program.shell(call, in: folder)
            #expect(kiosk.output.contains("status 2") && kiosk.output.contains("kiosk"), "\(kiosk.output)")
            #expect(try events() == 4)
        }
    }
}
