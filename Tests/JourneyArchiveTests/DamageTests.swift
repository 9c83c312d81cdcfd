import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import TestSupport
import Testing

@testable import JourneyIndex

/// Damage of the index: nobody is told a wrong number, and afterwards the index is whole.
@Suite("Damage of the index")
struct DamageTests {
    enum Damage: CaseIterable {
        case flip, cut, empty, removal, garbage

        /// Replaces the file, as a mapped one is not shortened without a crash of whoever reads it.
        func apply(to file: String, _ random: inout SplitMix64) throws {
            var bytes = try Data(contentsOf: URL(filePath: file))
            try FileManager.default.removeItem(atPath: file)
            switch self {
            case .removal: return
            case .flip where bytes.isEmpty: break
            case .flip:
                let bit = UInt8.random(in: 0..<8, using: &random)
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << bit
            case .cut: bytes = bytes.dropLast()
            case .empty: bytes = Data()
            case .garbage: bytes = Data((0..<bytes.count).map { _ in UInt8.random(in: 0...255, using: &random) })
            }
            try bytes.write(to: URL(filePath: file))
        }
    }

    @Test("of every file in every way: the answers are right and the index whole again", arguments: Damage.allCases)
    func everyFile(damage: Damage) async throws {
        var random = SplitMix64(seed: 1)
        let fixture = try ArchiveFixture(seed: 1, events: 250)
        let truth = try await fixture.truth()
        for place in try fixture.indexFiles().indices {
            let file = try fixture.indexFiles()[place]
            try damage.apply(to: file, &random)
            #expect(try await fixture.answers() == truth, "\(damage) of \(file)")
            // Columns that nobody asked for may be damaged still.
            if (try? fixture.expectNoFault()) == nil {
                try FileManager.default.removeItem(atPath: fixture.place.path)
                _ = try fixture.archive().index()
            }
            try fixture.expectWholeIndex()
        }
    }

    @Test("found while questions are asked of an open index, by several at once")
    func whileOpen() async throws {
        var random = SplitMix64(seed: 2)
        let fixture = try ArchiveFixture(seed: 2)
        let truth = try await fixture.truth()
        let time = try #require(try fixture.indexFiles().first { $0.hasSuffix("/time.8") })
        try Damage.flip.apply(to: time, &random)
        let archive = try fixture.archive()
        let analyst = TrustedAnalyst(try archive.index(), of: archive)
        let sheets = try await withThrowingTaskGroup(of: AnswerSheet.self) { group in
            for _ in 0..<6 { group.addTask { try await AnswerSheet(analyst) } }
            return try await group.reduce(into: [AnswerSheet]()) { $0.append($1) }
        }
        for sheet in sheets { #expect(sheet == truth) }
        try fixture.expectWholeIndex()
    }

    @Test("a place that damages whatever is written to it is given up")
    func badPlace() async throws {
        var random = SplitMix64(seed: 3)
        let fixture = try ArchiveFixture(seed: 3)
        let truth = try await fixture.truth()
        let archive = try fixture.archive()
        for _ in 0..<8 {
            let time = try #require(try fixture.indexFiles().first { $0.hasSuffix("/time.8") })
            try Damage.flip.apply(to: time, &random)
            // As after a start of the program, the files are opened again.
            let image = try (try? fixture.place.open()) ?? archive.index()
            #expect(try await AnswerSheet(TrustedAnalyst(image, of: archive)) == truth)
        }
    }

    @Test("an import over a damaged index does not build on it", arguments: [4, 1200])
    func importOverDamage(events: Int) async throws {
        for name in ["/time.8", "/dimension-0.1", "/slot-start.4", "/person-names", "/case.1"] {
            var random = SplitMix64(seed: 4)
            let fixture = try ArchiveFixture(seed: 4)
            let file = try #require(try fixture.indexFiles().first { $0.hasSuffix(name) })
            try Damage.flip.apply(to: file, &random)
            #expect(try !fixture.take(ArchiveFixture.town(seed: 40, events: events)).isIndexed, "\(name)")
            try await fixture.expectRightAnswers()
        }
    }

    @Test("an index of another version of the program is replaced")
    func otherFormat() async throws {
        let fixture = try ArchiveFixture(seed: 5)
        var manifest = try Data(contentsOf: URL(filePath: fixture.place.path + "/manifest"))
        manifest[8] = 99
        try manifest.write(to: URL(filePath: fixture.place.path + "/manifest"))
        #expect(throws: IndexFault.otherFormat) { try fixture.place.open() }
        try await fixture.expectRightAnswers()
    }
}

extension ArchiveFixture {
    fileprivate func expectNoFault() throws {
        let image = try place.open()
        for column in image.manifest.columns { _ = image.column(column.id) }
        if let fault = image.fault { throw fault }
    }
}
