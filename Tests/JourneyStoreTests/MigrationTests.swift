import GRDB
import JourneyFormats
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// Stores of version 1: keys in a table of their own, no history.
@Suite struct MigrationTests {
    /// As version 1 has stored `events`, of one source and without anything but a touchpoint.
    private func makeOldStore(_ fixture: StoreFixture, _ events: [EventRecord], source: String) throws {
        let queue = try DatabaseQueue(path: fixture.path)
        try Schema.migrator.migrate(queue, upTo: "1 events, people, preferences and imports")
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO sources(id, name) VALUES (1, '\(source)');
                    INSERT INTO batches VALUES (
                      1, 1, 'test', 'test.csv', 0, \(events.count), \(events.count), 0, 0, 0, 1, \(events.count),
                      \(events.count), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                    INSERT INTO dimension_values VALUES (1, 1, 't');
                    UPDATE meta SET value = 1 WHERE key = 'generation'
                    """
            )
            for (index, event) in events.enumerated() {
                try database.execute(
                    sql: "INSERT INTO events(id, event_id, time, touchpoint) VALUES (?, ?, ?, 1)",
                    arguments: [index + 1, event.eventID, event.time.milliseconds]
                )
                var hash = StableHash()
                hash.add(source)
                if let id = event.eventID {
                    hash.add(1)
                    hash.add(id)
                } else {
                    let (first, second) = CanonicalRow.hash(event)
                    hash.add(2)
                    hash.add(first)
                    hash.add(second)
                }
                try database.execute(
                    sql: #"INSERT INTO event_keys("key", mark, event) VALUES (?, ?, ?)"#,
                    arguments: [hash.key.column, Int(hash.key.mark), index + 1]
                )
            }
        }
        try queue.close()
    }

    /// Brings it to version 2, as the program of then did.
    private func raise(_ fixture: StoreFixture) throws {
        let queue = try DatabaseQueue(path: fixture.path)
        try Schema.migrator.migrate(queue, upTo: "2 runs of event keys, and the history of changes")
        try queue.close()
    }

    private func events(_ range: Range<Int>) -> [EventRecord] {
        range.map { event("t", at: Int64($0), id: $0 % 3 == 0 ? nil : "\($0)") }
    }

    @Test func anOldStoreIsReadAsItIs() throws {
        let fixture = try StoreFixture()
        try makeOldStore(fixture, events(0..<10), source: "s")
        let before = try fixture.bytes()
        let reader = try StoreReader(path: fixture.path)
        #expect(try reader.snapshot().events.time == (0..<10).map(Int64.init))
        #expect(try reader.summary().events == 10)
        #expect(try reader.summary().schemaVersion == 1)
        let stamp = try reader.stamp()
        #expect(stamp == StoreStamp(store: 0, generation: 1, state: 0))
        #expect(try reader.change(since: stamp) == .none)
        #expect(try reader.change(since: StoreStamp(store: 0, generation: 0, state: 0)) == .unknown)
        #expect(try fixture.bytes() == before)
        // Brought up to date meanwhile, it goes on reading, and what it has read is known no more.
        try fixture.importing(events(8..<12).map(JourneyRecord.event))
        #expect(try reader.snapshot().events.time == (0..<12).map(Int64.init))
        #expect(try reader.change(since: stamp) == .unknown)
    }

    @Test(arguments: [0, 1, 20_000])
    func keysAreKept(count: Int) throws {
        let fixture = try StoreFixture()
        try makeOldStore(fixture, events(0..<count), source: "s")
        let summary = try fixture.importing(events(0..<count + 5).map(JourneyRecord.event))
        #expect(summary.duplicates == count)
        #expect(summary.stored == 5)
        #expect(try fixture.importing(events(0..<count + 5).map(JourneyRecord.event)).stored == 0)
        #expect(try fixture.importing(events(0..<1).map(JourneyRecord.event), source: "other").stored == 1)
        let tables = try SQLiteFile.rows(fixture.path, "SELECT name FROM sqlite_schema WHERE name = 'event_keys'")
        #expect(tables.isEmpty)
        let reader = try StoreReader(path: fixture.path)
        #expect(try reader.stamp().store != 0)
        #expect(try reader.summary().schemaVersion == Schema.version)
        // The migration is the first state, generation 1 as before.
        let states = try SQLiteFile.rows(
            fixture.path,
            "SELECT generation, kind, last_event FROM changes ORDER BY generation"
        )
        #expect(
            states == [
                // What is known is told by numbers of its own, also where an import stores nothing.
                ["1", "made", "\(count)"], ["2", "import", "\(2 * count + 5)"], ["3", "import", "\(3 * count + 11)"],
            ]
        )
    }

    /// The numbers of a source from before stay among the hashed keys; another source has a set of its own.
    @Test func numbersThatWereHashedAreFound() throws {
        let fixture = try StoreFixture()
        try makeOldStore(fixture, events(0..<40), source: "s")
        try raise(fixture)
        var grown = events(0..<50).map(JourneyRecord.event)
        #expect(try fixture.importing(grown).stored == 10)
        #expect(try fixture.importing(grown.reversed()).stored == 0)
        grown.append(.event(event("t", at: 0, id: "07")))
        #expect(try fixture.importing(grown).stored == 1)
        #expect(try fixture.importing(grown, source: "other").stored == 51)
        #expect(try fixture.importing(grown, source: "other").stored == 0)
        #expect(
            try SQLiteFile.rows(
                fixture.path,
                """
                SELECT name, hashed_numbers, (SELECT sum(count) FROM event_id_chunks WHERE source = s.id)
                FROM sources s ORDER BY name
                """
            ) == [["other", "0", "33"], ["s", "1", nil]]
        )
    }

    @Test func namesKeepTheirNumbers() throws {
        let fixture = try StoreFixture()
        try makeOldStore(fixture, events(0..<3), source: "s")
        try raise(fixture)
        try SQLiteFile.run(
            fixture.path,
            """
            INSERT INTO people VALUES (1, 'b', 1), (2, 'a', 0);
            INSERT INTO cases VALUES (1, 'c');
            INSERT INTO sessions VALUES (1, 'd');
            UPDATE events SET person = 1, "case" = 1, session = 1
            """
        )
        try fixture.importing([
            .event(event("t", at: 9, person: "a", case: "c")), .event(event("t", at: 9, person: "e")),
        ])
        #expect(
            try SQLiteFile.rows(fixture.path, "SELECT id, name, in_events FROM people ORDER BY id")
                == [["1", "b", "1"], ["2", "a", "1"], ["3", "e", "1"]]
        )
        #expect(
            try SQLiteFile.rows(fixture.path, #"SELECT person, "case", session FROM journey_events ORDER BY id"#)
                == [["b", "c", "d"], ["b", "c", "d"], ["b", "c", "d"], ["a", "c", nil], ["e", nil, nil]]
        )
        #expect(throws: (any Error).self) { try SQLiteFile.run(fixture.path, "INSERT INTO people VALUES (9, 'a', 0)") }
        #expect(try SQLiteFile.rows(fixture.path, "PRAGMA integrity_check") == [["ok"]])
    }
}
