import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Index files that were cut, changed, or are of something else: each is noticed before a number is believed.
@Suite("Damaged index")
struct IndexDamageTests {
    private static func build(_ place: IndexFolder, _ store: GrowingIndex) throws -> IndexImage {
        let builder = try IndexBuilder(in: place)
        try builder.take(store.events(0..<store.count))
        return try builder.finish(store.tables(store.count, knowing: nil))
    }

    /// Every file that says something of what is in the index.
    private static func files(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .map { "\(folder.path)/\($0)" }
            .filter { (try? FileManager.default.contentsOfDirectory(atPath: $0)) == nil }
            .filter { !$0.hasSuffix("/mark") && !$0.hasSuffix("/lock") }
    }

    /// Whether the index is refused, or says so after the questions; false where its answers may be believed.
    private static func isNoticed(_ place: IndexFolder, _ expected: AnswerSheet) async throws -> Bool {
        do {
            let image = try place.open()
            let sheet = try? await AnswerSheet(ColumnarAnalyst(image))
            if image.fault != nil { return true }
            #expect(sheet == expected)
            return false
        } catch is IndexFault {
            return true
        }
    }

    @Test("a flipped bit anywhere is noticed, or touches nothing that was asked for", arguments: 0..<4)
    func flippedBits(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let store = GrowingIndex(seed: UInt64(seed), events: 300)
        let folder = TemporaryFolder()
        let place = IndexFolder(folder.path, store: 7)
        let expected = try await AnswerSheet(ColumnarAnalyst(Self.build(place, store)))
        var noticed = 0
        for file in try Self.files(folder) {
            let bytes = try Data(contentsOf: URL(filePath: file))
            guard !bytes.isEmpty else { continue }
            var changed = bytes
            changed[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try changed.write(to: URL(filePath: file))
            if try await Self.isNoticed(place, expected) { noticed += 1 }
            try bytes.write(to: URL(filePath: file))
        }
        #expect(noticed >= 12)
        #expect(try await !Self.isNoticed(place, expected))
    }

    @Test("a file that was cut, emptied or taken away is noticed")
    func cutFiles() throws {
        let store = GrowingIndex(seed: 9, events: 300)
        let folder = TemporaryFolder()
        let place = IndexFolder(folder.path, store: 7)
        _ = try Self.build(place, store)
        for file in try Self.files(folder) {
            let bytes = try Data(contentsOf: URL(filePath: file))
            guard !bytes.isEmpty else { continue }
            for part in [bytes.dropLast(), Data()] {
                try part.write(to: URL(filePath: file))
                #expect(throws: IndexFault.self, "\(file)") { try place.open() }
            }
            try FileManager.default.removeItem(atPath: file)
            #expect(throws: IndexFault.self, "\(file)") { try place.open() }
            try bytes.write(to: URL(filePath: file))
        }
    }

    @Test("a file of something else, and one of another format, are no index")
    func foreign() throws {
        let folder = TemporaryFolder()
        let place = IndexFolder(folder.path, store: 7)
        #expect(throws: IndexFault.missing) { try place.open() }
        _ = try Self.build(place, GrowingIndex(seed: 1, events: 50))
        var manifest = try Data(contentsOf: URL(filePath: "\(place.path)/manifest"))
        manifest[8] = 99
        try manifest.write(to: URL(filePath: "\(place.path)/manifest"))
        #expect(throws: IndexFault.otherFormat) { try place.open() }
        try Data("%PDF-1.4 this is a letter, not an index, and long enough".utf8)
            .write(to: URL(filePath: "\(place.path)/manifest"))
        #expect(throws: IndexFault.damaged("it is no index")) { try place.open() }
    }
}
