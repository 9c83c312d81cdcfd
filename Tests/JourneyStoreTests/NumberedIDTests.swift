import GRDB
import JourneyFormats
import JourneyModel
import Testing

@testable import JourneyStore

/// Ids that are plain numbers, as a set of their own, against a plain set of texts.
@Suite struct NumberedIDTests {
    /// What an import does with ids, without the rest of it.
    private func stored(
        _ ids: [String],
        source: String,
        blocks: Int,
        spareChunks: Int,
        isLoaded: Bool,
        in database: Database
    ) throws -> [String] {
        let connection = try #require(database.sqliteConnection)
        let names = try ImportNames(connection)
        let origin = BatchOrigin(source: source, format: "test", fileName: nil, importedAt: 0)
        var hash = StableHash()
        hash.add(source)
        let keys = try StoredKeys(connection, besideStore: "/nowhere/store")
        let numbers = try NumberedIDs(
            connection,
            source: origin.sourceNumber(in: connection),
            spareChunks: spareChunks
        )
        if isLoaded { try numbers.load() }
        let coding = BlockCoding(names: names, hash: EventHash(source: hash), rows: 16)
        let check = BlockCheck(
            names: names,
            keys: EventKeys(stored: keys, besideStore: "/nowhere/store"),
            numbers: numbers,
            hash: EventHash(source: hash),
            contents: KnownContents(besideStore: "/nowhere/store", update: .keep, saysTheSame: true),
            firstEvent: 0,
            importedAt: 0
        )
        var found: [String] = []
        for block in 0..<blocks {
            let first = ids.count * block / blocks
            var batch = EventBatchBuilder()
            for id in ids[first..<ids.count * (block + 1) / blocks] { batch.append(event("t", at: 0, id: id)) }
            try coding.append(batch.take())
            let events = coding.takeBlock()
            try check.check(events)
            found += events.numbers.map { ids[Int($0)] }
        }
        try check.storeKeys(in: connection, tick: {})
        return found
    }

    /// An id that is a number, or looks like one.
    private func id(_ kind: Int, _ generator: inout SplitMix64) -> String {
        let number =
            switch kind {
            case 0: Int64.random(in: 0..<3000, using: &generator)
            case 1: Int64.random(in: -100_000...100_000, using: &generator)
            case 2: Int64.random(in: 0..<4, using: &generator) * 1_000_000_007
            default: Int64.random(in: -2_000_000_000_000_000_000...2_000_000_000_000_000_000, using: &generator)
            }
        return switch Int.random(in: 0..<12, using: &generator) {
        case 0: "0\(number)"
        case 1: "+\(number)"
        case 2: "\(number)0000000000000000000"
        case 3: "-0"
        default: "\(number)"
        }
    }

    @Test(arguments: 0..<32 as Range<UInt64>)
    func idsAgreeWithASetOfTexts(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        // Few spare chunks: most sources come to hash numbers, in the middle of a block.
        let spareChunks = [0, 1, 3, 40, 1 << 16][Int(seed) % 5]
        var known: [String: Set<String>] = [:]
        var met: [String] = []
        for _ in 0..<6 {
            let source = ["one", "two"].randomElement(using: &generator) ?? ""
            let kind = Int.random(in: 0..<4, using: &generator)
            var ids = (0..<Int.random(in: 1...400, using: &generator)).map { _ in id(kind, &generator) }
            for index in ids.indices where Int.random(in: 0..<5, using: &generator) == 0 {
                ids[index] = met.randomElement(using: &generator) ?? ids[index]
            }
            met += ids
            let found = try queue.write { database in
                try stored(
                    ids,
                    source: source,
                    blocks: [1, 3, 20].randomElement(using: &generator) ?? 1,
                    spareChunks: spareChunks,
                    isLoaded: Bool.random(using: &generator),
                    in: database
                )
            }
            #expect(found == ids.filter { known[source, default: []].insert($0).inserted })
        }
        let counts = try queue.read { database in
            try Int.fetchAll(
                database,
                sql: "SELECT total(count) FROM event_key_runs UNION ALL SELECT total(count) FROM event_id_chunks"
            )
        }
        #expect(counts.reduce(0, +) == known.values.reduce(0) { $0 + $1.count })
    }

    /// As many blocks of ids as a system counts up take a range each chunk.
    @Test func idsInARowAreRanges() throws {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        let ids = (0..<140_000).map { "\($0)" }
        for (part, isLoaded) in [(ids[..<70_000], true), (ids[60_000...], false)] {
            let found = try queue.write { database in
                try stored(
                    Array(part),
                    source: "s",
                    blocks: 7,
                    spareChunks: 1 << 16,
                    isLoaded: isLoaded,
                    in: database
                )
            }
            #expect(found.count == 70_000)
        }
        let chunks = try queue.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT chunk, count, form, hex(members) AS members FROM event_id_chunks ORDER BY chunk"
            )
        }
        #expect(chunks.map { $0["chunk"] as Int } == [0, 1, 2])
        #expect(chunks.map { $0["count"] as Int } == [65536, 65536, 140_000 - 131_072])
        #expect(chunks.allSatisfy { $0["form"] == "ranges" })
        #expect(chunks.map { $0["members"] as String } == ["0000FFFF", "0000FFFF", "0000DF22"])
    }

    /// Numbers that lie far apart end up hashed, in an import of the real size of chunks.
    @Test func farNumbersAreHashedInTheEnd() throws {
        var generator = SplitMix64(seed: 1)
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        let ids = (0..<1000).map { _ in "\(Int64.random(in: 0..<1_000_000_000_000_000_000, using: &generator))" }
        for expected in [ids, []] {
            let found = try queue.write { database in
                try stored(ids, source: "s", blocks: 3, spareChunks: 100, isLoaded: false, in: database)
            }
            #expect(found == expected)
        }
        let counts = try queue.read { database in
            try Int.fetchAll(
                database,
                sql: """
                    SELECT count(*) FROM event_id_chunks UNION ALL SELECT sum(count) FROM event_key_runs
                    UNION ALL SELECT hashed_numbers FROM sources
                    """
            )
        }
        #expect(counts[0] <= 102)
        #expect(counts[1] >= 898)
        #expect(counts[2] == 1)
    }
}

/// One chunk against a set.
@Suite struct NumberChunkTests {
    @Test(arguments: [0, 1, 5, 300, 4096, 4097, 6000, 30_000, 65_536])
    func aChunkAgreesWithASet(count: Int) {
        var generator = SplitMix64(seed: UInt64(count))
        for isDense in [false, true] {
            let chunk = NumberChunk()
            var set: Set<UInt16> = []
            for number in 0..<count {
                let number =
                    isDense || count > 40_000
                    ? UInt16(truncatingIfNeeded: number) : UInt16.random(in: 0 ... .max, using: &generator)
                #expect(chunk.insert(number) == set.insert(number).inserted)
            }
            #expect(chunk.count == set.count)
            let (form, bytes) = chunk.encoded()
            #expect(bytes.count <= min(8192, set.count * 2))
            let read = bytes.withUnsafeBytes { NumberChunk(form: form, bytes: $0) }
            #expect(read.count == set.count)
            let wrong = (UInt16.min ... .max).filter {
                chunk.contains($0) != set.contains($0) || read.contains($0) != set.contains($0)
            }
            #expect(wrong.isEmpty)
        }
    }

    /// Bytes that are damaged are no reason to stop.
    @Test func damagedChunksAreRead() {
        let bytes: [UInt8] = [9, 0, 3, 0, 1, 0, 2, 0, 7]
        bytes.withUnsafeBytes { bytes in
            #expect(NumberChunk(form: .ranges, bytes: bytes).count == 2)
            #expect(NumberChunk(form: .numbers, bytes: bytes).count == 4)
            #expect(NumberChunk(form: .bits, bytes: bytes).count == 9)
            #expect(NumberChunk(form: nil, bytes: bytes).count == 0)
        }
    }
}
