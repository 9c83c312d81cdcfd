import Foundation
import JourneyStore
import TestSupport
import Testing

/// docs/STORE.md and the tables say the same.
@Suite struct SchemaDocumentationTests {
    private static let document = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/STORE.md")

    /// Columns by table, from lines `### table` and `| column |`.
    private func documented() throws -> [String: Set<String>] {
        var tables: [String: Set<String>] = [:]
        var table: String?
        for line in try String(contentsOf: Self.document, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("### ") {
                table = line.split(separator: "`").dropFirst().first.map(String.init)
                if let table { tables[table] = [] }
            } else if line.hasPrefix("## ") {
                table = nil
            } else if line.hasPrefix("| `"), let table {
                let cell = line.split(separator: "|").first ?? ""
                for (place, name) in cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                where place % 2 == 1 {
                    tables[table, default: []].insert(String(name))
                }
            }
        }
        return tables
    }

    @Test func everyTableAndColumnIsDescribed() throws {
        let fixture = try StoreFixture()
        _ = try StoreWriter(path: fixture.path)
        var found: [String: Set<String>] = [:]
        let rows = try SQLiteFile.rows(
            fixture.path,
            """
            SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c
            WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite_%'
            """
        )
        for row in rows { found[row[0] ?? "", default: []].insert(row[1] ?? "") }
        let described = try documented()
        #expect(Set(described.keys) == Set(found.keys))
        for (table, columns) in found { #expect(described[table] == columns, "\(table)") }
    }

    @Test func theHeaderIsAsDescribed() throws {
        let fixture = try StoreFixture()
        _ = try StoreWriter(path: fixture.path)
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let id = try #require(try SQLiteFile.rows(fixture.path, "PRAGMA application_id").first?.first ?? nil)
        let version = try #require(try SQLiteFile.rows(fixture.path, "PRAGMA user_version").first?.first ?? nil)
        #expect(text.contains("`application_id` is \(id)"))
        #expect(text.contains("`user_version` is \(version)"))
        #expect(try SQLiteFile.rows(fixture.path, "PRAGMA journal_mode") == [["delete"]])
    }
}
