import Foundation
import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Kills a process that imports, for good (SIGKILL), at moments of chance.
///
/// The process is this test program itself, told by the environment to run `victim` only.
@Suite struct KillTests {
    private static let variable = "CXM_KILL_TEST_STORE"
    private static let store = ProcessInfo.processInfo.environment[variable]
    private static let firstVariable = "CXM_KILL_TEST_FIRST_STORE"
    private static let firstStore = ProcessInfo.processInfo.environment[firstVariable]
    private static let canKill =
        store == nil && firstStore == nil && FileManager.default.fileExists(atPath: "/proc/self/exe")
    private static let batchSize = 3000

    private static func batch(_ number: Int) -> [JourneyRecord] {
        (0..<batchSize).map { index in
            .event(
                event("t\(index % 9)", at: Int64(index), id: "\(number)-\(index)", person: "p\(index)-\(number % 7)")
            )
        }
    }

    @Test(.enabled(if: store != nil)) func victim() throws {
        let path = try #require(Self.store)
        for number in 0..<1000 { try StoreWriter(path: path).importing(Self.batch(number), source: "kill") }
    }

    /// This test program, which imports into the store at `path`.
    private func victim(_ variable: String, _ path: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--testing-library", "swift-testing", "--filter", "JourneyStoreTests.KillTests/"]
        process.environment = ProcessInfo.processInfo.environment.merging([variable: path]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test(.enabled(if: canKill)) func aKilledImportLeavesWholeBatches() throws {
        let fixture = try StoreFixture()
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<4 {
            let imported = try? StoreReader(path: fixture.path).stamp().generation
            let process = try victim(Self.variable, fixture.path)
            let deadline = ContinuousClock.now + .seconds(180)
            while (try? StoreReader(path: fixture.path).stamp())?.generation ?? 0 <= imported ?? 0,
                ContinuousClock.now < deadline
            {
                Thread.sleep(forTimeInterval: 0.01)
            }
            Thread.sleep(forTimeInterval: Double.random(in: 0...0.3, using: &generator))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal)

            let reader = try StoreReader(path: fixture.path)
            let events = try reader.snapshot().events.time.count
            #expect(events > 0)
            #expect(events % Self.batchSize == 0)
            #expect(try reader.summary().events == events)
            #expect(try SQLiteFile.rows(fixture.path, "PRAGMA integrity_check") == [["ok"]])
            let last = events / Self.batchSize - 1
            let again = try fixture.importing(Self.batch(last) + Self.batch(last + 1), source: "kill")
            #expect(again.duplicates == Self.batchSize)
            #expect(again.stored == Self.batchSize)
            #expect(try fixture.names() == ["journeys.cxm"])
        }
    }

    private static let firstEvents = (0..<30_000).map { event("t\($0 % 9)", at: Int64($0), id: "\($0)") }

    @Test(.enabled(if: firstStore != nil)) func victimOfItsFirstImport() throws {
        try StoreWriter(path: try #require(Self.firstStore)).importing(Self.firstEvents, blockSize: 500)
    }

    /// While the events are in a file that is to take the store's place, and while it takes it.
    @Test(.enabled(if: canKill)) func aKilledFirstImportLeavesAnEmptyStoreOrAWholeOne() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<4 {
            let fixture = try StoreFixture()
            let process = try victim(Self.firstVariable, fixture.path)
            let deadline = ContinuousClock.now + .seconds(180)
            while try fixture.names().count < 2, process.isRunning, ContinuousClock.now < deadline {
                Thread.sleep(forTimeInterval: 0.001)
            }
            Thread.sleep(forTimeInterval: Double.random(in: 0...1.5, using: &generator))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()

            let isMade = try fixture.names().contains("journeys.cxm")
            let count = try isMade ? fixture.snapshot().events.time.count : 0
            #expect(count == 0 || count == Self.firstEvents.count)
            let again = try StoreWriter(path: fixture.path).importing(Self.firstEvents, blockSize: 500)
            #expect(again.stored == Self.firstEvents.count - count)
            #expect(try fixture.snapshot().events.time.count == Self.firstEvents.count)
            #expect(try fixture.names() == ["journeys.cxm"])
        }
    }
}
