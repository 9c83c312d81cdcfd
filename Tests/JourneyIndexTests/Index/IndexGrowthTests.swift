import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// An index that grows part by part against one made of everything at once.
@Suite("Index that grows")
struct IndexGrowthTests {
    @Test("every part leaves the answers that an index made anew gives", arguments: Seeds.first(15))
    func parts(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        var store = GrowingIndex(seed: UInt64(seed), events: 500)
        let folder = TemporaryFolder()
        let place = IndexFolder(folder.path, store: 7)
        var known: IndexImage?
        var done = 0
        while done < store.count {
            let next = min(store.count, done + (done == 0 ? 200 : Int.random(in: 1...60, using: &random)))
            if done > 0, Int.random(in: 0..<4, using: &random) == 0 { store.merge(&random) }
            let state = known?.stamp ?? GrowingIndex.untouched
            if Bool.random(using: &random) {
                // An import that is given up when all is written but the manifest.
                let builder = try IndexBuilder(over: known, in: place)
                try builder.take(store.events(done..<store.count))
                try builder.arrange(after: state)
            }
            let builder = try IndexBuilder(over: known, in: place)
            for start in stride(from: done, to: next, by: 37) {
                try builder.take(store.events(start..<min(next, start + 37)))
            }
            // As an import does; where ids were merged meanwhile, it was in vain.
            if Bool.random(using: &random) { try builder.arrange(after: state) }
            known = try builder.finish(store.tables(next, knowing: known))
            let image = try place.open()
            let expected = try await AnswerSheet(ColumnarAnalyst(store.prefix(next)))
            #expect(try await AnswerSheet(ColumnarAnalyst(image)) == expected, "\(next) events")
            #expect(image.fault == nil)
            #expect(image.events == next)
            done = next
        }
    }

    @Test("what is there is not written again for a small addition")
    func additions() throws {
        let store = GrowingIndex(seed: 3, events: 3000)
        let folder = TemporaryFolder()
        let place = IndexFolder(folder.path, store: 7)
        var builder = try IndexBuilder(in: place)
        try builder.take(store.events(0..<2990))
        let first = try builder.finish(store.tables(2990, knowing: nil))
        // Twelve persons have everything: an event of one touches a twelfth.
        builder = try IndexBuilder(over: first, in: place)
        try builder.take(store.events(2990..<2991))
        let second = try builder.finish(store.tables(2991, knowing: first))
        #expect(second.manifest.folder == first.manifest.folder)
        #expect(second.manifest.rows < first.manifest.rows + 600)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                first.manifest.folder, "lock", "manifest", "mark",
            ]
        )
    }

    @Test("ids told apart again need an index made anew")
    func unmerged() throws {
        var store = GrowingIndex(seed: 5, events: 100)
        store.aliases = [MergedID(alias: 4, person: 2)]
        let builder = try IndexBuilder(in: nil)
        try builder.take(store.events(0..<90))
        let image = try builder.finish(store.tables(90, knowing: nil))
        store.aliases = []
        let next = try IndexBuilder(over: image, in: nil)
        try next.take(store.events(90..<100))
        #expect(throws: IndexFault.unfit) { try next.finish(store.tables(100, knowing: image)) }
    }
}

extension GrowingIndex {
    /// Makes one more id another's.
    mutating func merge(_ random: inout SplitMix64) {
        let left = Int32.random(in: 0..<12, using: &random)
        let right = Int32.random(in: 0..<12, using: &random)
        let table = AliasTable(aliases)
        let (a, b) = (table[left], table[right])
        guard a != b else { return }
        aliases.append(MergedID(alias: max(a, b), person: min(a, b)))
    }
}
