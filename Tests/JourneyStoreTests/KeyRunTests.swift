import GRDB
import JourneyModel
import Testing

@testable import JourneyStore

/// Keys in runs against a set of all of them.
@Suite struct KeyRunTests {
    private func database() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.inDatabase { database in
            try database.execute(
                sql: """
                    CREATE TABLE event_key_runs(run INTEGER, first INTEGER, count INTEGER, keys BLOB, events BLOB,
                      PRIMARY KEY(run, first)) WITHOUT ROWID
                    """
            )
        }
        return queue
    }

    /// Places that meet often, at both ends of what they may be; or any places.
    private func key(_ isClose: Bool, _ generator: inout SplitMix64) -> RecordKey {
        guard isClose else {
            return RecordKey(
                place: .random(in: 0 ... .max, using: &generator),
                mark: .random(in: 0 ... .max, using: &generator)
            )
        }
        let place = UInt64.random(in: 0..<10, using: &generator) &- 5
        return RecordKey(place: place, mark: UInt16.random(in: 0..<400, using: &generator))
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func runsAgreeWithASet(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let isClose = seed % 3 == 0
        try database().inDatabase { database in
            let connection = try #require(database.sqliteConnection)
            var all: Set<RecordKey> = []
            var met: [RecordKey] = []
            for _ in 0..<10 {
                let stored = try StoredKeys(connection, besideStore: "/nowhere/store")
                if Bool.random(using: &generator) { try stored.load() }
                let keys = EventKeys(stored: stored, besideStore: "/nowhere/store")
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let count = [1, 3, 30, 2000].randomElement(using: &generator) ?? 1
                    var block = (0..<count).map { _ in key(isClose, &generator) }
                    for index in block.indices where Int.random(in: 0..<4, using: &generator) == 0 {
                        block[index] = met.randomElement(using: &generator) ?? block[index]
                    }
                    met += block
                    var keyed = KeyedEvents()
                    for (event, key) in block.enumerated() { keyed.append(key, of: event, isOfRow: false) }
                    var duplicates = BitSet(count: count)
                    try keys.check(keyed, &duplicates)
                    let expected = block.map { !all.insert($0).inserted }
                    #expect(block.indices.map(duplicates.contains) == expected)
                }
                try keys.store(in: connection, tick: {})
                let rows = try Row.fetchAll(
                    database,
                    sql:
                        "SELECT run, sum(count) AS n, sum(length(keys)) AS b FROM event_key_runs GROUP BY run ORDER BY run"
                )
                let counts = rows.map { $0["n"] as Int }
                #expect(counts.reduce(0, +) == all.count)
                #expect(rows.map { $0["b"] as Int } == counts.map { $0 * KeyRun.keySize })
                // Each longer than the next: there are few.
                #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 > $1 })
            }
        }
    }

    @Test(arguments: [0, 1, 2, 25, 5000])
    func keysAreSortedAsKeysAre(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        for isClose in [false, true] {
            let keys = (0..<count).map { _ in key(isClose, &generator) }
            let expected = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
            let found = KeyOrder.sorted(keys)
            #expect(found.map(\.key) == expected.map(\.element))
            #expect(found.map { Int($0.index) } == expected.map(\.offset))
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func keysAreCountedAsInADictionary(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var counts = KeyCounts()
        var expected: [RecordKey: UInt64] = [:]
        var wrong = 0
        for _ in 0..<20_000 {
            let key = key(Int.random(in: 0..<3, using: &generator) == 0, &generator)
            if counts.add(key) != expected[key, default: 0] { wrong += 1 }
            expected[key, default: 0] += 1
        }
        #expect(wrong == 0)
    }

    @Test func aLargeRunLiesInAFileWithoutAName() throws {
        let fixture = try StoreFixture()
        let run = try KeyRun(capacity: 8_000_000, besideStore: fixture.path)
        #expect(try fixture.names() == [])
        for place in 0..<8_000_000 { run.append(RecordKey(place: UInt64(place) * 3, mark: UInt16(place & 0xFFFF))) }
        var search = KeySearch(run)
        for place in stride(from: 0, to: 8_000_000, by: 1001) {
            let key = RecordKey(place: UInt64(place) * 3, mark: UInt16(place & 0xFFFF))
            let isFound = search.contains(key)
            let isOtherFound = search.contains(RecordKey(place: key.place + 1, mark: 0))
            #expect(isFound && !isOtherFound)
        }
    }
}
