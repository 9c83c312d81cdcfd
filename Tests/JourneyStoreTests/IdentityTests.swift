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

    /// Which ids are one at any time, told by the tree, is what all edges up to then say.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func theTreeKnowsSinceWhen(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let count = 10
        let edges = (0..<random.below(12)).map { _ in
            (left: random.below(count), right: random.below(count), time: Int64(random.below(8)))
        }
        let fixture = try StoreFixture()
        try fixture.importing((0..<count).map { .event(event("t", at: Int64($0), person: "p\($0)")) })
        for edge in edges {
            let time = Timestamp(milliseconds: edge.time)
            let record = AliasRecord(alias: "p\(edge.left)", person: "p\(edge.right)", time: time, reason: "login")
            try fixture.importing([.alias(record)])
        }
        let merged = try StoreReader(path: fixture.path).reading { try $0.canonicalPeople() }
        func labels(_ edges: [(left: Int, right: Int)]) -> [Int] {
            var label = Array(0..<count)
            for _ in 0..<count {
                for (left, right) in edges {
                    let lowest = min(label[left], label[right])
                    (label[left], label[right]) = (lowest, lowest)
                }
            }
            return label
        }
        for time in -1..<9 as Range<Int64> {
            let known = edges.filter { $0.time <= time }.map { (left: $0.left, right: $0.right) }
            let tree = merged.filter { $0.since <= time }.map { (left: Int($0.alias), right: Int($0.other)) }
            #expect(labels(known) == labels(tree))
        }
        #expect(
            merged.allSatisfy {
                $0.person < $0.alias && labels(edges.map { ($0.left, $0.right) })[Int($0.alias)] == Int($0.person)
            }
        )
    }

    private func trait(_ person: String, _ region: String) -> JourneyRecord {
        .personTrait(person: person, trait: NamedValue("region", region))
    }

    @Test func theNewestTraitOfAnyIDWins() throws {
        func region(_ fixture: StoreFixture) throws -> [String: String]? {
            PlainSnapshot(try StoreReader(path: fixture.path).snapshot()).traits["person.region"]
        }
        let fixture = try StoreFixture()
        try fixture.importing([
            .event(event("a", at: 1, person: "cookie")), .event(event("b", at: 2, person: "ann")),
            trait("cookie", "north"), trait("ann", "south"), alias("ann", "cookie"),
        ])
        // Known at the same moment: that of the id that stands for both.
        #expect(try region(fixture) == ["cookie": "north"])
        try fixture.importing([trait("ann", "east")])
        #expect(try region(fixture) == ["cookie": "east"])
        try fixture.importing([trait("cookie", "west")])
        #expect(try region(fixture) == ["cookie": "west"])
        // Of one import the later event.
        var early = event("c", at: 10, person: "ann")
        early.traits = [NamedValue("person.region", "hill")]
        var late = event("d", at: 20, person: "cookie")
        late.traits = [NamedValue("person.region", "dale")]
        try fixture.importing([.event(late), .event(early)])
        #expect(try region(fixture) == ["cookie": "dale"])
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
