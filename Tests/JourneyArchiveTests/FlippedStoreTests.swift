import Foundation
import JourneyArchive
import JourneyIndex
import JourneyModel
import JourneyStore
import TestSupport
import Testing

/// Stores with a bit that fell over, anywhere: every question is answered or refused in words. A trap ends the process, and
/// with it the test.
@Suite("A store with a flipped bit")
struct FlippedStoreTests {
    @Test("is answered from or refused, by whoever opens it", arguments: 0..<12 as Range<UInt64>)
    func anywhere(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let fixture = try ArchiveFixture(seed: seed, events: 150)
        let whole = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        // What is 0 is mostly not used.
        let used = whole.indices.filter { whole[$0] != 0 }
        for _ in 0..<25 {
            var bytes = whole
            let place = Int.random(in: 0..<8, using: &random) == 0 ? bytes.indices.randomElement(using: &random) : nil
            guard let place = place ?? used.randomElement(using: &random) else { continue }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: for next in place..<min(place + 6, bytes.endIndex) { bytes[next] = 0xFF }
            default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            try FileManager.default.removeItem(atPath: fixture.place.path)
            try bytes.write(to: URL(fileURLWithPath: fixture.path))
            await expectWords(of: place) { _ = try await fixture.answers() }
            await expectWords(of: place) { _ = try StoreReader(path: fixture.path).summary() }
            if Bool.random(using: &random) {
                await expectWords(of: place) { try fixture.take(ArchiveFixture.town(seed: seed + 1, events: 20)) }
            } else {
                await expectWords(of: place) {
                    let plan = try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: ["p1"]))
                    _ = try StoreWriter(path: fixture.path).erase(plan)
                }
            }
            await expectWords(of: place) { _ = try await fixture.answers() }
            try? FileManager.default.createDirectory(atPath: fixture.place.path, withIntermediateDirectories: true)
        }
    }

    /// What is thrown is an error that people are told of, and no other.
    private func expectWords(of place: Int, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch let error as StoreError {
            #expect(!error.message.isEmpty)
        } catch is ErasureError {
        } catch is AnalysisError {
        } catch {
            Issue.record("byte \(place): \(error)")
        }
    }
}
