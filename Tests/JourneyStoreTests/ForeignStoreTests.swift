import Foundation
import GRDB
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// A store that somebody else has made or changed runs nothing, whatever is in it.
@Suite struct ForeignStoreTests {
    /// Statements that make a store another program's, with a word of what is said of it.
    static let changes: [(sql: String, word: String)] = [
        (
            """
            ALTER TABLE people RENAME TO o; CREATE VIEW people AS WITH RECURSIVE r(x) AS
            (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT o.* FROM o, r
            """, "'o'"
        ),
        ("DROP TABLE cases; CREATE VIEW cases AS SELECT 1 AS id, 'a' AS name", "'cases' is a view"),
        ("CREATE TRIGGER t AFTER INSERT ON sources BEGIN DELETE FROM people; END", "trigger 't' on 'sources'"),
        ("CREATE VIEW v AS SELECT 1", "view 'v'"),
        ("CREATE TABLE notes(a)", "table 'notes'"),
        ("CREATE INDEX i ON events(abs(time))", "index 'i' on 'events'"),
        ("CREATE INDEX i ON people(name) WHERE id > 5", "index 'i' on 'people'"),
        ("CREATE VIRTUAL TABLE f USING fts5(a)", "table 'f"),
        ("ALTER TABLE people ADD COLUMN g INTEGER AS (id * 2)", "'people' is not made"),
        ("ALTER TABLE events ADD COLUMN extra TEXT", "'events' is not made"),
        ("ALTER TABLE events ADD COLUMN dim_9 INTEGER DEFAULT 5", "'events' is not made"),
        ("DROP TABLE annotations", "no table 'annotations'"),
        ("DROP INDEX people_by_name", "no index 'people_by_name'"),
        (
            "DROP TABLE sessions; CREATE TABLE sessions(id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE)",
            "'sessions"
        ),
    ]

    @Test(arguments: changes)
    func isRefusedByEverybody(change: (sql: String, word: String)) throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1, person: "p"))])
        let open = try StoreReader(path: fixture.path)
        let writer = try StoreWriter(path: fixture.path)
        try SQLiteFile.run(fixture.path, change.sql)
        let before = try fixture.bytes()
        // Also who had it open before.
        try expectAltered(change.word) { try open.summary() }
        try expectAltered(change.word) { try open.stamp() }
        try expectAltered(change.word) { try writer.importing([.event(event("b", at: 2))]) }
        try writer.close()
        try expectAltered(change.word) { try StoreReader(path: fixture.path).summary() }
        try expectAltered(change.word) {
            try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: ["p"]))
        }
        try expectAltered(change.word) { try fixture.importing([.event(event("b", at: 2))]) }
        #expect(try fixture.bytes() == before)
    }

    @Test(arguments: 1...4)
    func storesOfEveryVersionAreOurs(version: Int) throws {
        let fixture = try StoreFixture()
        let queue = try DatabaseQueue(path: fixture.path)
        let names = [
            "1 events, people, preferences and imports", "2 runs of event keys, and the history of changes",
            "3 ids that are numbers, and indexes of names",
            "4 since when traits are known, and how far each import reaches",
        ]
        try Schema.migrator.migrate(queue, upTo: names[version - 1])
        try queue.close()
        #expect(try StoreReader(path: fixture.path).summary().schemaVersion == version)
        // An old one is looked at before it is brought up to date.
        try SQLiteFile.run(fixture.path, "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM sources; END")
        try expectAltered("trigger 't'") { try fixture.importing([.event(event("a", at: 1))]) }
        try SQLiteFile.run(fixture.path, "DROP TRIGGER t")
        try fixture.importing([.event(event("a", at: 1, ["region": "north"]))])
        #expect(try StoreReader(path: fixture.path).summary().schemaVersion == Schema.version)
    }

    @Test func countsOfSQLiteAreNoChange() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        try SQLiteFile.run(fixture.path, "ANALYZE; VACUUM")
        #expect(try fixture.snapshot().events.time == [1])
    }

    /// The name of a column stands in statements.
    @Test(arguments: [
        "(SELECT 1)", "touchpoint", "dim_5", "id FROM events; DROP TABLE events --",
        "(WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT max(x) FROM r)",
    ])
    func noStoreNamesColumns(column: String) throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1, person: "p", ["region": "north"]))])
        try SQLiteFile.run(fixture.path, "UPDATE dimensions SET column_name = '\(column)' WHERE name = 'region'")
        try expectDamaged("table dimensions, row 4") { try fixture.snapshot() }
        try expectDamaged("table dimensions, row 4") { try fixture.importing([.event(event("b", at: 2))]) }
        try expectDamaged("table dimensions, row 4") {
            try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: ["p"]))
        }
    }

    /// Also where something gets past the look at the tables.
    @Test func connectionsRunNeitherViewsNorTriggers() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        try SQLiteFile.run(
            fixture.path,
            "CREATE VIEW v AS SELECT 1; CREATE TRIGGER t AFTER INSERT ON sources BEGIN DELETE FROM meta; END"
        )
        let reader = try StoreFile.openForReading(fixture.path, patience: .zero).queue
        #expect(throws: DatabaseError.self) { try reader.inDatabase { try Int.fetchOne($0, sql: "SELECT * FROM v") } }
        try reader.close()
        var configuration = Configuration()
        configuration.prepareDatabase { try StoreDefence.install(on: $0, attached: 0) }
        let writer = try DatabaseQueue(path: fixture.path, configuration: configuration)
        try writer.write { try $0.execute(sql: "INSERT INTO sources(name) VALUES ('x')") }
        #expect(try writer.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM meta") } != 0)
        #expect(throws: DatabaseError.self) {
            try writer.writeWithoutTransaction { try $0.execute(sql: "ATTACH ':memory:' AS m") }
        }
    }

    /// A page that leads to itself: no question comes to its end by itself.
    @Test func readingEnds() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let reader = try StoreReader(path: fixture.path)
        let endless = "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT count(*) FROM r"
        try expectDamaged("no end") { try reader.read { try RawStatement($0, endless).run() } }
        // The next one has a budget of its own.
        #expect(try reader.stamp().generation == 1)
    }

    /// A journal that names a file makes SQLite take that file away.
    @Test func aJournalOfSomebodyElseIsLeftAlone() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let victim = fixture.path("diary.txt")
        try Data("dear diary".utf8).write(to: URL(fileURLWithPath: victim))
        try ForeignStoreTests.journal(naming: victim).write(to: URL(fileURLWithPath: fixture.path + "-journal"))
        try expectAltered("names another file") { try fixture.snapshot() }
        try expectAltered("names another file") { try fixture.importing([.event(event("b", at: 2))]) }
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "dear diary")
    }

    /// As of a killed transaction over two databases (https://www.sqlite.org/fileformat2.html, "The Rollback Journal").
    private static func journal(naming file: String) -> Data {
        let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
        func word(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
        let name = Array(file.utf8)
        var bytes = mark + word(0) + word(7) + word(60) + word(512) + word(4096)
        bytes += [UInt8](repeating: 0, count: 512 - bytes.count)
        bytes += word(0x4000_0000 / 4096 + 1) + name + word(UInt32(name.count))
        bytes += word(name.reduce(0) { $0 + UInt32($1) }) + mark
        return Data(bytes)
    }

    private func expectAltered<Value>(
        _ word: String,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () throws -> Value
    ) throws {
        try expect(word, sourceLocation, body) { if case .altered(_, let detail) = $0 { detail } else { nil } }
    }

    private func expectDamaged<Value>(
        _ word: String,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () throws -> Value
    ) throws {
        try expect(word, sourceLocation, body) { if case .damaged(_, let detail) = $0 { detail } else { nil } }
    }

    private func expect<Value>(
        _ word: String,
        _ sourceLocation: SourceLocation,
        _ body: () throws -> Value,
        detail: (StoreError) -> String?
    ) throws {
        let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation) { _ = try body() }
        let text = error.flatMap(detail) ?? "\(String(describing: error))"
        #expect(text.contains(word), "\(text)", sourceLocation: sourceLocation)
    }
}
