import Foundation
import JourneyArchive
import JourneyModel
import OwnFiles
import TestSupport
import Testing

@testable import JourneyIndex

/// Files of an index that are cut while they are mapped: nobody is ended by it, nobody is told a wrong number.
@Suite("Files of an open index that are cut")
struct CutFileTests {
    init() { FileMapping.survive() }

    /// What is left of a file.
    enum Cut: CaseIterable {
        case nothing, half, allButAByte

        func apply(to file: String) throws {
            var status = stat()
            guard stat(file, &status) == 0, status.st_size > 0 else { return }
            let size = Int(status.st_size)
            let left: Int =
                switch self {
                case .nothing: 0
                case .half: size / 2
                case .allButAByte: size - 1
                }
            try #require(truncate(file, off_t(left)) == 0)
        }
    }

    @Test("between two questions: each is answered rightly", arguments: Cut.allCases)
    func betweenQuestions(cut: Cut) async throws {
        let fixture = try ArchiveFixture(seed: 11, events: 300)
        let truth = try await fixture.truth()
        for place in try fixture.indexFiles().indices {
            let archive = try fixture.archive()
            let analyst = TrustedAnalyst(try archive.index(), of: archive)
            #expect(try await AnswerSheet(analyst) == truth)
            let file = try fixture.indexFiles()[place]
            try cut.apply(to: file)
            #expect(try await AnswerSheet(analyst) == truth, "\(cut) of \(file)")
        }
        try FileManager.default.removeItem(atPath: fixture.place.path)
        try await fixture.expectRightAnswers()
    }

    @Test("with other bytes written into them, too")
    func writtenOver() async throws {
        let fixture = try ArchiveFixture(seed: 12, events: 300)
        let truth = try await fixture.truth()
        let archive = try fixture.archive()
        let analyst = TrustedAnalyst(try archive.index(), of: archive)
        #expect(try await AnswerSheet(analyst) == truth)
        let time = try #require(try fixture.indexFiles().first { $0.hasSuffix("/time.8") })
        let image = try archive.index()
        let handle = try FileHandle(forWritingTo: URL(filePath: time))
        try handle.write(contentsOf: Data(repeating: 1, count: 64))
        try handle.close()
        #expect(image.fault != nil)
        #expect(try await AnswerSheet(analyst) == truth)
    }

    @Test("while questions are asked by several at once, at moments of chance", arguments: 0..<3)
    func whileAsked(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let fixture = try ArchiveFixture(seed: 20 + seed, events: 6000)
        let truth = try await fixture.truth()
        let once = try await ContinuousClock().measure { _ = try await fixture.answers() }
        for _ in 0..<Self.rounds {
            let archive = try fixture.archive()
            let analyst = TrustedAnalyst(try archive.index(), of: archive)
            let files = try fixture.indexFiles().shuffled(using: &random)
            let moments = (0..<3).map { _ in once * Double.random(in: 0..<1.5, using: &random) }.sorted()
            let cuts = zip(files, Cut.allCases.shuffled(using: &random))
            let sheets = try await withThrowingTaskGroup(of: AnswerSheet.self) { group in
                for _ in 0..<2 { group.addTask { try await AnswerSheet(analyst) } }
                let start = ContinuousClock.now
                for (moment, (file, cut)) in zip(moments, cuts) {
                    try await Task.sleep(until: start + moment)
                    try cut.apply(to: file)
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for sheet in sheets { #expect(sheet == truth, "\(Array(cuts)) at \(moments)") }
        }
        try FileManager.default.removeItem(atPath: fixture.place.path)
        try await fixture.expectRightAnswers()
    }

    private static let rounds = ProcessInfo.processInfo.environment["CXM_ROUNDS"].flatMap(Int.init) ?? 4

    @Test("and an index that grows from such files is made anew instead")
    func growing() async throws {
        for name in ["/time.8", "/slot-start.4", "/slot-subject.4", "/dimension-0.1"] {
            let fixture = try ArchiveFixture(seed: 13, events: 2000)
            let archive = try fixture.archive()
            let image = try archive.index()
            for column in image.manifest.columns { _ = image.column(column.id) }
            let file = try #require(try fixture.indexFiles().first { $0.hasSuffix(name) })
            try fixture.take(ArchiveFixture.town(seed: 130, events: 4), isFed: false)
            try Cut.nothing.apply(to: file)
            #expect(try await AnswerSheet(TrustedAnalyst(archive.index(), of: archive)) == fixture.truth())
        }
    }
}
