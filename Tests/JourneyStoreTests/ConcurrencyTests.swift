import Foundation
import GRDB
import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Readers and importers at the same time.
@Suite struct ConcurrencyTests {
    @Test func aReaderSeesTheOldDataUntilTheImportIsIn() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let reader = try StoreReader(path: fixture.path, patience: .zero)
        let writer = try StoreWriter(path: fixture.path)
        _ = try writer.importBatch(
            source: "s",
            format: "test",
            fileName: nil,
            now: Timestamp(milliseconds: 0)
        ) { sink in
            for index in 0..<50_000 {
                try sink.take(.event(event("b", at: Int64(index), person: "p\(index)")))
                if index % 10_000 == 0 {
                    // Old readers and new ones, without waiting.
                    #expect(try reader.snapshot().events.time == [1])
                    #expect(try StoreReader(path: fixture.path, patience: .zero).stamp().generation == 1)
                }
            }
        }
        #expect(try reader.stamp().generation == 2)
        #expect(try reader.snapshot().events.time.count == 50_001)
    }

    @Test func aSecondImportWaitsAndThenSaysWhoIsAtIt() throws {
        let fixture = try StoreFixture()
        let first = try StoreWriter(path: fixture.path)
        var second = try StoreWriter(path: fixture.path, patience: .milliseconds(50))
        _ = try first.importBatch(
            source: "s",
            format: "test",
            fileName: nil,
            now: Timestamp(milliseconds: 0)
        ) { sink in
            try sink.take(.event(event("a", at: 1, id: "1")))
            second = try StoreWriter(path: fixture.path, patience: .milliseconds(50))
            let started = ContinuousClock.now
            do {
                try second.importing([.event(event("b", at: 2))])
                Issue.record("two imports at once")
            } catch StoreError.busy(_, let holder) {
                #expect(started.duration(to: .now) >= .milliseconds(50))
                let number = ProcessInfo.processInfo.processIdentifier
                #expect(holder == nil || holder?.hasPrefix("process \(number)") == true)
            }
        }
        #expect(try second.importing([.event(event("b", at: 2, id: "2"))]).stored == 1)
        #expect(PlainSnapshot(try fixture.snapshot()).events.map(\.time) == [1, 2])
    }

    /// A reader in the middle of something holds the last step up, and does not make it fail.
    @Test func anImportWaitsForAReader() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let slow = try DatabaseQueue(path: fixture.path)
        let isReading = DispatchSemaphore(value: 0)
        let done = DispatchSemaphore(value: 0)
        Thread {
            try? slow.inDatabase { database in
                try database.execute(sql: "BEGIN")
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM events")
                isReading.signal()
                Thread.sleep(forTimeInterval: 0.3)
                try database.execute(sql: "COMMIT")
            }
            done.signal()
        }.start()
        isReading.wait()
        #expect(
            try StoreWriter(path: fixture.path, patience: .milliseconds(100)).importing([.event(event("b", at: 2))])
                .stored == 1
        )
        done.wait()
        #expect(try fixture.snapshot().events.time == [1, 2])
    }

    /// Whoever is locked out says so after the wait, and can read again afterwards.
    @Test func aReaderThatIsLockedOutSaysSo() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let reader = try StoreReader(path: fixture.path, patience: .milliseconds(20))
        let queue = try DatabaseQueue(path: fixture.path)
        try queue.inDatabase { database in
            try database.execute(sql: "BEGIN EXCLUSIVE")
            do {
                _ = try reader.snapshot()
                Issue.record("read through an exclusive lock")
            } catch StoreError.busy {
                // As it must be.
            }
            try database.execute(sql: "ROLLBACK")
        }
        #expect(try reader.snapshot().events.time == [1])
    }
}
