import JourneyFormats
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// Events that are checked and written some at a time while the file is read, against a reference that holds all.
@Suite struct BlockTests {
    /// What the rule says of duplicates, in the plainest way.
    private struct Reference {
        private var ids: Set<String> = []
        private var rows: [String: Int] = [:]
        private(set) var events: [EventRecord] = []

        /// - Returns: how many events are stored, and how many are the same as an earlier one of the file.
        mutating func take(_ file: [EventRecord], source: String) -> (stored: Int, identical: Int) {
            var stored = 0
            var identical = 0
            var copies: [String: Int] = [:]
            for event in file {
                let isNew: Bool
                if let id = event.eventID {
                    isNew = ids.insert("\(source) \(id)").inserted
                } else {
                    let row = "\(source) \(CanonicalRow.hash(event))"
                    copies[row, default: 0] += 1
                    let copy = copies[row] ?? 0
                    if copy > 1 { identical += 1 }
                    isNew = copy > rows[row] ?? 0
                    if isNew { rows[row] = copy }
                }
                if isNew {
                    stored += 1
                    events.append(event)
                }
            }
            return (stored, identical)
        }
    }

    @Test(arguments: 0..<24 as Range<UInt64>)
    func duplicatesAreFoundWhereverTheyAre(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let fixture = try StoreFixture()
        let writer = try StoreWriter(path: fixture.path)
        var reference = Reference()
        var builder = SnapshotBuilder()
        for file in 0..<5 {
            let blockSize = [1, 2, 7, 40, 1000].randomElement(using: &random.generator) ?? 1
            let source = file % 3 == 2 ? "other" : "one"
            // Few ids and few rows, so that they come again in a block, in a file, and in a later file.
            var pool = random.events(30)
            for index in pool.indices where pool[index].eventID != nil {
                pool[index].eventID = "\(Int.random(in: 0..<20, using: &random.generator))"
            }
            let known = reference.events
            let rows = (0..<120).compactMap { _ in
                (Bool.random(using: &random.generator) ? pool : pool + known).randomElement(using: &random.generator)
            }
            let expected = reference.take(rows, source: source)
            let sink = CollectingSink()
            let summary = try writer.importing(rows, source: source, blockSize: blockSize, events: sink)
            #expect(summary.read == rows.count)
            #expect(summary.stored == expected.stored)
            #expect(summary.duplicates == rows.count - expected.stored)
            #expect(summary.identicalRows == expected.identical)
            #expect(sink.events.reduce(0) { $0 + $1.count } == expected.stored)
        }
        for event in reference.events { builder.add(event) }
        let found = PlainSnapshot(try fixture.snapshot())
        #expect(found.difference(from: PlainSnapshot(builder.snapshot())) == nil)
        let known = try SQLiteFile.rows(
            fixture.path,
            "SELECT (SELECT sum(count) FROM event_key_runs) + (SELECT sum(count) FROM event_id_chunks)"
        )
        #expect(Int(known[0][0] ?? "") == reference.events.count)
    }

    /// What the sink is handed is what a reader reads afterwards.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func theSinkIsToldWhatIsStored(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let fixture = try StoreFixture()
        let writer = try StoreWriter(path: fixture.path)
        let sink = CollectingSink()
        for file in 0..<3 {
            try writer.importing(
                random.events(150),
                source: "\(file % 2)",
                blockSize: [3, 64, 1000][file],
                events: sink
            )
        }
        let read = CollectingSink()
        try StoreReader(path: fixture.path).reading { try $0.events(blockSize: 7) { try read.take($0) } }
        #expect(sink.rows() == read.rows())
        #expect(!sink.rows().isEmpty)
    }

    /// A batch of columns and the same events one by one are the same.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func batchesAndRecordsAreTheSame(seed: UInt64) throws {
        var random = RandomRecords(seed: seed)
        let events = random.events(100)
        var batch = EventBatchBuilder()
        for event in events { batch.append(event) }
        let columns = batch.take()
        let fixture = try StoreFixture()
        let writer = try StoreWriter(path: fixture.path)
        _ = try writer.importBatch(
            source: "s",
            format: "test",
            fileName: nil,
            now: Timestamp(milliseconds: 0)
        ) { try $0.take(columns) }
        var builder = SnapshotBuilder()
        var seen: Set<String> = []
        for event in events where event.eventID.map({ seen.insert($0).inserted }) ?? true { builder.add(event) }
        let found = PlainSnapshot(try fixture.snapshot())
        #expect(found.difference(from: PlainSnapshot(builder.snapshot())) == nil)
        #expect(try writer.importing(events, blockSize: 9).stored == 0)
    }

    private struct Stop: Error {}

    @Test(arguments: [0, 1, 2, 5])
    func aSinkThatFailsEndsTheImport(block: Int) throws {
        let fixture = try StoreFixture()
        var random = RandomRecords(seed: 1)
        try fixture.importing(random.events(20).map(JourneyRecord.event))
        let before = try fixture.bytes()
        let writer = try StoreWriter(path: fixture.path)
        let sink = CollectingSink()
        sink.limit = block
        sink.error = Stop()
        #expect(throws: Stop.self) {
            try writer.importing(random.events(500), source: "other", blockSize: 10, events: sink)
        }
        try writer.close()
        #expect(try fixture.bytes() == before)
        #expect(try fixture.names() == ["journeys.cxm"])
    }

    @Test func aReaderThatFailsAfterBlocksWereWrittenLeavesTheStoreAsItWas() throws {
        let fixture = try StoreFixture()
        var random = RandomRecords(seed: 2)
        try fixture.importing(random.events(20).map(JourneyRecord.event))
        let before = try fixture.bytes()
        let writer = try StoreWriter(path: fixture.path)
        #expect(throws: Stop.self) {
            try writer.importing(blockSize: 20) { sink in
                for event in random.events(500) { try sink.take(.event(event)) }
                throw Stop()
            }
        }
        #expect(try writer.importing(random.events(30), blockSize: 4).read == 30)
        try writer.close()
        #expect(try fixture.bytes() != before)
    }

    /// More dimensions than the feed's first declaration has room for, a few more in every block.
    @Test func dimensionsMayComeInAnyBlock() throws {
        let fixture = try StoreFixture()
        let writer = try StoreWriter(path: fixture.path)
        let events = (0..<60).map { index in
            event(
                "t",
                at: Int64(index),
                id: "\(index)",
                Dictionary(uniqueKeysWithValues: (0..<index % 30).map { ("d\($0)", "v\(index % 4)") })
            )
        }
        try writer.importing(events, blockSize: 1)
        var builder = SnapshotBuilder()
        for event in events { builder.add(event) }
        #expect(PlainSnapshot(try fixture.snapshot()).difference(from: PlainSnapshot(builder.snapshot())) == nil)
    }
}
