import Foundation
import GRDB
import JourneyModel
import JourneyStore
import TestSupport
import Testing
import Threads

/// A batch is in, whole, or not at all.
@Suite struct BatchTests {
    private struct Stop: Error {}

    private func records(_ count: Int, from start: Int = 0) -> [JourneyRecord] {
        (start..<start + count).map { index in
            .event(event("t\(index % 9)", at: Int64(index), id: "\(index)", person: "p\(index % 50)", ["region": "n"]))
        }
    }

    @Test(arguments: [0, 1, 5000])
    func anErrorOfTheReaderLeavesTheStoreAsItWas(count: Int) throws {
        let fixture = try StoreFixture()
        try fixture.importing(records(10))
        let before = try fixture.bytes()
        let writer = try StoreWriter(path: fixture.path)
        #expect(throws: Stop.self) {
            try writer.importBatch(
                source: "s",
                format: "test",
                fileName: nil,
                now: Timestamp(milliseconds: 0)
            ) { sink in
                for record in records(count, from: 100) { try sink.take(record) }
                throw Stop()
            }
        }
        try writer.close()
        #expect(try fixture.bytes() == before)
        #expect(try fixture.names() == ["journeys.cxm"])
    }

    /// The n-th question is answered with yes: while the file is read, and later, while rows are written.
    @Test(arguments: [1, 3, 5, 6, 7, 8, 9])
    func aCancelledImportLeavesTheStoreAsItWas(question: Int) throws {
        let fixture = try StoreFixture()
        try fixture.importing(records(10))
        let before = PlainSnapshot(try fixture.snapshot())
        let writer = try StoreWriter(path: fixture.path)
        var asked = 0
        #expect(throws: CancellationError.self) {
            try writer.importBatch(
                source: "s",
                format: "test",
                fileName: nil,
                now: Timestamp(milliseconds: 0),
                cancellation: .asking {
                    asked += 1
                    return asked == question
                },
                body: { sink in for record in records(5000, from: 100) { try sink.take(record) } }
            )
        }
        #expect(PlainSnapshot(try fixture.snapshot()).difference(from: before) == nil)
        #expect(try fixture.names() == ["journeys.cxm"])
        // The writer is as good as new.
        #expect(try writer.importing(records(5000, from: 100)).stored == 5000)
    }

    /// What a process killed in the middle of writing leaves: some pages written, and the journal of what they were.
    @Test func whatAKilledWriterLeavesIsUndone() throws {
        let fixture = try StoreFixture()
        try fixture.importing(records(20_000))
        let before = PlainSnapshot(try fixture.snapshot())
        let killed = fixture.path("killed.cxm")
        let queue = try DatabaseQueue(path: fixture.path)
        try queue.inDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = 10; BEGIN IMMEDIATE; DELETE FROM events; DELETE FROM people")
            try FileManager.default.copyItem(atPath: fixture.path, toPath: killed)
            try FileManager.default.copyItem(atPath: fixture.path + "-journal", toPath: killed + "-journal")
            try database.execute(sql: "ROLLBACK")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: killed)) != fixture.bytes())
        // Whoever may not write cannot undo it, is told so, and is not shown half a batch.
        if OtherUser.isAvailable {
            for name in ["", "killed.cxm", "killed.cxm-journal"] {
                let mode = [FileAttributeKey.posixPermissions: name.isEmpty ? 0o755 : 0o644]
                try FileManager.default.setAttributes(mode, ofItemAtPath: fixture.path(name))
            }
            OtherUser.run {
                #expect(throws: StoreError.interrupted(path: killed)) { try StoreReader(path: killed).snapshot() }
            }
        }
        #expect(PlainSnapshot(try StoreReader(path: killed).snapshot()).difference(from: before) == nil)
        #expect(try fixture.importing(records(20_000), into: killed).duplicates == 20_000)
        #expect(!FileManager.default.fileExists(atPath: killed + "-journal"))
    }

    @Test func leftoversOfDeadProcessesAreRemoved() throws {
        let fixture = try StoreFixture()
        try fixture.importing(records(1))
        // No process has this number: it is above what the kernel gives (4,194,304).
        for name in ["journeys.cxm.staging-99999999-abcdef", "journeys.cxm.new-99999999-1"] {
            try Data().write(to: URL(fileURLWithPath: fixture.path(name)))
        }
        let alive = "journeys.cxm.staging-\(ProcessInfo.processInfo.processIdentifier)-abcdef"
        // What only looks like one stays, and what is none.
        let others = [
            alive, "journeys.cxm.staging-notes.txt", "journeys.cxm.new-2024-notes.txt", "journeys.cxm.new-99999999-2",
        ]
        for name in others { try Data("mine".utf8).write(to: URL(fileURLWithPath: fixture.path(name))) }
        _ = try StoreWriter(path: fixture.path)
        #expect(try fixture.names() == (["journeys.cxm"] + others).sorted())
    }
}
