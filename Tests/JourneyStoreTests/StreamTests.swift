import JourneyModel
import JourneyStore
import TestSupport
import Testing
import Threads

/// Reading a store piece by piece.
@Suite struct StreamTests {
    private func names(_ store: StoreReading, _ kind: StoreReading.Names, after code: Int) throws -> [String] {
        var names: [String] = []
        try store.names(of: kind, after: code) { names.append(String(decoding: $0, as: UTF8.self)) }
        return names
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func piecesOfAnySizeAreTheSame(seed: UInt64) throws {
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
        try reader.reading { store in
            let whole = PlainSnapshot(try store.snapshot())
            for size in [1, 7, 1000] { #expect(PlainSnapshot(try store.snapshot(blockSize: size)) == whole) }
            for kind in [StoreReading.Names.people, .cases, .sessions] {
                let all = try names(store, kind, after: -1)
                for code in [0, all.count / 2, all.count - 1] {
                    #expect(try names(store, kind, after: code) == Array(all.dropFirst(code + 1)))
                }
            }
        }
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
            try reader.reading { try $0.events(cancellation: Cancellation { true }) { _ in } }
        }
    }
}

/// Records beside the events, as an index reads them.
@Suite struct RecordReadingTests {
    private func preference(_ person: String, _ time: Int64, value: String) -> JourneyRecord {
        .preference(
            PreferenceRecord(
                person: person,
                time: Timestamp(milliseconds: time),
                kind: .captured,
                purpose: .communication,
                value: value
            )
        )
    }

    @Test func onlyThoseThatCameLater() throws {
        let fixture = try StoreFixture()
        try fixture.importing([preference("ann", 1, value: "post"), preference("bob", 2, value: "email")])
        try fixture.importing([preference("ann", 3, value: "phone")])
        try StoreReader(path: fixture.path).reading { store in
            let all = try store.records(.preferences, people: 2)
            #expect(all.count == 3 && all.lastRow == 3)
            let later = try store.records(.preferences, after: 2, people: 2)
            #expect(later.count == 1 && later.lastRow == 3)
            let values = try #require(later.columns.first { $0.field == .preferenceValue })
            #expect(values.texts == ["phone"] && values.cells == [1])
            #expect(try store.records(.preferences, after: 3, people: 2).lastRow == 3)
        }
    }

    /// A kind that there is not: such a row says nothing. A person whom nobody knows is a lie of the store's.
    @Test func rowsThatMakeNoSenseAreLeftOut() throws {
        let fixture = try StoreFixture()
        try fixture.importing((0..<4).map { preference("p\($0)", $0, value: "post") })
        try SQLiteFile.run(fixture.path, "UPDATE preferences SET kind = 'x' WHERE id = 2")
        let table = try StoreReader(path: fixture.path).reading { try $0.records(.preferences, people: 4) }
        #expect(table.count == 3 && table.lastRow == 4)
        #expect(table.columns.allSatisfy { $0.cells.count == 3 })
        for person in ["9", "-1", "1099511627777", "'x'"] {
            try SQLiteFile.run(
                fixture.path,
                "PRAGMA foreign_keys=OFF; UPDATE preferences SET person = \(person) WHERE id = 4"
            )
            #expect(throws: StoreError.self) {
                try StoreReader(path: fixture.path).reading { try $0.records(.preferences, people: 4) }
            }
        }
    }
}
