import Foundation
import GRDB
import JourneyModel
import TestSupport
import Testing

@testable import JourneyStore

/// What may be opened, and what is left alone.
@Suite struct OpeningTests {
    @Test(arguments: ["text", "short", "sqlite", "wal", "zeros"])
    func aFileThatIsNoStoreIsLeftAsItIs(kind: String) throws {
        let fixture = try StoreFixture()
        let url = URL(fileURLWithPath: fixture.path)
        switch kind {
        case "text": try Data(String(repeating: "a,b,c\n", count: 200).utf8).write(to: url)
        case "short": try Data("SQLite format 3".utf8).write(to: url)
        case "zeros": try Data(count: 8192).write(to: url)
        default:
            let queue = try DatabaseQueue(path: fixture.path)
            try queue.writeWithoutTransaction { database in
                if kind == "wal" { try database.execute(sql: "PRAGMA journal_mode = WAL") }
                try database.execute(sql: "CREATE TABLE mine(a); INSERT INTO mine VALUES (1)")
            }
            try queue.close()
        }
        let before = try fixture.bytes()
        let names = try fixture.names()
        expectError({ if case .notAStore = $0 { true } else { false } }) { try StoreReader(path: fixture.path) }
        expectError({ if case .notAStore = $0 { true } else { false } }) { try StoreWriter(path: fixture.path) }
        #expect(try fixture.bytes() == before)
        #expect(try fixture.names() == names)
    }

    @Test func aLinkStandsForTheStoreItself() throws {
        let fixture = try StoreFixture()
        let files = FileManager.default
        try fixture.importing([.event(event("a", at: 1))])
        try files.createSymbolicLink(atPath: fixture.path("near.cxm"), withDestinationPath: "journeys.cxm")
        try files.createSymbolicLink(atPath: fixture.path("far.cxm"), withDestinationPath: fixture.path("near.cxm"))
        try files.createSymbolicLink(atPath: fixture.path("here"), withDestinationPath: ".")
        for name in ["near.cxm", "far.cxm", "here/journeys.cxm", "here/here/far.cxm"] {
            let path = StorePath.resolved(fixture.path(name))
            #expect(path == StorePath.resolved(fixture.path))
            #expect(try StoreReader(path: path).snapshot().events.time == [1], "\(name)")
        }
        // A store that is yet to be made is made where the link leads to; what leads nowhere stays as it was named.
        try files.createSymbolicLink(atPath: fixture.path("next.cxm"), withDestinationPath: "made.cxm")
        try fixture.importing([.event(event("b", at: 2))], into: StorePath.resolved(fixture.path("next.cxm")))
        #expect(try StoreReader(path: fixture.path("made.cxm")).snapshot().events.time == [2])
        #expect(try files.destinationOfSymbolicLink(atPath: fixture.path("next.cxm")) == "made.cxm")
        try files.createSymbolicLink(atPath: fixture.path("loop.cxm"), withDestinationPath: "loop.cxm")
        for named in [fixture.path("loop.cxm"), "town.cxm", "no/such/folder/town.cxm", ""] {
            #expect(StorePath.resolved(named) == named)
        }
    }

    @Test func aFolderIsNoStore() throws {
        let fixture = try StoreFixture()
        let folder = fixture.folder.path
        expectError({ if case .notAStore = $0 { true } else { false } }) { try StoreReader(path: folder) }
        expectError({ if case .notAStore = $0 { true } else { false } }) { try StoreWriter(path: folder) }
    }

    @Test func onlyTheWriterMakesAStore() throws {
        let fixture = try StoreFixture()
        expectError({ $0 == .missing(path: fixture.path) }) { try StoreReader(path: fixture.path) }
        #expect(try fixture.names().isEmpty)
        try Data().write(to: URL(fileURLWithPath: fixture.path))
        expectError({ if case .notAStore = $0 { true } else { false } }) { try StoreReader(path: fixture.path) }
        #expect(try fixture.bytes().isEmpty)
        try fixture.importing([.event(event("a", at: 1))])
        #expect(try fixture.snapshot().events.time == [1])
        #expect(try fixture.names() == ["journeys.cxm"])
        let elsewhere = fixture.path("no/such/folder/store.cxm")
        expectError({ if case .failed = $0 { true } else { false } }) { try StoreWriter(path: elsewhere) }
    }

    @Test(arguments: ["PRAGMA user_version = 99", "INSERT INTO grdb_migrations VALUES ('2 something newer')"])
    func aNewerStoreIsRefused(change: String) throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let open = try StoreReader(path: fixture.path)
        try SQLiteFile.run(fixture.path, change)
        let before = try fixture.bytes()
        expectError({ if case .newer = $0 { true } else { false } }) { try StoreWriter(path: fixture.path) }
        if change.hasPrefix("PRAGMA") {
            let newer = StoreError.newer(path: fixture.path, version: 99)
            expectError({ $0 == newer }) { try StoreReader(path: fixture.path) }
            expectError({ $0 == newer }) { try open.snapshot() }
        }
        #expect(try fixture.bytes() == before)
    }

    @Test func aDamagedStoreSaysSo() throws {
        let fixture = try StoreFixture()
        try fixture.importing((0..<5000).map { .event(event("t", at: Int64($0), person: "p\($0)")) })
        var bytes = try fixture.bytes()
        for index in 8192..<(bytes.count - 4096) { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
        try bytes.write(to: URL(fileURLWithPath: fixture.path))
        expectError({ if case .damaged = $0 { true } else { false } }) {
            try StoreReader(path: fixture.path).snapshot()
        }
    }

    @Test(arguments: [
        "CREATE TABLE x(a)", "INSERT INTO sources(name) VALUES ('x')", "UPDATE events SET time = 0",
        "DELETE FROM events", "DROP TABLE events", "PRAGMA user_version = 3", "PRAGMA query_only = 0",
        "PRAGMA journal_mode = WAL", "ATTACH 'x' AS y", "CREATE TEMP TABLE x(a)", "ALTER TABLE events ADD COLUMN x",
    ])
    func aReaderCannotWrite(sql: String) throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let before = try fixture.bytes()
        let reader = try StoreReader(path: fixture.path)
        #expect(throws: StoreError.self) { try reader.read { try RawStatement($0, sql).run() } }
        #expect(try fixture.bytes() == before)
        #expect(try reader.stamp().generation == 1)
    }

    /// As a user who may read the folder and the file, and write neither.
    @Test(.enabled(if: OtherUser.isAvailable), arguments: [false, true])
    func readsWhereItMayNotWrite(isWritable: Bool) throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let mode = { (path: String, mode: Int) in
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        try mode(fixture.folder.path, 0o755)
        try mode(fixture.path, isWritable ? 0o666 : 0o644)
        let before = try fixture.bytes()
        try OtherUser.run {
            let times = try StoreReader(path: fixture.path).snapshot().events.time
            #expect(times == [1])
            #expect(throws: StoreError.notWritable(path: fixture.path)) { try StoreWriter(path: fixture.path) }
        }
        try mode(fixture.path, 0o600)
        OtherUser.run {
            #expect(throws: StoreError.notReadable(path: fixture.path)) { try StoreReader(path: fixture.path) }
        }
        #expect(try fixture.bytes() == before)
        #expect(try fixture.names() == ["journeys.cxm"])
        try mode(fixture.path, 0o644)
    }

    /// Another program has set the store to a write-ahead log, and this user may make no file beside it.
    @Test(.enabled(if: OtherUser.isAvailable))
    func aStoreWithALogIsReadWhereThereIsNone() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        try SQLiteFile.run(fixture.path, "PRAGMA journal_mode = WAL")
        let mode = { (path: String, mode: Int) in
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        let before = try fixture.bytes()
        try mode(fixture.path, 0o444)
        try mode(fixture.folder.path, 0o555)
        defer { try? mode(fixture.folder.path, 0o755) }
        try OtherUser.run {
            let times = try StoreReader(path: fixture.path).snapshot().events.time
            #expect(times == [1])
        }
        #expect(try fixture.names() == ["journeys.cxm"])
        #expect(try fixture.bytes() == before)
        // What is in a log would be missed.
        try mode(fixture.folder.path, 0o755)
        try Data(count: 32).write(to: URL(fileURLWithPath: fixture.path + "-wal"))
        try mode(fixture.path + "-wal", 0o000)
        try mode(fixture.folder.path, 0o555)
        OtherUser.run {
            #expect(throws: StoreError.logNotUsable(path: fixture.path)) { try StoreReader(path: fixture.path) }
        }
    }

    /// SQLite takes such names for something else.
    @Test(arguments: ["file:town.cxm", ":memory:", "file::memory:?cache=shared", "-town.cxm", "file:a.cxm?mode=memory"])
    func everyNameIsThatOfAFile(name: String) throws {
        let fixture = try StoreFixture()
        #expect(StorePath.plain(name) == "./" + name)
        #expect(StorePath.plain(StorePath.plain(name)) == "./" + name)
        // The name may stand at the end of a path as well.
        let path = fixture.path(name)
        try fixture.importing([.event(event("a", at: 1))], into: path)
        #expect(try fixture.names() == [name])
        #expect(try StoreReader(path: path).snapshot().events.time == [1])
    }

    @Test func linksInACircleAreNoStore() throws {
        let fixture = try StoreFixture()
        let loop = fixture.path("loop.cxm")
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: "loop.cxm")
        let circle = StoreError.notAStore(path: loop, detail: "its symbolic links lead in a circle")
        expectError({ $0 == circle }) { try StoreReader(path: loop) }
        expectError({ $0 == circle }) { try StoreWriter(path: loop) }
    }

    /// SQLite's result codes (https://www.sqlite.org/rescode.html) in the store's words.
    @Test(
        arguments: [
            (13, StoreError.diskFull(path: "p")), (11, .damaged(path: "p", detail: "m")), (8, .notWritable(path: "p")),
            (776, .interrupted(path: "p")), (264, .interrupted(path: "p")), (10, .failed(path: "p", detail: "m")),
            (261, .busy(path: "p", holder: nil)), (26, .notAStore(path: "p", detail: "it is no SQLite file")),
        ] as [(Int32, StoreError)]
    )
    func resultCodesAreTranslated(code: Int32, expected: StoreError) {
        let error = StoreError.from(SQLiteFailure(code: code, message: "m"), path: "p")
        #expect(throws: expected) { throw error }
    }

    @Test func everyErrorSaysWhatToDo() {
        let errors: [StoreError] = [
            .missing(path: "p"), .notAStore(path: "p", detail: "d"), .newer(path: "p", version: 9),
            .older(path: "p", version: 0), .notReadable(path: "p"), .notWritable(path: "p"),
            .busy(path: "p", holder: nil), .interrupted(path: "p"), .damaged(path: "p", detail: "d"),
            .diskFull(path: "p"), .failed(path: "p", detail: "d"), .altered(path: "p", detail: "d"),
            .logNotUsable(path: "p"), .changing(path: "p"), .notReplaceable(path: "p", detail: "d"),
        ]
        for error in errors {
            #expect(error.message.contains("'p'"))
            #expect(!error.hint.isEmpty)
        }
        #expect(Set(errors.map(\.message)).count == errors.count)
    }

    private func expectError<Value>(
        _ isExpected: (StoreError) -> Bool,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () throws -> Value
    ) {
        do {
            _ = try body()
            Issue.record("no error", sourceLocation: sourceLocation)
        } catch let error as StoreError {
            #expect(isExpected(error), "\(error)", sourceLocation: sourceLocation)
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
    }

    /// As an import leaves it that was killed before it had changed anything of the store.
    @Test func aJournalThatWasNeverUsedIsTakenAway() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        for size in [0, 512, 9000] {
            try Data(count: size).write(to: URL(fileURLWithPath: fixture.path + "-journal"))
            #expect(try StoreReader(path: fixture.path).snapshot().events.time == [1])
            #expect(try fixture.names() == ["journeys.cxm"])
        }
    }

    @Test func aJournalOfAnImportThatIsAtWorkStays() throws {
        let fixture = try StoreFixture()
        try fixture.importing([.event(event("a", at: 1))])
        let importer = try DatabaseQueue(path: fixture.path)
        try importer.inDatabase { database in
            try database.beginTransaction(.immediate)
            try Data(count: 512).write(to: URL(fileURLWithPath: fixture.path + "-journal"))
            let times = try StoreReader(path: fixture.path).snapshot().events.time
            #expect(times == [1])
            #expect(try fixture.names() == ["journeys.cxm", "journeys.cxm-journal"])
            try database.rollback()
        }
    }
}
