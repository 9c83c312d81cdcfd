import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Persons with several ids (D26).
@Suite struct IdentityTests {
    private func alias(_ alias: String, _ person: String) -> JourneyRecord {
        .alias(AliasRecord(alias: alias, person: person, time: Timestamp(milliseconds: 0), reason: "login"))
    }

    @Test func theOldestIDStandsForAll() throws {
        let fixture = try StoreFixture()
        try fixture.importing([
            .event(event("a", at: 1, person: "cookie")), .event(event("b", at: 2, person: "ann")),
            .event(event("c", at: 3, person: "bob")), alias("ann", "cookie"), alias("phone-1", "ann"),
            .preference(
                PreferenceRecord(
                    person: "phone-1",
                    time: Timestamp(milliseconds: 1),
                    kind: .asked,
                    purpose: .access
                )
            ),
            .personTrait(person: "ann", trait: NamedValue("region", "north")),
        ])
        let reader = try StoreReader(path: fixture.path)
        let merged = try reader.snapshot()
        #expect(PlainSnapshot(merged).events.map(\.person) == ["cookie", "cookie", "bob"])
        #expect(merged.people.names == ["cookie", "bob"])
        #expect(merged.preferences.map(\.person) == ["cookie"])
        #expect(PlainSnapshot(merged).traits == ["person.region": ["cookie": "north"]])
        #expect(merged.mergedIdentities == 2)
        let summary = try reader.summary()
        #expect(summary.people == 2)
        #expect(summary.mergedIdentities == 2)
        let report = IdentityReport(ids: 4, persons: 2, merges: 2, personsWithEvents: 2)
        #expect(try reader.identities() == report)
    }

    @Test func aMergeCanBeUndone() throws {
        let fixture = try StoreFixture()
        let events = [JourneyRecord.event(event("a", at: 1, person: "x")), .event(event("b", at: 2, person: "y"))]
        try fixture.importing(events)
        let before = PlainSnapshot(try fixture.snapshot())
        try fixture.importing([alias("y", "x")])
        #expect(try fixture.snapshot().people.names == ["x"])
        let writer = try StoreWriter(path: fixture.path)
        #expect(try writer.removeAlias("y", of: "x"))
        #expect(try !writer.removeAlias("y", of: "x"))
        #expect(PlainSnapshot(try fixture.snapshot()).difference(from: before) == nil)
        #expect(try writer.importing([alias("y", "x")]).stored == 1)
    }

    /// Against the obvious way: relabel until nothing changes.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func componentsAgreeWithRelabelling(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let count = 12
        let edges = (0..<Int.random(in: 0...10, using: &generator)).map { _ in
            (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
        }
        var label = Array(0..<count)
        for _ in 0..<count {
            for (left, right) in edges {
                let lowest = min(label[left], label[right])
                label[left] = lowest
                label[right] = lowest
            }
        }
        let fixture = try StoreFixture()
        try fixture.importing((0..<count).map { .event(event("t", at: Int64($0), person: "p\($0)")) })
        try fixture.importing(edges.map { alias("p\($0.0)", "p\($0.1)") })
        let reader = try StoreReader(path: fixture.path)
        #expect(PlainSnapshot(try reader.snapshot()).events.map(\.person) == label.map { "p\($0)" })
        #expect(try reader.summary().people == Set(label).count)
        #expect(try reader.snapshot().mergedIdentities == count - Set(label).count)
    }
}
