import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import TestSupport
import Testing

@testable import JourneyIndex

/// A folder with a store and, where one was made, its index; gone with the test.
final class ArchiveFixture: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// With the events of a random town.
    convenience init(seed: UInt64, events: Int = 400) throws {
        try self.init()
        try take(Self.town(seed: seed, events: events))
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        try? FileManager.default.removeItem(at: folder)
    }

    static func town(seed: UInt64, events: Int) -> [JourneyRecord] {
        let builder = RandomTown(seed: seed, events: events).builder
        return builder.records.map(JourneyRecord.event) + builder.side
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    var path: String { path("journeys.cxm") }
    var cache: String { path("cache/cxm") }
    var place: IndexFolder { .beside(store: path, number: (try? StoreReader(path: path).stamp().store) ?? 0) }

    /// Imports `records`.
    ///
    /// - Parameter isFed: the index grows with the import, where it can.
    /// - Returns: what the import did, and whether the index is of its state.
    @discardableResult
    func take(
        _ records: [JourneyRecord],
        source: String = "s",
        isFed: Bool = true,
        into path: String? = nil
    ) throws -> (summary: JourneyStore.ImportSummary, isIndexed: Bool) {
        let path = path ?? self.path
        let writer = try StoreWriter(path: path)
        defer { try? writer.close() }
        let feed = isFed ? try IndexFeed(store: path, reader: StoreReader(path: path)) : nil
        let summary = try writer.importBatch(
            source: source,
            format: "test",
            fileName: nil,
            now: Timestamp(milliseconds: 0),
            events: feed,
            body: { sink in
                for record in records { try sink.take(record) }
            }
        )
        return (summary, try feed?.finish(summary) ?? false)
    }

    /// - Parameter cache: whether there is a folder of the user's own.
    func archive(cache: Bool = false) throws -> Archive {
        try Archive(path: path, cacheFolder: cache ? self.cache : nil)
    }

    /// What a program says that opens the store now.
    func answers(cache: Bool = false) async throws -> AnswerSheet {
        let archive = try archive(cache: cache)
        return try await AnswerSheet(TrustedAnalyst(archive.index(), of: archive))
    }

    /// What is right, by way of an index in memory of everything.
    func truth() async throws -> AnswerSheet {
        try await AnswerSheet(StoreReader(path: path).wholeAnalyst())
    }

    /// Expects that the index on disk is of the store's state, and whole.
    func expectWholeIndex(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let image = try place.open()
        #expect(try image.stamp == StoreReader(path: path).stamp(), sourceLocation: sourceLocation)
        for column in image.manifest.columns { _ = image.column(column.id) }
        #expect(image.fault == nil, sourceLocation: sourceLocation)
    }

    /// Expects that who opens the store is answered rightly, and from then on by the index beside it.
    func expectRightAnswers(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let truth = try await truth()
        #expect(try await answers() == truth, sourceLocation: sourceLocation)
        try expectWholeIndex(sourceLocation: sourceLocation)
    }

    /// The set of columns that is in force.
    func columns() throws -> String { try place.opened().readManifest().folder }

    /// The index's files but its lock, the manifest first.
    func indexFiles() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: place.path)
            .filter { $0 != "lock" && $0.contains("/") || $0 == "manifest" || $0 == "mark" }
            .sorted { ($0.contains("/") ? 1 : 0, $0) < ($1.contains("/") ? 1 : 0, $1) }
            .map { "\(place.path)/\($0)" }
    }
}

extension StoreReader {
    /// Answers from an index in memory of everything, imported when the store says its latest import was.
    func wholeAnalyst() throws -> ColumnarAnalyst {
        let imported = try reading { try $0.reach().imported }
        return try ColumnarAnalyst(snapshot(), importedAt: imported?.milliseconds ?? .max)
    }
}
