import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// What the program may remove from an index folder is told by names: its own, all of them, and no others.
@Suite("Names in an index folder")
struct IndexNamesTests {
    @Test("every file and folder that is written is known as the program's own")
    func written() throws {
        let store = GrowingIndex(seed: 3, events: 300)
        let folder = TemporaryFolder()
        let place = IndexFolder(folder.path, store: 7)
        var builder = try IndexBuilder(in: place)
        try builder.take(store.events(0..<200))
        let image = try builder.finish(store.tables(200, knowing: nil))
        builder = try IndexBuilder(over: image, in: place)
        try builder.take(store.events(200..<201))
        let grown = try builder.finish(store.tables(201, knowing: image))
        try place.keep(answers: [1], of: grown.stamp)
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let parts = name.split(separator: "/").map(String.init)
            if parts.count == 2 {
                #expect(IndexNames.isColumnFile(parts[1]), "\(name)")
            } else {
                let isKnown = IndexNames.isColumns(name) || IndexNames.isFile(name)
                #expect(isKnown || [IndexNames.lock, IndexMark.name].contains(name), "\(name)")
            }
        }
        // So that nothing is left when it is to go.
        place.remove()
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test(
        "what others call their files is not",
        arguments: [
            "thesis", "chapter1.md", "time.md", "manifest.old", "manifest.txt", "answers.md", "answers-", "lock",
            "mark",
            "columns", "columns-", "columns-notes", "columns-5f3c-x", "columns-5f3c.md", "staged-backup",
            "manifest.bad", "time.3",
            "dimension-", "dimension-x.1", "person-trait-1-notes", "records-", "records-notes", ".hidden", "",
        ]
    )
    func foreign(name: String) {
        #expect(!IndexNames.isFile(name))
        #expect(!IndexNames.isColumns(name))
        #expect(!IndexNames.isColumnFile(name))
    }
}
