import JourneyModel
import Testing

@testable import JourneyFormats

struct CanonicalRowTests {
    /// Values of the reference implementation (xxHash's own test vectors and its `xxhsum`).
    @Test(arguments: [
        ("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
        ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ])
    func xxHash(_ text: String, _ expected: UInt64) {
        let hash = Array(text.utf8).withUnsafeBytes { XXHash64.hash($0, seed: 0) }
        #expect(hash == expected)
    }

    private func record(_ dimensions: [NamedValue]) -> EventRecord {
        EventRecord(person: "ann", time: Timestamp(milliseconds: 5), dimensions: dimensions)
    }

    private func same(_ left: EventRecord, _ right: EventRecord) -> Bool {
        CanonicalRow.hash(left) == CanonicalRow.hash(right)
    }

    @Test func orderSequenceAndKindOfKeepingMakeNoDifference() {
        let first = record([.init("touchpoint", "open"), .init("channel", "web")])
        var second = record([.init("channel", "web"), .init("touchpoint", "open")])
        second.sequence = 4
        #expect(same(first, second))
        var third = record([.init("touchpoint", "open")])
        third.attributes = [.init("channel", "web")]
        #expect(same(first, third))
    }

    @Test func everyValueMakesADifference() {
        let base = record([.init("touchpoint", "open")])
        var changed: [EventRecord] = [record([.init("touchpoint", "opem")]), record([.init("touchpoin", "topen")])]
        for change in [
            { (row: inout EventRecord) in row.person = "bob" }, { $0.caseID = "c" }, { $0.session = "s" },
            { $0.time = Timestamp(milliseconds: 6) }, { $0.end = $0.time }, { $0.recorded = $0.time }, { $0.cost = 1 },
            { $0.duration = 1 }, { $0.traits = [.init("person.age", "3")] }, { $0.attributes = [.init("a", "b")] },
            {
                $0.person = nil; $0.caseID = "ann"
            }, { $0.dimensions.append(.init("person", "ann")) },
        ] {
            var row = base
            change(&row)
            changed.append(row)
        }
        let hashes = ([base] + changed).map { CanonicalRow.hash($0) }
        #expect(Set(hashes.map(\.high)).count == hashes.count)
        #expect(Set(hashes.map(\.low)).count == hashes.count)
    }

    /// The number itself is fixed: a store keeps it for years.
    @Test func hashIsFixed() {
        let hash = CanonicalRow.hash(record([.init("touchpoint", "open"), .init("channel", "web")]))
        #expect(String(hash.high, radix: 16) == "72e54af811f55bb7")
        #expect(String(hash.low, radix: 16) == "9bef24f783c23c27")
    }

    @Test func columnOrderInAFileMakesNoDifference() throws {
        let first = try imported("who,what,when,x\nann,open,2024-01-02T03:04:05Z,1\n", columns: columns)
        let second = try imported("x,when,what,who\n1,2024-01-02T04:04:05+01:00,open,ann\n", columns: columns)
        let left = try #require(first.events.first)
        let right = try #require(second.events.first)
        #expect(same(left, right))
    }

    private let columns = ["person=who", "touchpoint=what", "time=when"]

    @Test func noCollisionsAmongManyRows() {
        var generator = SplitMix64(seed: 5)
        var seen: Set<UInt64> = []
        var rows: Set<EventRecord> = []
        for _ in 0..<20_000 {
            var row = record([.init("touchpoint", "t\(Int.random(in: 0...20, using: &generator))")])
            row.time = Timestamp(milliseconds: Int64.random(in: 0...2000, using: &generator))
            row.person = "p\(Int.random(in: 0...50, using: &generator))"
            if rows.insert(row).inserted { #expect(seen.insert(CanonicalRow.hash(row).high).inserted) }
        }
    }
}
