import Foundation
import GRDB
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// The two ways in which an import's pages come into the store: in a file that takes its place, or carried over.
@Suite struct DraftTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
    }

    private static func events(_ count: Int, _ prefix: String = "") -> [EventRecord] {
        (0..<count).map { index in
            event(
                "t\(index % 5)",
                at: Int64(index),
                id: "\(prefix)\(index)",
                person: "p\(index % 70)",
                index > count / 2 ? ["later": "v\(index % 3)"] : [:]
            )
        }
    }

    private func file() throws -> UInt64 {
        try FileManager.default.attributesOfItem(atPath: fixture.path)[.systemFileNumber] as? UInt64 ?? 0
    }

    private func expectWhole(_ events: [EventRecord], sourceLocation: SourceLocation = #_sourceLocation) throws {
        var builder = SnapshotBuilder()
        for event in events { builder.add(event) }
        let difference = PlainSnapshot(try fixture.snapshot()).difference(from: PlainSnapshot(builder.snapshot()))
        #expect(difference == nil, sourceLocation: sourceLocation)
        #expect(try SQLiteFile.rows(fixture.path, "PRAGMA integrity_check") == [["ok"]], sourceLocation: sourceLocation)
        #expect(try fixture.names() == ["journeys.cxm"], sourceLocation: sourceLocation)
    }

    @Test func aLargeFirstImportMakesANewFile() throws {
        let writer = try StoreWriter(path: fixture.path)
        let reader = try StoreReader(path: fixture.path)
        let later = try StoreWriter(path: fixture.path)
        #expect(try reader.snapshot().events.time.isEmpty)
        chmod(fixture.path, 0o640)
        let before = try file()
        #expect(try writer.importing(Self.events(400), blockSize: 50).stored == 400)
        #expect(try file() != before)
        let mode = try FileManager.default.attributesOfItem(atPath: fixture.path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        // Whoever had the file open before goes on with the new one.
        #expect(try reader.snapshot().events.time.count == 400)
        #expect(try later.importing(Self.events(400), blockSize: 50).stored == 0)
        #expect(try later.importing(Self.events(300, "b"), blockSize: 50).stored == 300)
        #expect(try writer.importing(Self.events(10, "c"), blockSize: 50).stored == 10)
        #expect(try reader.snapshot().events.time.count == 710)
        try expectWhole(Self.events(400) + Self.events(300, "b") + Self.events(10, "c"))
    }

    @Test(arguments: [10, 100, 1000])
    func laterImportsLeaveTheFileInItsPlace(blockSize: Int) throws {
        try fixture.importing(Self.events(3, "a").map(JourneyRecord.event))
        let before = try file()
        let writer = try StoreWriter(path: fixture.path)
        for name in ["b", "c", "d"] {
            #expect(try writer.importing(Self.events(300, name), blockSize: blockSize).stored == 300)
        }
        #expect(try file() == before)
        try expectWhole(Self.events(3, "a") + ["b", "c", "d"].flatMap { Self.events(300, $0) })
    }

    /// What has no name, no kill can leave behind.
    @Test func whatIsNotStoredNeverHasAName() throws {
        try fixture.importing(Self.events(3, "a").map(JourneyRecord.event))
        let folder = URL(fileURLWithPath: fixture.path).deletingLastPathComponent().path
        let watch = inotify_init1(Int32(IN_NONBLOCK))
        defer { close(watch) }
        let isWatched = inotify_add_watch(watch, folder, UInt32(IN_CREATE | IN_MOVED_TO)) >= 0
        try #require(isWatched)
        func hasNews() -> Bool {
            var bytes = [UInt8](repeating: 0, count: 4096)
            return read(watch, &bytes, bytes.count) > 0
        }
        for path in [fixture.path, nil] {
            let rehearsal = try StoreWriter(rehearsing: path)
            #expect(try rehearsal.importing(Self.events(300, "b"), blockSize: 50).stored == 300)
        }
        #expect(!hasNews())
        // The watch sees what there is to be seen: an import has a journal.
        #expect(try StoreWriter(path: fixture.path).importing(Self.events(300, "b"), blockSize: 50).stored == 300)
        #expect(hasNews())
    }

    /// A file with two names is written where it is.
    @Test func aFileWithAnotherNameStaysWhereItIs() throws {
        let elsewhere = try StoreFixture()
        _ = try StoreWriter(path: elsewhere.path)
        link(elsewhere.path, fixture.path)
        try StoreWriter(path: fixture.path).importing(Self.events(200), blockSize: 20)
        try expectWhole(Self.events(200))
        #expect(try elsewhere.snapshot().events.time.count == 200)
    }

    private struct Stop: Error {}

    @Test(arguments: [0, 3, 9])
    func whatEndsAFirstImportLeavesTheStoreAsItWas(after blocks: Int) throws {
        let writer = try StoreWriter(path: fixture.path)
        let before = try fixture.bytes()
        var isCancelled = false
        #expect(throws: CancellationError.self) {
            try writer.importing(blockSize: 20, isCancelled: { isCancelled }) { sink in
                for (index, event) in Self.events(200).enumerated() {
                    isCancelled = index >= blocks * 20
                    try sink.take(.event(event))
                }
            }
        }
        let sink = CollectingSink()
        sink.limit = blocks
        sink.error = Stop()
        #expect(throws: Stop.self) { try writer.importing(Self.events(200), blockSize: 20, events: sink) }
        #expect(try fixture.bytes() == before)
        #expect(try fixture.names() == ["journeys.cxm"])
        #expect(try writer.importing(Self.events(200), blockSize: 20).stored == 200)
        try expectWhole(Self.events(200))
    }

    /// Cancelled when everything has been read: while what waits is brought into the store.
    @Test(arguments: [true, false])
    func anImportCanBeCancelledAtItsEnd(isFirst: Bool) throws {
        if !isFirst { try fixture.importing(Self.events(3, "a").map(JourneyRecord.event)) }
        let writer = try StoreWriter(path: fixture.path)
        let before = try fixture.bytes()
        var left = Int.max
        let isCancelled: () -> Bool = {
            left -= 1
            return left < 0
        }
        #expect(throws: CancellationError.self) {
            try writer.importing(blockSize: 5000, isCancelled: isCancelled) { sink in
                for event in Self.events(20_000) { try sink.take(.event(event)) }
                left = 3
            }
        }
        #expect(try fixture.bytes() == before)
        #expect(try fixture.names() == ["journeys.cxm"])
        #expect(try writer.importing(Self.events(50), blockSize: 20).stored == 50)
    }

    @Test func twoFirstImportsAtOnceLoseNothing() throws {
        let writers = try (0..<2).map { _ in try StoreWriter(path: fixture.path, patience: .seconds(60)) }
        let done = DispatchGroup()
        for (index, writer) in writers.enumerated() {
            DispatchQueue.global().async(group: done) {
                #expect(throws: Never.self) {
                    try writer.importing(Self.events(500, "\(index)-"), source: "\(index)", blockSize: 60)
                }
            }
        }
        done.wait()
        #expect(try fixture.snapshot().events.time.count == 1000)
        #expect(try SQLiteFile.rows(fixture.path, "SELECT count(*), max(id) FROM events") == [["1000", "1000"]])
        #expect(try SQLiteFile.rows(fixture.path, "SELECT count(*) FROM batches") == [["2"]])
        #expect(try SQLiteFile.rows(fixture.path, "PRAGMA integrity_check") == [["ok"]])
        #expect(try fixture.names() == ["journeys.cxm"])
    }

    @Test func aStoreThatIsTakenAwayDuringItsFirstImportIsNotMadeAgain() throws {
        let writer = try StoreWriter(path: fixture.path)
        #expect(throws: StoreError.self) {
            try writer.importing(blockSize: 20) { sink in
                for event in Self.events(200) { try sink.take(.event(event)) }
                try FileManager.default.removeItem(atPath: fixture.path)
            }
        }
        #expect(try fixture.names().isEmpty)
    }

    /// Rows are carried over as they are, and not taken apart and put together again.
    @Test func rowsAreTransferredWhole() throws {
        try StoreWriter(path: fixture.path).importing(Self.events(20), blockSize: 1000)
        let queue = try DatabaseQueue(path: fixture.path)
        try queue.inDatabase { database in
            let connection = try #require(database.sqliteConnection)
            let columns = try TableColumn.all(of: "events", connection)
            #expect(columns.map(\.name).last == "dim_4")
            let table = "import_events.events(\(columns.map(\.sql).joined(separator: ", ")))"
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: "ATTACH ':memory:' AS import_events")
            try database.execute(sql: "CREATE TABLE \(table)")
            let codes = try Row.fetchAll(database, sql: "EXPLAIN \(EventDraft.transferSQL)").map {
                $0["opcode"] as String
            }
            #expect(!codes.contains("MakeRecord"))
            #expect(!codes.contains("Column"))
        }
    }
}
