import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Importing a file again stores nothing new; identical rows of one file are all kept.
@Suite struct ImportKeyTests {
    @Test(arguments: 20..<26 as Range<UInt64>)
    func importingAgainStoresNothing(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let records = random.events(200).map(JourneyRecord.event) + random.sideRecords(60)
        let rejects = [Reject(line: 3, reason: "no time", raw: "a,b"), Reject(line: 9, reason: "no time", raw: "a,b")]
        let fixture = try StoreFixture()
        let first = try fixture.importing(records, rejects: rejects)
        let before = PlainSnapshot(try fixture.snapshot())
        let reader = try StoreReader(path: fixture.path)
        let generation = try reader.stamp().generation
        let again = try fixture.importing(records, rejects: rejects)
        #expect(again.read == first.read)
        #expect(again.stored == 0)
        #expect(again.duplicates == first.stored + first.duplicates)
        #expect(again.rejected == 2)
        #expect(first.read == first.stored + first.duplicates + first.rejected)
        #expect(PlainSnapshot(try fixture.snapshot()).difference(from: before) == nil)
        #expect(try reader.stamp().generation == generation)
        #expect(try reader.rejects(limit: 10).count == 2)
        let source = try #require(try reader.summary().sources.first)
        #expect(source.imports == 2)
        #expect(source.read == first.read * 2)
        #expect(source.stored == first.stored)
    }

    @Test func identicalRowsAreKeptAndAddedOnce() throws {
        let fixture = try StoreFixture()
        let row = JourneyRecord.event(event("pay", at: 5, person: "p"))
        let other = JourneyRecord.event(event("pay", at: 6, person: "p"))
        let first = try fixture.importing([row, other, row, row])
        #expect(first.stored == 4)
        #expect(first.identicalRows == 2)
        // A file that has grown: one more copy, one more row.
        let grown = try fixture.importing([row, row, row, row, other, .event(event("pay", at: 7))])
        #expect(grown.stored == 2)
        #expect(grown.duplicates == 4)
        #expect(grown.identicalRows == 3)
        // The same rows of another source are others.
        #expect(try fixture.importing([row, row], source: "t").stored == 2)
        #expect(try fixture.snapshot().events.time.count == 8)
    }

    @Test func anIDCountsOnceASource() throws {
        let fixture = try StoreFixture()
        let summary = try fixture.importing([
            .event(event("first", at: 1, id: "7")), .event(event("second", at: 2, id: "7")),
            .event(event("third", at: 3, id: "07")),
        ])
        #expect(summary.stored == 2)
        #expect(summary.duplicates == 1)
        #expect(try fixture.importing([.event(event("x", at: 9, id: "7"))]).duplicates == 1)
        #expect(try fixture.importing([.event(event("x", at: 9, id: "7"))], source: "t").stored == 1)
        #expect(
            PlainSnapshot(try fixture.snapshot()).events.map { $0.dimensions["touchpoint"] } == ["first", "third", "x"]
        )
        #expect(
            try SQLiteFile.rows(fixture.path, "SELECT event_id, typeof(event_id) FROM events ORDER BY id")
                == [["7", "integer"], ["07", "text"], ["7", "integer"]]
        )
    }

    /// Names that only duplicates bring are not stored, nor are their traits.
    @Test func duplicatesLeaveNothingBehind() throws {
        let fixture = try StoreFixture()
        var row = event("a", at: 1, id: "1", person: "p", ["channel": "web"])
        row.traits = [NamedValue("person.region", "north")]
        try fixture.importing([.event(row)])
        var copy = event("b", at: 2, id: "1", person: "q", case: "c", ["channel": "app", "new": "x"])
        copy.traits = [NamedValue("person.region", "south")]
        try fixture.importing([.event(copy)])
        let summary = try StoreReader(path: fixture.path).summary()
        #expect(summary.people == 1)
        #expect(summary.cases == 0)
        #expect(summary.dimensions.map(\.name) == ["touchpoint", "channel", "person.region"])
        #expect(summary.dimensions.map(\.count) == [1, 1, 1])
        #expect(PlainSnapshot(try fixture.snapshot()).traits == ["person.region": ["p": "north"]])
    }

    @Test func aTraitEndsAsTheFileDoes() throws {
        let fixture = try StoreFixture()
        func trait(_ value: String) -> JourneyRecord { .personTrait(person: "p", trait: NamedValue("region", value)) }
        let file = [trait("north"), trait("south"), trait("north")]
        #expect(try fixture.importing(file).stored == 3)
        #expect(PlainSnapshot(try fixture.snapshot()).traits == ["person.region": ["p": "north"]])
        try fixture.importing([trait("east")], source: "later")
        #expect(try fixture.importing(file).stored == 0)
        #expect(PlainSnapshot(try fixture.snapshot()).traits == ["person.region": ["p": "east"]])
    }

    @Test func theLatestDeclarationWins() throws {
        let fixture = try StoreFixture()
        func roles(_ role: TouchpointRole, _ kind: Channel.Kind) -> [JourneyRecord] {
            [
                .touchpointRole(touchpoint: "landing", service: nil, role: role),
                .touchpointRole(touchpoint: "landing", service: "passport", role: .start),
                .channelKind(channel: "chat", kind: kind),
            ]
        }
        try fixture.importing(roles(.information, .digital))
        try fixture.importing(roles(.end, .assisted))
        let snapshot = try fixture.snapshot()
        #expect(
            snapshot.roles == [
                .init(touchpoint: "landing", service: nil, role: .end),
                .init(touchpoint: "landing", service: "passport", role: .start),
            ]
        )
        #expect(snapshot.channelKinds == ["chat": .assisted])
        #expect(snapshot.generation == 2)
    }
}
