import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// Values that no store has: each is refused with its table and row by whoever reads it.
@Suite struct LyingStoreTests {
    static let lies: [(sql: String, place: String)] = [
        ("UPDATE events SET person = 99 WHERE id = 2", "table events, row 2: 'person' is 99"),
        ("UPDATE events SET person = -1 WHERE id = 2", "table events, row 2: 'person' is -1"),
        ("UPDATE events SET person = -2147483648 WHERE id = 2", "table events, row 2: 'person' is -2147483648"),
        ("UPDATE events SET person = 4294967297 WHERE id = 2", "table events, row 2: 'person' is 4294967297"),
        ("UPDATE events SET person = 'Ada' WHERE id = 2", "table events, row 2: 'person' is a text"),
        ("UPDATE events SET touchpoint = 77 WHERE id = 3", "table events, row 3: 'touchpoint' is 77"),
        ("UPDATE events SET touchpoint = 0 WHERE id = 3", "table events, row 3: 'touchpoint' is 0"),
        ("UPDATE events SET dim_4 = x'00ff' WHERE id = 3", "table events, row 3: 'dim_4' is a row of bytes"),
        (
            "UPDATE events SET time = 9223372036854775807 WHERE id = 1",
            "table events, row 1: 'time' is 9223372036854775807"
        ),
        ("UPDATE events SET time = 'noon' WHERE id = 1", "table events, row 1: 'time' is a text"),
        ("UPDATE events SET duration = 9223372036854775807 WHERE id = 1", "table events, row 1: 'duration' is"),
        ("UPDATE events SET recorded = -9223372036854775808 WHERE id = 1", "table events, row 1: 'recorded' is"),
        ("UPDATE events SET cost = 9e999 WHERE id = 1", "table events, row 1: 'cost' is inf"),
        ("UPDATE events SET cost = 'much' WHERE id = 1", "table events, row 1: 'cost' is a text"),
        ("UPDATE events SET id = -5 WHERE id = 1", "table events, row -5"),
        ("UPDATE events SET id = 9223372036854775807 WHERE id = 3", "table events, row 9223372036854775807"),
        ("UPDATE people SET id = 2147483647 WHERE id = 2", "table people, row 2147483647"),
        ("INSERT INTO people VALUES (100000000, 'far', 0)", "table people, row 100000000"),
        ("UPDATE people SET id = -3 WHERE id = 2", "table people, row -3"),
        ("UPDATE people SET name = x'41' WHERE id = 1", "table people, row 1: 'name' is a row of bytes"),
        ("INSERT INTO dimension_values VALUES (1, 1000000000, 'far')", "table dimension_values, row 1000000000"),
        ("INSERT INTO dimension_values VALUES (1, -7, 'far')", "table dimension_values, row -7"),
        ("UPDATE person_traits SET value = 50", "table person_traits, row 1, 5"),
        ("UPDATE person_traits SET person = 5000000", "table person_traits, row 5000000, 5"),
        (
            "INSERT INTO person_traits VALUES (-9223372036854775808, 5, 1, NULL, NULL)",
            "table person_traits, row -9223372036854775808"
        ),
        ("UPDATE aliases SET alias = 4000", "table aliases, row 1: 'alias' is 4000"),
        ("UPDATE preferences SET time = -9223372036854775808", "table preferences, row 1: 'time' is"),
        ("UPDATE preferences SET person = 'x'", "table preferences, row 1: 'person' is a text"),
        ("UPDATE feedback SET score = 1e999", "table feedback, row 1: 'score' is inf"),
        ("UPDATE feedback SET scale = 'ten'", "table feedback, row 1: 'scale' is a text"),
        ("UPDATE meta SET value = 9223372036854775807 WHERE key = 'generation'", "table meta, row generation"),
        ("UPDATE meta SET value = 'x' WHERE key = 'is_demo'", "table meta, row is_demo"),
        ("UPDATE changes SET last_event = -1", "table changes, row"),
    ]

    private func makeStore() throws -> StoreFixture {
        let fixture = try StoreFixture()
        var events = (0..<3).map { event("t\($0)", at: Int64($0), id: "e\($0)", person: "p\($0)", ["region": "north"]) }
        events[0].traits = [NamedValue("person.age", "old")]
        let time = Timestamp(milliseconds: 1)
        try fixture.importing(
            events.map(JourneyRecord.event) + [
                .alias(AliasRecord(alias: "p9", person: "p0", time: time, reason: "same")),
                .preference(
                    PreferenceRecord(person: "p1", time: time, kind: .captured, purpose: .access, value: "web", rank: 1)
                ),
                .feedback(FeedbackRecord(time: time, person: "p1", score: 4, scale: 5)),
            ]
        )
        return fixture
    }

    @Test(arguments: lies)
    func isRefusedWithTableAndRow(lie: (sql: String, place: String)) throws {
        let fixture = try makeStore()
        _ = try fixture.snapshot()
        try SQLiteFile.run(fixture.path, "PRAGMA foreign_keys = OFF; " + lie.sql)
        let error = #expect(throws: StoreError.self) {
            _ = try StoreReader(path: fixture.path).stamp()
            _ = try fixture.snapshot()
        }
        guard case .damaged(_, let detail) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(detail.hasPrefix(lie.place), "\(detail)")
    }

    /// Whoever writes refuses too, or does what is asked: nothing in between, and no signal.
    @Test(arguments: lies)
    func writersDoNotTripOverIt(lie: (sql: String, place: String)) throws {
        let fixture = try makeStore()
        try SQLiteFile.run(fixture.path, "PRAGMA foreign_keys = OFF; " + lie.sql)
        let more = (0..<5).map { event("t\($0)", at: 9, id: "m\($0)", person: "p\($0)", ["region": "south"]) }
        do { try fixture.importing(more.map(JourneyRecord.event)) } catch is StoreError {}
        do {
            let plan = try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: ["p1"]))
            _ = try StoreWriter(path: fixture.path).erase(plan)
        } catch is StoreError {} catch is ErasureError {}
        do { _ = try StoreReader(path: fixture.path).summary() } catch is StoreError {}
    }

    @Test(arguments: [
        "UPDATE batches SET events = -5", "UPDATE batches SET ties = 'many'",
        "UPDATE batches SET first_time = 9223372036854775807", "UPDATE batches SET imported_at = 1e300",
        "UPDATE batches SET rejected = 9223372036854775807",
    ])
    func theSummaryBelievesNoBatch(sql: String) throws {
        let fixture = try makeStore()
        try SQLiteFile.run(fixture.path, "PRAGMA foreign_keys = OFF; " + sql)
        let error = #expect(throws: StoreError.self) { _ = try StoreReader(path: fixture.path).summary() }
        #expect(error?.message.contains("table batches, row 1") == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        "UPDATE event_key_runs SET count = 1000000000000", "UPDATE event_key_runs SET count = -1",
        "UPDATE event_key_runs SET keys = x'00'", "UPDATE batches SET last_event = 9223372036854775807",
        "UPDATE dimensions SET id = 9223372036854775807 WHERE id = 5", "UPDATE sources SET id = -1",
    ])
    func anImportBelievesNoKeys(sql: String) throws {
        let fixture = try makeStore()
        try SQLiteFile.run(fixture.path, "PRAGMA foreign_keys = OFF; " + sql)
        do { try fixture.importing([.event(event("t", at: 9, id: "new", person: "p"))]) } catch is StoreError {}
    }
}
