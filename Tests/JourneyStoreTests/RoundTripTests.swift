import Foundation
import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// What goes into a store comes out of it, against a builder that never saw a database.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<12 as Range<UInt64>)
    func randomRecordsComeBack(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let events = random.events(seed < 10 ? 300 : 3)
        let side = random.sideRecords(80)
        let fixture = try StoreFixture()
        // In two batches, so that names of the first are met again in the second.
        let half = events.count / 2
        try fixture.importing(events[..<half].map(JourneyRecord.event), source: "one")
        try fixture.importing(events[half...].map(JourneyRecord.event) + side, source: "two")
        var builder = SnapshotBuilder()
        var seen: Set<String> = []
        for (index, event) in events.enumerated() {
            let source = index < half ? "one" : "two"
            if let id = event.eventID, !seen.insert("\(source) \(id)").inserted { continue }
            builder.add(event)
        }
        builder.side = side
        let expected = builder.snapshot()
        let found = try fixture.snapshot()
        #expect(PlainSnapshot(found).difference(from: PlainSnapshot(expected)) == nil)
        let asked = expected.asAsked
        #expect(found.preferences == asked.preferences)
        #expect(found.consents == asked.consents)
        #expect(found.feedback == asked.feedback)
        #expect(found.costs == asked.costs)
        #expect(found.assessments == asked.assessments)
        func words(_ column: String, of table: String) throws -> [String?] {
            try SQLiteFile.rows(fixture.path, "SELECT \(column) FROM \(table) ORDER BY id").map { $0[0] }
        }
        #expect(try words("comment", of: "feedback") == expected.feedback.map(\.comment))
        #expect(try words("basis", of: "consents") == expected.consents.map(\.basis))
        #expect(try words("source", of: "costs") == expected.costs.map(\.source))
        #expect(try words("text", of: "annotations") == expected.annotations.map(\.text))
        #expect(try words("service", of: "annotations") == expected.annotations.map(\.service))
        #expect(try words("time", of: "annotations") == expected.annotations.map { "\($0.time.milliseconds)" })
        #expect(found.channelKinds == expected.channelKinds)
        #expect(!found.isDemo)
    }

    @Test func anEmptyStoreIsAnEmptySnapshot() throws {
        let fixture = try StoreFixture()
        _ = try StoreWriter(path: fixture.path)
        let snapshot = try fixture.snapshot()
        #expect(snapshot.events.time.isEmpty)
        #expect(snapshot.events.dimensions.map(\.name) == ["touchpoint", "channel", "service"])
        #expect(snapshot.generation == 0)
    }

    @Test func laterDimensionsAreMissingInOlderRows() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1, id: "1"))])
        try fixture.importing([.event(event("b", at: 2, id: "2", ["region": "north", "Region": "N"]))])
        let rows = PlainSnapshot(try fixture.snapshot()).events.map(\.dimensions)
        #expect(rows == [["touchpoint": "a"], ["touchpoint": "b", "region": "north", "Region": "N"]])
    }

    /// Beyond the staging buffer: rows wait in a file that has no name.
    @Test func largeImportsAreStagedOutsideOfMemory() throws {
        let fixture = try StoreFixture()
        let note = String(repeating: "x", count: 5000)
        var records: [EventRecord] = []
        for index in 0..<3000 {
            var record = event("t\(index % 7)", at: Int64(index), id: "e\(index)", person: "p\(index % 100)")
            record.attributes = [NamedValue("note", note + "\(index)")]
            records.append(record)
        }
        try fixture.importing(records.map(JourneyRecord.event))
        #expect(try fixture.names() == ["journeys.cxm"])
        let reader = try StoreReader(path: fixture.path)
        var builder = SnapshotBuilder()
        for record in records { builder.add(record) }
        #expect(PlainSnapshot(try reader.snapshot()).difference(from: PlainSnapshot(builder.snapshot())) == nil)
        let view = try SQLiteFile.rows(fixture.path, "SELECT attributes FROM journey_events WHERE event_id = 'e2999'")
        #expect(view == [["{\"note\":\"\(note)2999\"}"]])
    }

    @Test func theViewShowsNamesInPlaceOfCodes() throws {
        let fixture = try StoreFixture()
        var record = event("start", at: 1500, id: "42", person: "ann", ["time": "late", "region": "north"])
        record.attributes = [NamedValue("note", "a \"b\"\n")]
        try fixture.importing([.event(record)], source: "crm")
        try fixture.importing([.event(event("end", at: 0, case: "c1"))], source: "web")
        let columns = #"id, source, event_id, time, time_utc, person, "case", touchpoint, region, dim_5, attributes"#
        let rows = try SQLiteFile.rows(fixture.path, "SELECT \(columns) FROM journey_events ORDER BY id")
        #expect(
            rows == [
                [
                    "1", "crm", "42", "1500", "1970-01-01T00:00:01.500Z", "ann", nil, "start", "north", "late",
                    #"{"note":"a \"b\"\n"}"#,
                ],
                ["2", "web", nil, "0", "1970-01-01T00:00:00.000Z", nil, "c1", "end", nil, nil, nil],
            ]
        )
    }

    @Test func demoIsRemembered() throws {
        let fixture = try StoreFixture()
        try StoreWriter(path: fixture.path).setDemo(true)
        let reader = try StoreReader(path: fixture.path)
        #expect(try reader.snapshot().isDemo)
        #expect(try reader.summary().isDemo)
        #expect(try reader.stamp().generation == 1)
    }
}
