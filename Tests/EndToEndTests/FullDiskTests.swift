import Foundation
import Testing

extension EndToEnd {
    /// As on a disk that is full: no file may grow beyond some size.
    @Suite("Where there is no room")
    struct FullDiskTests {
        private static let columns = "--column person=user --column time=at --column touchpoint=page"
        private let folder: Folder
        private let store: String
        private let table: URL

        init() throws {
            folder = try Folder()
            store = folder.file("town.cxm").path
            let rows = (0..<20_000).map { "u\($0 % 3000),\(1_735_689_600_000 + $0 * 1000),p\($0 % 17)" }
            table = try folder.write("user,at,page\n" + rows.joined(separator: "\n") + "\n", to: "visits.csv")
        }

        /// - Parameter blocks: how long a file may be, in blocks of 512 bytes.
        /// - Returns: what was printed, the exit status last.
        private func limited(_ blocks: Int, _ command: String) throws -> String {
            try Program.shell("ulimit -f \(blocks); \(command) 2>&1; echo status $?", in: folder).output
        }

        private func names(_ place: String = "") throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder.file(place).path).filter {
                !$0.hasPrefix("printed-")
            }
            .sorted()
        }

        private func importing(_ more: String = "") -> String {
            "cxm import '\(table.path)' --store '\(store)' \(Self.columns) \(more)"
        }

        @Test("a first import leaves nothing, and a later one the store as it was", arguments: [60, 200, 400, 700])
        func imports(blocks: Int) throws {
            let first = try limited(blocks, importing())
            #expect(first.contains("status 2"), "\(first)")
            #expect(try names() == ["visits.csv"])
            #expect(try Program.shell(importing(), in: folder).output.contains("20,000 stored"))
            let before = FileManager.default.contents(atPath: store)
            for words in [
                "--source other", "--source other --dry-run", "--source other --rejects '\(folder.url.path)/r.csv'",
            ] {
                let later = try limited(blocks, importing(words))
                #expect(later.contains("status 2"), "\(later)")
                #expect(FileManager.default.contents(atPath: store) == before)
                #expect(try names() == ["town.cxm", "town.cxm-index", "visits.csv"])
                #expect(try names("town.cxm-index").filter { $0.hasPrefix("columns-") }.count == 1)
            }
        }

        @Test("half an index is taken away at once, and the answer comes from memory")
        func index() throws {
            #expect(try Program.shell(importing(), in: folder).output.contains("20,000 stored"))
            try FileManager.default.removeItem(atPath: store + "-index")
            let shown = try limited(80, "cxm show kpis --store '\(store)'")
            #expect(shown.contains("status 0"), "\(shown)")
            #expect(try names("town.cxm-index") == ["lock", "mark"])
            let page = try limited(4, "cxm report --store '\(store)' --output '\(folder.url.path)/page.html'")
            #expect(page.contains("there is no room for"), "\(page)")
            #expect(try !names().contains { $0.hasPrefix("page") })
        }
    }
}
