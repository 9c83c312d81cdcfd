import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import TestSupport
import Testing

@testable import JourneyIndex

/// Indexes of a store of which somebody is erased.
@Suite("Erasing and the index")
struct ErasureTests {
    private func erase(_ people: [String], in fixture: ArchiveFixture) throws {
        let plan = try StoreReader(path: fixture.path).plan(erasing: ErasureRequest(people: people))
        _ = try StoreWriter(path: fixture.path).erase(plan)
    }

    private func people(of fixture: ArchiveFixture) throws -> Set<String> {
        var names: Set<String> = []
        try StoreReader(path: fixture.path).reading { reading in
            try reading.names(of: .people) { names.insert(String(decoding: $0, as: UTF8.self)) }
        }
        return names
    }

    private func isNamed(_ name: String, in folder: String) throws -> Bool {
        try FileManager.default.subpathsOfDirectory(atPath: folder).contains { file in
            let contents = FileManager.default.contents(atPath: "\(folder)/\(file)")
            return contents?.range(of: Data(name.utf8)) != nil
        }
    }

    @Test("the answers are those of a store in which they never were", arguments: 0..<12 as Range<UInt64>)
    func neverThere(seed: UInt64) async throws {
        let records = ArchiveFixture.town(seed: seed, events: 300)
        var random = SplitMix64(seed: seed)
        let erased = Set((0..<12).map { "p\($0)" }.filter { _ in Bool.random(using: &random) })
        let fixture = try ArchiveFixture()
        try fixture.take(records)
        let known = try people(of: fixture).intersection(erased)
        guard !known.isEmpty else { return }
        try erase(known.sorted(), in: fixture)
        let never = try ArchiveFixture()
        try never.take(records.filter { !$0.names(known) })
        // As many changes as the other.
        try StoreWriter(path: never.path).setDemo(false)
        #expect(try await fixture.answers() == never.answers())
        try await fixture.expectRightAnswers()
    }

    @Test(
        "who has it open is answered without them at the next question, and whole meanwhile",
        arguments: [true, false]
    )
    func openMeanwhile(renews: Bool) async throws {
        let fixture = try ArchiveFixture(seed: 3)
        let archive = try fixture.archive()
        let old = TrustedAnalyst(try archive.index(), of: archive)
        let before = try await AnswerSheet(old)
        try erase(["p1", "p2"], in: fixture)
        if renews { try await fixture.archive().renewIndex() }
        // Of the state that it was made of, to the last figure.
        #expect(try await AnswerSheet(old) == before)
        let new = TrustedAnalyst(try archive.index(), of: archive)
        let truth = try await fixture.truth()
        #expect(truth != before)
        #expect(try await AnswerSheet(new) == truth)
        #expect(try new.stamp == archive.stamp())
        // And imports go on from there.
        #expect(try fixture.take(ArchiveFixture.town(seed: 31, events: 40)).isIndexed)
        try await fixture.expectRightAnswers()
    }

    @Test("who erases has the right to the index until it is made anew: nobody else makes one meanwhile")
    func held() async throws {
        let fixture = try ArchiveFixture()
        try fixture.take(ArchiveFixture.town(seed: 5, events: 400), isFed: false)
        #expect(try fixture.archive().holdIndex() == nil)
        _ = try fixture.archive().index()
        var lock = try fixture.archive().holdIndex()
        #expect(lock != nil)
        try erase(["p1"], in: fixture)
        #expect(try IndexLock(fixture.place) == nil)
        // Who opens the store now waits, and has the one index that is made.
        let waiting = Task { try fixture.archive().index().stamp }
        try await fixture.archive().renewIndex(holding: lock)
        #expect(try fixture.place.open().stamp == fixture.archive().stamp())
        #expect(fixture.place.answers(of: try fixture.archive().stamp()) != nil)
        lock = nil
        #expect(try await waiting.value == fixture.archive().stamp())
        try await fixture.expectRightAnswers()
    }

    @Test("no file of before is left, neither beside the store nor in the user's own folder")
    func noFileIsLeft() async throws {
        let fixture = try ArchiveFixture()
        let secret = "somebody-to-forget"
        let records = ArchiveFixture.town(seed: 4, events: 100)
        let event = EventRecord(
            person: secret,
            time: Timestamp(milliseconds: 1),
            dimensions: [NamedValue("touchpoint", "start")]
        )
        try fixture.take(records + [.event(event)])
        // An index in the user's folder, from when nothing could be written beside the store.
        let stamp = try fixture.archive().stamp()
        let own = "\(fixture.cache)/index-\(String(stamp.store, radix: 16))"
        try FileManager.default.createDirectory(atPath: fixture.cache, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: fixture.place.path, toPath: own)
        #expect(try isNamed(secret, in: fixture.place.path))
        #expect(try isNamed(secret, in: own))
        try erase([secret], in: fixture)
        try await fixture.archive(cache: true).renewIndex()
        #expect(try !isNamed(secret, in: fixture.folder.path))
        try fixture.expectWholeIndex()
        // What a dashboard opens with is there again.
        let now = try fixture.archive().stamp()
        #expect(fixture.place.answers(of: now) != nil)
        #expect(fixture.place.answers(of: stamp) == nil)
    }
}

extension JourneyRecord {
    /// Whether it is of one of `people`.
    fileprivate func names(_ people: Set<String>) -> Bool {
        switch self {
        case .event(let row): row.person.map(people.contains) ?? false
        case .personTrait(let person, _): people.contains(person)
        case .side(let row):
            [.preferences, .consents].contains(row.kind)
                && row.kind.fields.contains { $0.form == .person && row.text($0).map(people.contains) == true }
        default: false
        }
    }
}
