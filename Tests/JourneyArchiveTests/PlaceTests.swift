import Foundation
import GRDB
import JourneyArchive
import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex
@testable import JourneyStore

/// Where the index is, and of which store.
@Suite("Places of the index")
struct PlaceTests {
    private func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    /// A fixture with a store and without an index.
    private func bare(seed: UInt64) throws -> ArchiveFixture {
        let fixture = try ArchiveFixture()
        try fixture.take(ArchiveFixture.town(seed: seed, events: 300), isFed: false)
        return fixture
    }

    @Test("where nothing can be written beside the store, in the user's own folder, which is made")
    func cache() async throws {
        let fixture = try bare(seed: 1)
        try Data().write(to: URL(filePath: fixture.place.path))
        let truth = try await fixture.truth()
        #expect(try await fixture.answers(cache: true) == truth)
        let folders = try FileManager.default.contentsOfDirectory(atPath: fixture.cache)
        #expect(folders.count == 1)
        let own = try IndexFolder("\(fixture.cache)/\(folders[0])", store: fixture.archive().stamp().store)
        #expect(try own.open().stamp == fixture.archive().stamp())
        #expect(try permissions(own.path) == 0o700)
        #expect(try await fixture.answers(cache: true) == truth)
        // It grows there as well.
        try fixture.take([.channelKind(channel: "web", kind: .assisted)])
        #expect(try await fixture.answers(cache: true) == fixture.truth())
        #expect(try own.open().stamp == fixture.archive().stamp())
    }

    @Test("where nothing can be written at all, in memory")
    func memory() async throws {
        let fixture = try bare(seed: 2)
        try Data().write(to: URL(filePath: fixture.place.path))
        try Data().write(to: fixture.folder.appendingPathComponent("cache"))
        let truth = try await fixture.truth()
        #expect(try await fixture.answers(cache: true) == truth)
        #expect(try await fixture.answers() == truth)
        #expect(try fixture.take([.channelKind(channel: "web", kind: .assisted)]).isIndexed == false)
    }

    @Test("in a folder that may only be read", .enabled(if: OtherUser.isAvailable))
    func readOnly() async throws {
        let fixture = try bare(seed: 3)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: fixture.path)
        let truth = try await fixture.truth()
        try FileManager.default.createDirectory(atPath: fixture.path("cache"), withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: fixture.path("cache"))
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.folder.path)
        for cache in [false, true] {
            let archive = try fixture.archive(cache: cache)
            var image: IndexImage?
            try OtherUser.run { image = try archive.index() }
            #expect(try await AnswerSheet(TrustedAnalyst(#require(image), of: archive)) == truth)
            #expect(!isThere(fixture.place.path))
            #expect(isThere(fixture.cache) == cache)
        }
        // An index that somebody else has made there is good for all.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.folder.path)
        _ = try fixture.archive().index()
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.folder.path)
        try FileManager.default.removeItem(atPath: fixture.cache)
        try OtherUser.run { _ = try fixture.archive(cache: true).index() }
        #expect(!isThere(fixture.cache))
        // And where it is older, it is brought up to date elsewhere.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.folder.path)
        try fixture.take([.channelKind(channel: "web", kind: .assisted)], isFed: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.folder.path)
        let archive = try fixture.archive(cache: true)
        var image: IndexImage?
        try OtherUser.run { image = try archive.index() }
        #expect(try await AnswerSheet(TrustedAnalyst(#require(image), of: archive)) == fixture.truth())
        #expect(isThere(fixture.cache))
    }

    @Test("who may not read the store may not read its index", arguments: [0o600, 0o640, 0o644, 0o664])
    func rights(store: Int) throws {
        let fixture = try bare(seed: 4)
        try FileManager.default.setAttributes([.posixPermissions: store], ofItemAtPath: fixture.path)
        _ = try fixture.archive().index()
        let expected = [0o600: 0o700, 0o640: 0o750, 0o644: 0o755, 0o664: 0o775]
        #expect(try permissions(fixture.place.path) == expected[store])
        // Later as well.
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: fixture.path)
        try fixture.take([.channelKind(channel: "web", kind: .assisted)])
        #expect(try permissions(fixture.place.path) == 0o700)
    }

    @Test("an index of another store is not used")
    func otherStore() async throws {
        let fixture = try ArchiveFixture(seed: 5)
        let other = try ArchiveFixture(seed: 6)
        try FileManager.default.removeItem(atPath: fixture.place.path)
        try FileManager.default.copyItem(atPath: other.place.path, toPath: fixture.place.path)
        try await fixture.expectRightAnswers()
        #expect(try fixture.take(ArchiveFixture.town(seed: 50, events: 20)).isIndexed)
        try await fixture.expectRightAnswers()
    }

    @Test(
        "nor one of a copy that went its own way, nor one from before the store was put back",
        arguments: [true, false]
    )
    func ownWay(isFed: Bool) async throws {
        let fixture = try ArchiveFixture(seed: 7)
        let copy = try Data(contentsOf: URL(filePath: fixture.path))
        try fixture.take(ArchiveFixture.town(seed: 70, events: 30))
        // The index is of the future of the copy.
        try copy.write(to: URL(filePath: fixture.path))
        if isFed { #expect(try !fixture.take(ArchiveFixture.town(seed: 71, events: 30)).isIndexed) }
        try await fixture.expectRightAnswers()
        // Equal generations, other states.
        let ours = try ArchiveFixture(seed: 8)
        let theirs = try ArchiveFixture()
        try FileManager.default.copyItem(atPath: ours.path, toPath: theirs.path)
        try ours.take(ArchiveFixture.town(seed: 80, events: 30))
        try theirs.take(ArchiveFixture.town(seed: 81, events: 30), isFed: false)
        try FileManager.default.copyItem(atPath: ours.place.path, toPath: theirs.place.path)
        try await theirs.expectRightAnswers()
    }

    @Test("a store that is replaced while it is open")
    func replaced() async throws {
        let fixture = try ArchiveFixture(seed: 9)
        let archive = try fixture.archive()
        _ = try archive.index()
        let other = try ArchiveFixture(seed: 10)
        try FileManager.default.removeItem(atPath: fixture.path)
        try FileManager.default.copyItem(atPath: other.path, toPath: fixture.path)
        try await fixture.expectRightAnswers()
        // Who has it open has the old one, which has no name any more.
        #expect(try archive.index().stamp == archive.stamp())
    }

    @Test("a store of version 1 is answered from memory")
    func oldStore() async throws {
        let fixture = try ArchiveFixture()
        let queue = try DatabaseQueue(path: fixture.path)
        try Schema.migrator.migrate(queue, upTo: "1 events, people, preferences and imports")
        try await queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO sources(id, name) VALUES (1, 's');
                    INSERT INTO batches VALUES (1, 1, 'test', 'test.csv', 4, 4, 4, 0, 0, 0, 1, 4, 4, 1, 4, 0, 0, 0, 0, 0, 0, 0, 0);
                    INSERT INTO dimension_values VALUES (1, 1, 'start'), (1, 2, 'done');
                    INSERT INTO people(id, name, in_events) VALUES (1, 'a', 1), (2, 'b', 1);
                    INSERT INTO events(id, event_id, time, touchpoint, person)
                    VALUES (1, 'a', 1, 1, 1), (2, 'b', 2, 1, 2), (3, 'c', 3, 2, 1), (4, 'd', 4, 2, 2);
                    UPDATE meta SET value = 1 WHERE key = 'generation'
                    """
            )
        }
        try queue.close()
        let archive = try fixture.archive(cache: true)
        let analyst = TrustedAnalyst(try archive.index(), of: archive)
        let query = VariantsQuery()
        #expect(try await analyst.answer(query) == archive.reader.wholeAnalyst().answer(query))
        #expect(try archive.index() === archive.index())
        #expect(!isThere(fixture.place.path) && !isThere(fixture.cache))
        // Brought up to date by an import it has an index like any other.
        try fixture.take(ArchiveFixture.town(seed: 1, events: 100), isFed: false)
        #expect(try archive.index().events == 104)
        try await fixture.expectRightAnswers()
    }
}
