import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// An import is taken out as if it had never been; what another brought too is that one's.
@Suite struct ForgettingTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
    }

    private func touchpoints() throws -> [String] {
        try SQLiteFile.rows(fixture.path, "SELECT touchpoint FROM journey_events ORDER BY id").map { $0[0] ?? "" }
    }

    private func rows(_ sql: String) throws -> [[String?]] { try SQLiteFile.rows(fixture.path, sql) }

    private func forget(_ batch: Int) throws -> [String: Int] {
        let counts = try StoreWriter(path: fixture.path).forget(batch: batch)
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.name, $0.rows) })
    }

    private func records(_ ids: ClosedRange<Int>, id: (Int) -> String?) -> [JourneyRecord] {
        ids.map { .event(event("t\($0)", at: Int64($0), id: id($0), person: "p\($0)")) }
    }

    /// Ids that are numbers, ids that are none, and rows without one.
    static let forms: [@Sendable (Int) -> String?] = [{ "\($0)" }, { "id \($0)" }, { _ in nil }]

    @Test(arguments: 0..<3)
    func theFirstOfThreeThatOverlap(form: Int) throws {
        let id = Self.forms[form]
        try fixture.importing(records(1...5, id: id))
        try fixture.importing(records(4...8, id: id))
        try fixture.importing(records(5...10, id: id))
        let gone = try forget(1)
        #expect(gone["events"] == 3)
        #expect(gone["people"] == 3)
        // In the order of the second, which has them now.
        #expect(try touchpoints() == (4...10).map { "t\($0)" })
        let batches = try StoreReader(path: fixture.path).batches().entries
        #expect(batches.map(\.stored) == [5, 2])
        #expect(batches.map(\.duplicates) == [0, 4])
        // What stayed is known, what went is not.
        let again = try fixture.importing(records(1...10, id: id))
        #expect(again.stored == 3)
        #expect(again.duplicates == 7)
        #expect(try forget(2)["events"] == 0)
        #expect(Set(try touchpoints()) == Set((1...10).map { "t\($0)" }))
        #expect(try rows("PRAGMA integrity_check") == [["ok"]])
    }

    @Test func allOfThemLeaveAnEmptyStore() throws {
        try fixture.importing(records(1...5) { "\($0)" })
        try fixture.importing([.event(event("x", at: 9, person: "q", ["colour": "red"]))], source: "t")
        _ = try forget(1)
        _ = try forget(2)
        for table in [
            "events", "people", "dimension_values", "batches", "sources", "event_key_runs", "event_id_chunks",
        ] {
            #expect(try rows("SELECT count(*) FROM \(table)") == [["0"]], "\(table)")
        }
        #expect(try rows("SELECT count(*) FROM dimensions") == [["3"]])
        #expect(try fixture.importing(records(1...5) { "\($0)" }).stored == 5)
        #expect(throws: ForgettingError.self) { try forget(7) }
    }

    @Test func theNewestHoldsUntilItsImportGoes() throws {
        func version(_ status: String) -> [JourneyRecord] {
            [.event(event("request", at: 1, id: "1", person: "a", ["status": status]))]
        }
        func status() throws -> [[String?]] { try rows("SELECT status FROM journey_events") }
        try fixture.importing(version("open"))
        let kept = try fixture.importing(version("shut"))
        #expect(kept.changed == 1 && kept.updated == 0 && kept.duplicates == 1)
        #expect(try status() == [["open"]])
        let writer = try StoreWriter(path: fixture.path)
        let taken = try writer.importBatch(
            source: "s",
            format: "test",
            fileName: nil,
            now: Timestamp(milliseconds: 0),
            choices: ImportChoices(update: .newest)
        ) { sink in for record in version("closed") { try sink.take(record) } }
        #expect(taken.changed == 1 && taken.updated == 1)
        #expect(try status() == [["closed"]])
        #expect(try rows("SELECT kind FROM changes ORDER BY generation DESC LIMIT 1") == [["update"]])
        _ = try forget(3)
        #expect(try status() == [["open"]])
        // The second kept what was there; without the first it is the first.
        _ = try forget(1)
        #expect(try status() == [["shut"]])
    }

    @Test func recordsBesideTheEvents() throws {
        func consent(_ person: String) -> JourneyRecord {
            .consent(
                ConsentRecord(
                    person: person,
                    time: Timestamp(milliseconds: 5),
                    status: .granted,
                    purpose: "letters"
                )
            )
        }
        func region(_ person: String, _ value: String) -> JourneyRecord {
            .personTrait(person: person, trait: NamedValue("region", value))
        }
        func regions() throws -> [[String?]] {
            try rows(
                """
                SELECT p.name, v.value FROM person_traits t JOIN people p ON p.id = t.person
                JOIN dimension_values v ON v.dimension = t.trait AND v.code = t.value ORDER BY p.name
                """
            )
        }
        try fixture.importing([consent("a"), consent("b"), region("a", "north"), region("b", "north")])
        try fixture.importing([consent("b"), consent("c"), region("a", "south"), region("b", "north")])
        _ = try forget(1)
        #expect(
            try rows("SELECT p.name FROM consents c JOIN people p ON p.id = c.person ORDER BY c.id") == [["b"], ["c"]]
        )
        #expect(try regions() == [["a", "south"], ["b", "north"]])
        #expect(try fixture.importing([consent("a"), consent("b")]).stored == 1)
        try fixture.importing([region("a", "west")])
        #expect(try regions().first == ["a", "west"])
        _ = try forget(4)
        #expect(try regions().first == ["a", "south"])
    }

    @Test func personsComeApartAgain() throws {
        try fixture.importing([
            .event(event("x", at: 1, person: "a")), .event(event("x", at: 2, person: "b")),
        ])
        let alias = AliasRecord(alias: "b", person: "a", time: Timestamp(milliseconds: 0), reason: "")
        try fixture.importing([.alias(alias)])
        #expect(try StoreReader(path: fixture.path).summary().people == 1)
        _ = try forget(2)
        #expect(try StoreReader(path: fixture.path).summary().people == 2)
        #expect(try fixture.importing([.alias(alias)]).stored == 1)
        #expect(try StoreReader(path: fixture.path).summary().people == 1)
    }

    @Test func whoWasErasedDoesNotComeBack() throws {
        let records = records(1...4) { $0 % 2 == 0 ? "\($0)" : nil }
        try fixture.importing(records)
        let plan = try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: ["p1", "p2"]))
        _ = try StoreWriter(path: fixture.path).erase(plan)
        _ = try forget(1)
        let again = try fixture.importing(records)
        #expect(again.stored == 2)
        #expect(try touchpoints() == ["t3", "t4"])
    }

    @Test func idsOfTwoSourcesAreCounted() throws {
        try fixture.importing(records(1...5) { $0 == 1 ? "one" : "\($0)" })
        let other = try fixture.importing(records(1...7) { $0 == 1 ? "one" : "\($0)" }, source: "t")
        #expect(other.stored == 7)
        #expect(other.sharedIDs == 5)
        #expect(other.likeOthers == 5)
        let findings = try StoreReader(path: fixture.path).summary().findings
        #expect(findings.first { $0.title == .idsOfTwoSources }?.count == 5)
        _ = try forget(1)
        let left = try StoreReader(path: fixture.path).summary().findings
        #expect(!left.contains { $0.title == .idsOfTwoSources })
    }
}
