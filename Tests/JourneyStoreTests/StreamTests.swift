import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Reading a store piece by piece, against the snapshot that holds all of it.
@Suite struct StreamTests {
    /// The snapshot that the pieces make: what an index does.
    private func assembled(_ store: StoreReading, blockSize: Int) throws -> JourneySnapshot {
        func names(_ kind: StoreReading.Names) throws -> [String] {
            var names: [String] = []
            try store.names(of: kind) { names.append(String(decoding: $0, as: UTF8.self)) }
            // Any later beginning gives the same.
            var rest: [String] = []
            try store.names(of: kind, after: names.count / 2 - 1) { rest.append(String(decoding: $0, as: UTF8.self)) }
            #expect(rest == Array(names.dropFirst(names.count / 2)))
            return names
        }
        var snapshot = try store.tables()
        snapshot.people.names = try names(.people)
        snapshot.cases.names = try names(.cases)
        snapshot.sessions = try names(.sessions)
        snapshot.people.traits = try store.traits(of: .person)
        snapshot.cases.traits = try store.traits(of: .case)
        let canonical = Dictionary(uniqueKeysWithValues: try store.canonicalPeople().map { ($0.alias, $0.person) })
        try store.events(blockSize: blockSize) { block in
            let table = block.events
            #expect(table.dimensions.map(\.name) == snapshot.events.dimensions.map(\.name))
            let none = [Double](repeating: .nan, count: block.count)
            snapshot.events.time += table.time
            snapshot.events.recorded += table.recorded.isEmpty ? table.time : table.recorded
            snapshot.events.sequence += table.sequence.isEmpty ? table.time.map { _ in 0 } : table.sequence
            snapshot.events.duration += table.duration.isEmpty ? table.time.map { _ in -1 } : table.duration
            snapshot.events.cost += table.cost.isEmpty ? none : table.cost
            snapshot.events.person += table.person.map { canonical[$0] ?? $0 }
            snapshot.events.caseID += table.caseID
            snapshot.events.session += table.session
            for (index, column) in table.dimensions.enumerated() {
                snapshot.events.dimensions[index].codes += column.codes
            }
        }
        snapshot.events.dimensions[3...].sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return snapshot
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func thePiecesAreTheSnapshot(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let fixture = try StoreFixture()
        let aliases = (0..<6).map { _ in
            JourneyRecord.alias(
                AliasRecord(
                    alias: random.name("p", 30),
                    person: random.name("p", 30),
                    time: Timestamp(milliseconds: 0),
                    reason: "login"
                )
            )
        }
        try fixture.importing(random.events(80).map(JourneyRecord.event) + random.sideRecords(40), source: "one")
        // Names that only duplicates bring leave gaps in the codes.
        try fixture.importing(random.events(80).map(JourneyRecord.event) + aliases, source: "one")
        let reader = try StoreReader(path: fixture.path)
        let expected = try reader.snapshot()
        let found = try reader.reading { try assembled($0, blockSize: [1, 7, 1000][Int(seed % 3)]) }
        let plain = PlainSnapshot(found)
        let plainExpected = PlainSnapshot(expected)
        #expect(plain.events == plainExpected.events)
        #expect(plain.dimensions == plainExpected.dimensions)
        #expect(plain.values.mapValues { $0.subtracting([""]) } == plainExpected.values)
        #expect(plain.people.isSuperset(of: plainExpected.people))
        #expect(plain.traits == plainExpected.traits)
        #expect(found.preferences == expected.preferences)
        #expect(found.consents == expected.consents)
        #expect(found.feedback == expected.feedback)
        #expect(found.roles == expected.roles)
        #expect(found.channelKinds == expected.channelKinds)
        #expect(found.mergedIdentities == expected.mergedIdentities)
        #expect(found.generation == expected.generation)
    }

    @Test func onlyLaterEventsAreRead() throws {
        let fixture = try StoreFixture()
        for file in 0..<3 {
            let events = (0..<10).map { event("t", at: Int64($0), id: "\(file * 5 + $0)", person: "p\(file)") }
            try fixture.importing(events.map(JourneyRecord.event))
        }
        let reader = try StoreReader(path: fixture.path)
        var numbers: [Int64] = []
        var shares: [Double] = []
        try reader.reading { store in
            try store.events(after: 10, blockSize: 3, progress: { shares.append($0) }) { numbers += $0.numbers }
        }
        // Numbers 11 to 15 and 21 to 25 went to duplicates.
        #expect(numbers == Array(16...20) + Array(26...30))
        #expect(shares.last == 1)
        #expect(shares == shares.sorted())
        #expect(throws: CancellationError.self) {
            try reader.reading { try $0.events(isCancelled: { true }) { _ in } }
        }
    }
}
