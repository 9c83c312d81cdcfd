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

    @Test(.enabled(if: store == nil && FileManager.default.fileExists(atPath: "/proc/self/exe")))
    func aKilledImportLeavesWholeBatches() throws {
        let fixture = try StoreFixture()
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<4 {
            let imported = try? StoreReader(path: fixture.path).stamp().generation
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = ["--testing-library", "swift-testing", "--filter", "KillTests"]
            process.environment = ProcessInfo.processInfo.environment.merging([Self.variable: fixture.path]) { $1 }
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            let deadline = ContinuousClock.now + .seconds(30)
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
}
