import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import Synchronization
import TestSupport
import Testing
import Threads

@testable import JourneyIndex

/// Many at once, and those that are killed. The other processes are this test program itself.
@Suite("Many at one archive")
struct ConcurrencyTests {
    private static let opened = "CXM_TEST_OPEN"
    private static let imported = "CXM_TEST_IMPORT"
    private static func told(_ variable: String) -> String? { ProcessInfo.processInfo.environment[variable] }
    private static let isChild = told(opened) != nil || told(imported) != nil

    private final class Makers: Sendable {
        let count = Atomic(0)
    }

    private static func events(_ batch: Int) -> [JourneyRecord] {
        (0..<200).map { index in
            .event(
                EventRecord(
                    eventID: "\(batch)-\(index)",
                    person: "p\(index % 50)-\(batch % 3)",
                    time: Timestamp(milliseconds: Int64(batch * 200 + index) * .minute),
                    dimensions: [NamedValue(Dimension.touchpoint, "t\(index % 5)")]
                )
            )
        }
    }

    private static func check(_ path: String) async throws {
        let archive = try Archive(path: path, cacheFolder: nil)
        let found = try await TrustedAnalyst(archive.index(), of: archive).answer(CatalogQuestion())
        #expect(try await found == archive.reader.wholeAnalyst().answer(CatalogQuestion()))
    }

    @Test(.enabled(if: told(opened) != nil)) func opener() async throws {
        try await Self.check(#require(Self.told(Self.opened)))
    }

    @Test(.enabled(if: told(imported) != nil)) func importer() throws {
        let path = try #require(Self.told(Self.imported))
        let fixture = try ArchiveFixture()
        // Events that no importer before has brought: one that stores nothing changes nothing. Where the test comes to look
        // late, because the machine is busy, not too many.
        let first = try Int(StoreReader(path: path).stamp().generation) * 100
        for batch in first..<first + 100 { try fixture.take(Self.events(batch), into: path) }
    }

    @Test("threads that open a store without an index: one makes it", .enabled(if: !isChild), arguments: [2, 8])
    func threads(count: Int) async throws {
        let fixture = try ArchiveFixture()
        try fixture.take(ArchiveFixture.town(seed: 1, events: 500), isFed: false)
        let truth = try await fixture.truth()
        let makers = Makers()
        let shared = try fixture.archive()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                group.addTask {
                    // Some by the same archive, some by their own.
                    let archive = number % 2 == 0 ? shared : try fixture.archive()
                    var isMaker = false
                    let image = try archive.index(progress: { _ in isMaker = true })
                    if isMaker { makers.count.add(1, ordering: .relaxed) }
                    #expect(try await AnswerSheet(TrustedAnalyst(image, of: archive)) == truth)
                }
            }
            try await group.waitForAll()
        }
        #expect(makers.count.load(ordering: .relaxed) == 1)
        try fixture.expectWholeIndex()
    }

    @Test("processes that open a store without an index", .enabled(if: !isChild))
    func processes() async throws {
        let fixture = try ArchiveFixture()
        try fixture.take(ArchiveFixture.town(seed: 2, events: 500), isFed: false)
        let output = URL(fileURLWithPath: fixture.path("said"))
        let processes = try (0..<4).map { _ in
            try TestProcess.start("ConcurrencyTests/opener", Self.opened, fixture.path, output: output)
        }
        try await Self.check(fixture.path)
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        try fixture.expectWholeIndex()
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: fixture.place.path)).count == 4)
    }

    @Test("readers beside an import that goes on and is killed at any moment", .enabled(if: !isChild))
    func killed() async throws {
        let fixture = try ArchiveFixture(seed: 3, events: 100)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<4 {
            let before = try fixture.archive().stamp().generation
            let output = URL(fileURLWithPath: fixture.path("said"))
            let process = try TestProcess.start(
                "ConcurrencyTests/importer",
                Self.imported,
                fixture.path,
                output: output
            )
            let archive = try fixture.archive()
            let deadline = ContinuousClock.now + .seconds(180)
            while try archive.stamp().generation < before + 3, process.isRunning, ContinuousClock.now < deadline {
                let analyst = TrustedAnalyst(try archive.index(), of: archive)
                #expect(try await analyst.answer(CatalogQuestion()).events % 100 == 0)
            }
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...200, using: &random)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let said = try String(contentsOf: output, encoding: .utf8)
            #expect(try fixture.archive().stamp().generation >= before + 3, "\(said)")
            try await fixture.expectRightAnswers()
        }
    }

    @Test("an empty store is not waited for", .enabled(if: !isChild))
    func emptyStore() throws {
        let fixture = try ArchiveFixture()
        try fixture.take([], isFed: false)
        // As its first import does.
        let lock = try #require(try IndexLock(fixture.place))
        #expect(try fixture.archive().index().events == 0)
        withExtendedLifetime(lock) {}
    }

    @Test("who waits for the index may give up", .enabled(if: !isChild))
    func cancelled() throws {
        let fixture = try ArchiveFixture()
        try fixture.take(Self.events(0), isFed: false)
        let lock = try #require(try IndexLock(fixture.place))
        #expect(throws: CancellationError.self) { try fixture.archive().index(cancellation: Cancellation { true }) }
        withExtendedLifetime(lock) {}
        #expect(throws: CancellationError.self) { try fixture.archive().index(cancellation: Cancellation { true }) }
    }
}
