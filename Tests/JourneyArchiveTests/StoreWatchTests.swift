import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import Testing

/// What a dashboard is told of the store that it has open.
@Suite("Watching a store")
struct StoreWatchTests {
    private func sight(_ watch: inout StoreWatch) -> String {
        switch watch.look() {
        case .same: "same"
        case .changed: "changed"
        case .lost(let error): (error as? StoreError)?.message ?? "\(error)"
        }
    }

    @Test("changes, and that it is gone, are told once each; it is followed again when it is back")
    func goneAndBack() throws {
        let fixture = try ArchiveFixture(seed: 3, events: 20)
        var watch = StoreWatch(try fixture.archive())
        #expect(sight(&watch) == "same")
        try fixture.take(ArchiveFixture.town(seed: 4, events: 5))
        #expect(sight(&watch) == "changed")
        #expect(sight(&watch) == "same")
        let file = URL(fileURLWithPath: fixture.path)
        let bytes = try Data(contentsOf: file)
        try FileManager.default.removeItem(at: file)
        #expect(sight(&watch).contains("there is no store"))
        #expect(sight(&watch) == "same")
        try bytes.write(to: file)
        #expect(sight(&watch) == "changed")
        #expect(sight(&watch) == "same")
    }

    @Test("a store that is cut under it, or overwritten, is told of", arguments: [0, 100, 5000])
    func cut(size: Int) throws {
        let fixture = try ArchiveFixture(seed: 3, events: 20)
        let archive = try fixture.archive()
        var watch = StoreWatch(archive)
        #expect(sight(&watch) == "same")
        #expect(truncate(fixture.path, size) == 0)
        // Pages that are known already may be read on; what is asked of it says so at the latest.
        let told = sight(&watch)
        #expect(told != "same" && told != "changed" || (try? archive.reader.summary()) == nil, "\(told)")
        #expect(FileManager.default.createFile(atPath: fixture.path, contents: Data(repeating: 7, count: 9000)))
        #expect(throws: StoreError.self) { try archive.reader.summary() }
    }
}
