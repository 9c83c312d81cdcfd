import Foundation
import JourneyArchive
import JourneyFormats
import JourneyIndex
import JourneyModel
import JourneyStore
import TestSupport
import Testing
import Threads

/// What is declared is applied by an index that stays as it is.
@Suite struct DeclaringTests {
    private func declare(_ text: String, in fixture: ArchiveFixture) throws -> Int64 {
        let writer = try StoreWriter(path: fixture.path)
        defer { try? writer.close() }
        let file = try DeclarationsFile(text, name: "d.toml")
        return try writer.declare(file.declarations, now: Timestamp(milliseconds: 5), who: nil)
    }

    /// Files of columns, each with the number that tells it from one written in its place.
    private func columns(_ fixture: ArchiveFixture) throws -> [String: UInt64] {
        var files: [String: UInt64] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: fixture.folder.path)
        where name.contains("columns") {
            let attributes = try FileManager.default.attributesOfItem(atPath: fixture.path(name))
            if attributes[.type] as? FileAttributeType == .typeRegular {
                files[name] = attributes[.systemFileNumber] as? UInt64
            }
        }
        return files
    }

    @Test("names, kinds and funnels hold at once, for whoever has the store open, and no column is written again")
    func atOnce() async throws {
        let fixture = try ArchiveFixture()
        try fixture.take(
            (0..<300).map { number in
                .event(
                    EventRecord(
                        person: "p\(number % 90)",
                        time: Timestamp(milliseconds: Int64(number)),
                        dimensions: [
                            NamedValue("touchpoint", ["a", "b", "c"][number % 3]),
                            NamedValue("channel", ["SMS", "sms"][number % 2]),
                        ]
                    )
                )
            }
        )
        let archive = try Archive(path: fixture.path, cacheFolder: nil)
        #expect(try await archive.catalog().channels.count == 2)
        let before = try columns(fixture)
        #expect(!before.isEmpty)
        var watch: any SourceWatch = archive.watch(from: try archive.stamp())
        let text = """
            [channels]
            sms = { kind = "digital", same = ["SMS"] }
            [[funnels]]
            name = "all"
            steps = ["a", "b"]
            """
        let generation = try declare(text, in: fixture)
        guard case .changed = await watch.look() else {
            Issue.record("the change is not seen")
            return
        }
        let catalog = try await archive.catalog()
        #expect(catalog.channels == [.init(name: "sms", count: 300)])
        #expect(catalog.declared?.generation == generation)
        #expect(try columns(fixture) == before)
        let funnel = try await archive.analyst(cancellation: .never, progress: { _ in })
            .answer(FirstFunnelQuestion())
        #expect(funnel.source == .declared && funnel.name == "all")
        // Another program makes the same of it, and an import goes on from there.
        let other = try Archive(path: fixture.path, cacheFolder: nil)
        #expect(try await other.catalog() == catalog)
        try fixture.take([
            .event(
                EventRecord(
                    person: "new",
                    time: Timestamp(milliseconds: 9),
                    dimensions: [NamedValue("touchpoint", "d"), NamedValue("channel", "SMS")]
                )
            )
        ])
        #expect(try await archive.catalog().channels == [.init(name: "sms", count: 301)])
        _ = try declare("", in: fixture)
        #expect(try await archive.catalog().channels.map(\.name) == ["SMS", "sms"])
    }
}

extension Archive {
    fileprivate func catalog() async throws -> Catalog {
        try await analyst(cancellation: .never, progress: { _ in }).answer(CatalogQuestion())
    }
}
