import JourneyModel
import JourneyStore
import Testing

/// What `cxm info` says of a store.
@Suite struct SummaryTests {
    @Test func countsWhatIsThere() throws {
        let fixture = try StoreFixture()
        var early = event("a", at: -1, id: "1", person: "p", ["channel": "web", "region": "n"])
        early.traits = [NamedValue("person.age", "30")]
        try fixture.importing(
            [
                .event(early),
                .event(event("b", at: 700_000_000_000, id: "2", case: "c", ["service": "s", "channel": "app"])),
                .event(event("b", at: 3_000_000_000_000, id: "3")), .event(event("b", at: 3_000_000_000_000, id: "3")),
            ],
            rejects: [Reject(line: 9, reason: "no time", raw: "x")],
            source: "crm"
        )
        let row = JourneyRecord.event(event("b", at: 800_000_000_000, person: "q"))
        try fixture.importing([row, row], source: "app", now: 900_000_000_000)
        let summary = try StoreReader(path: fixture.path).summary()
        #expect(summary.events == 5)
        #expect(
            [summary.people, summary.cases, summary.touchpoints, summary.channels, summary.services] == [2, 1, 2, 2, 1]
        )
        #expect(summary.from == Timestamp(milliseconds: -1))
        // What is later than the import is in the future.
        #expect(summary.to == Timestamp(milliseconds: 800_000_000_000))
        #expect(summary.dimensions.map(\.name) == ["touchpoint", "channel", "service", "region", "person.age"])
        #expect(summary.dimensions.map(\.count) == [2, 2, 1, 1, 1])
        #expect(summary.sources.map(\.name) == ["app", "crm"])
        let source = try #require(summary.sources.last)
        #expect([source.read, source.stored, source.duplicates, source.rejected, source.imports] == [5, 3, 1, 1, 1])
        #expect(source.lastImport == Timestamp(milliseconds: 2_000_000_000_000))
        #expect(source.fileName == "test.csv")
        #expect(summary.rejectedTotal == 1)
        #expect(summary.rejects.first?.reject == Reject(line: 9, reason: "no time", raw: "x"))
        #expect(summary.findings.map(\.count) == [2, 4, 3, 4, 1, 1, 1])
        #expect(summary.findings.allSatisfy { $0.of == 5 })
        #expect(try fixture.bytes().count == Int(summary.bytes))
    }

    @Test func rejectsComeInPages() throws {
        let fixture = try StoreFixture()
        let rejects = (1...250).map { Reject(line: $0, reason: "no time", raw: "row \($0)") }
        let summary = try fixture.importing([], rejects: rejects, source: "one")
        #expect(summary.rejects == Array(rejects.prefix(20)))
        #expect(summary.rejected == 250)
        try fixture.importing([], rejects: [Reject(line: 1, reason: "no time", raw: "row 1")], source: "two")
        let reader = try StoreReader(path: fixture.path)
        #expect(try reader.rejects(limit: 1000).count == 251)
        #expect(try reader.rejects(source: "one", offset: 240, limit: 100).map(\.reject) == Array(rejects.suffix(10)))
        #expect(try reader.rejects(source: "two", limit: 5).map(\.source) == ["two"])
        #expect(try reader.summary().rejects.count == 100)
        #expect(try reader.stamp().generation == 0)
    }

    /// Against the obvious way: of each subject, the instants at which it has two or more events (D1). The subject is the
    /// person where the file has persons, else the case.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func tiesAgreeWithCountingByHand(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let usesPersons = seed % 2 == 0
        var events = (0..<200).map { index in
            var event = event(
                "t",
                at: Int64.random(in: 0..<40, using: &generator),
                id: "\(index)",
                person: usesPersons && Int.random(in: 0..<3, using: &generator) > 0
                    ? "p\(Int.random(in: 0..<8, using: &generator))" : nil,
                case: Bool.random(using: &generator) ? "c\(Int.random(in: 0..<6, using: &generator))" : nil
            )
            if seed % 3 == 0 {
                let nanoseconds = Int64.random(in: 0..<3, using: &generator)
                event.sequence = nanoseconds == 0 ? nil : FineOrder.sequence(nanoseconds: nanoseconds, own: 0)
            }
            return event
        }
        func instant(_ event: EventRecord) -> [Int64] {
            [event.time.milliseconds, FineOrder.nanoseconds(of: event.sequence ?? 0)]
        }
        if seed % 4 < 2 { events.sort { instant($0).lexicographicallyPrecedes(instant($1)) } }
        let named = events.filter { (usesPersons ? $0.person : $0.caseID) != nil }
        let bySubject = Dictionary(grouping: named) { usesPersons ? $0.person : $0.caseID }
        let expected = bySubject.values.reduce(0) { sum, events in
            sum + Dictionary(grouping: events, by: instant).values.count { $0.count > 1 }
        }
        let fixture = try StoreFixture()
        #expect(try fixture.importing(events.map(JourneyRecord.event)).ties == expected)
    }

    @Test("the data reach to the latest event that is not later than its recording or import, whatever is erased")
    func reach() throws {
        let fixture = try StoreFixture()
        var late = event("a", at: 900, id: "1", person: "late")
        late.recorded = Timestamp(milliseconds: 800)
        var told = event("a", at: 700, id: "2", person: "told")
        told.recorded = Timestamp(milliseconds: 5000)
        try fixture.importing(
            [.event(late), .event(told), .event(event("a", at: 600, id: "3")), .event(event("a", at: 2000, id: "4"))],
            now: 1000
        )
        try fixture.importing([.event(event("a", at: 100, id: "5"))], source: "other", now: 3000)
        func reach() throws -> DataReach { try StoreReader(path: fixture.path).reading { try $0.reach() } }
        let imported = Timestamp(milliseconds: 3000)
        #expect(try reach() == DataReach(horizon: Timestamp(milliseconds: 700), later: 2, imported: imported))
        let plan = try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: ["told"]))
        _ = try StoreWriter(path: fixture.path).erase(plan)
        #expect(try reach() == DataReach(horizon: Timestamp(milliseconds: 600), later: 2, imported: imported))
    }
}
