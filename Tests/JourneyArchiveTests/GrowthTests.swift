import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import TestSupport
import Testing
import Threads

@testable import JourneyIndex

/// The index that goes with a store while the store grows, against one made of everything.
@Suite("The index grows with the store")
struct GrowthTests {
    private func alias(_ alias: String, _ person: String) -> JourneyRecord {
        .alias(AliasRecord(alias: alias, person: person, time: Timestamp(milliseconds: 0), reason: "login"))
    }

    /// Not many, and all of one person: a night's additions.
    private func night(_ night: Int) -> [JourneyRecord] {
        (0..<4).map { index in
            .event(
                EventRecord(
                    eventID: "\(night)-\(index)",
                    person: "p\(night % 12)",
                    time: Timestamp(milliseconds: (600 + Int64(index)) * .hour),
                    dimensions: [NamedValue(Dimension.touchpoint, "form"), NamedValue(Dimension.channel, "web")]
                )
            )
        }
    }

    @Test("a first import", arguments: 0..<4 as Range<UInt64>)
    func first(seed: UInt64) async throws {
        let fixture = try ArchiveFixture()
        let (_, isIndexed) = try fixture.take(ArchiveFixture.town(seed: seed, events: 400))
        #expect(isIndexed)
        try fixture.expectWholeIndex()
        try await fixture.expectRightAnswers()
    }

    @Test("night after night")
    func nights() async throws {
        let fixture = try ArchiveFixture(seed: 1)
        let columns = try fixture.columns()
        for number in 0..<3 {
            #expect(try fixture.take(night(number)).isIndexed)
            #expect(try fixture.columns() == columns)
            try await fixture.expectRightAnswers()
        }
        // Until as much was replaced as there is.
        for number in 3..<30 { #expect(try fixture.take(night(number)).isIndexed) }
        #expect(try fixture.columns() != columns)
        try await fixture.expectRightAnswers()
    }

    @Test("persons who come after events of nobody")
    func personsAfterNobody() async throws {
        func row(_ person: String?, _ hour: Int64) -> JourneyRecord {
            let touchpoint = [NamedValue("touchpoint", "start")]
            let time = Timestamp(milliseconds: hour * .hour)
            return .event(EventRecord(person: person, time: time, dimensions: touchpoint))
        }
        let fixture = try ArchiveFixture()
        try fixture.take((0..<30).map { row("p\($0)", 1) } + [row(nil, 1)])
        let columns = try fixture.columns()
        #expect(try fixture.take([row("late", 1), row("late", 2)]).isIndexed)
        #expect(try fixture.columns() == columns)
        let sessions = VariantsQuery(scope: Scope(unit: .session))
        let archive = try fixture.archive()
        let answer = try await TrustedAnalyst(archive.index(), of: archive).answer(sessions)
        #expect(try await answer == StoreReader(path: fixture.path).wholeAnalyst().answer(sessions))
        #expect(answer.subjects == 32)
    }

    @Test("an import of what is there already leaves the index as it is")
    func duplicates() async throws {
        let fixture = try ArchiveFixture(seed: 2)
        let before = try Data(contentsOf: URL(filePath: fixture.place.path + "/manifest"))
        let (summary, isIndexed) = try fixture.take(ArchiveFixture.town(seed: 2, events: 400))
        #expect(summary.stored == 0)
        #expect(isIndexed)
        #expect(try Data(contentsOf: URL(filePath: fixture.place.path + "/manifest")) == before)
        try await fixture.expectRightAnswers()
    }

    @Test("ids that turn out to be one person count as one at once", arguments: [true, false])
    func aliases(isFed: Bool) async throws {
        let fixture = try ArchiveFixture(seed: 3)
        let before = try await fixture.answers()
        #expect(
            try fixture.take([alias("p7", "p2"), alias("p9", "p2"), alias("p1", "p4")], isFed: isFed).isIndexed == isFed
        )
        try await fixture.expectRightAnswers()
        #expect(try await fixture.answers() != before)
        #expect(try fixture.take(night(7), isFed: isFed).isIndexed == isFed)
        try await fixture.expectRightAnswers()
        // Told apart again: made anew.
        let writer = try StoreWriter(path: fixture.path)
        #expect(try writer.removeAlias("p7", of: "p2"))
        try writer.close()
        let columns = try fixture.columns()
        try await fixture.expectRightAnswers()
        #expect(try fixture.columns() != columns)
    }

    @Test("what stands beside the events", arguments: [true, false])
    func beside(isFed: Bool) async throws {
        let fixture = try ArchiveFixture(seed: 4)
        let columns = try fixture.columns()
        let traits = (0..<12).map { number in
            JourneyRecord.personTrait(person: "p\(number)", trait: NamedValue("band", "\(["new", "old"][number % 2])"))
        }
        let files: [[JourneyRecord]] = [
            traits, [.personTrait(person: "stranger", trait: NamedValue("region", "north"))],
            [
                .preference(
                    PreferenceRecord(
                        person: "p3",
                        time: Timestamp(milliseconds: 5),
                        kind: .captured,
                        purpose: .communication,
                        service: nil,
                        value: "sms",
                        rank: 1
                    )
                )
            ],
            [.touchpointRole(touchpoint: "call", service: nil, role: .failure)],
            [.channelKind(channel: "web", kind: .assisted)],
        ]
        for (number, file) in files.enumerated() {
            #expect(try fixture.take(file, isFed: isFed).isIndexed == isFed)
            try await fixture.expectRightAnswers()
            #expect(try fixture.columns() == columns, "file \(number)")
        }
    }

    @Test("an import without the index: the next to open the store adds what is new, and nothing else")
    func stale() async throws {
        let fixture = try ArchiveFixture(seed: 5)
        let columns = try fixture.columns()
        let rows = try fixture.place.open().manifest.rows
        try fixture.take(night(1), isFed: false)
        try fixture.take(night(2), isFed: false)
        #expect(try fixture.place.open().stamp != StoreReader(path: fixture.path).stamp())
        try await fixture.expectRightAnswers()
        #expect(try fixture.columns() == columns)
        #expect(try fixture.place.open().manifest.rows < 2 * rows)
        // The next import goes on from there.
        #expect(try fixture.take(night(3)).isIndexed)
        try await fixture.expectRightAnswers()
        // And one that finds a stale index leaves it to the next who opens the store.
        try fixture.take(night(4), isFed: false)
        #expect(try !fixture.take(night(5)).isIndexed)
        try await fixture.expectRightAnswers()
    }

    @Test("cases alone, and the persons that come after them", arguments: [true, false])
    func casesFirst(isFed: Bool) async throws {
        func table(_ name: String, person: String?, case caseID: String?) -> [JourneyRecord] {
            (0..<30).map { index in
                .event(
                    EventRecord(
                        eventID: "\(name)\(index)",
                        person: person.map { "\($0)\(index % 5)" },
                        caseID: caseID.map { "\($0)\(index % 7)" },
                        time: Timestamp(milliseconds: Int64(index) * .hour),
                        dimensions: [NamedValue(Dimension.touchpoint, "t\(index % 3)")]
                    )
                )
            }
        }
        let fixture = try ArchiveFixture()
        // Somebody looks before there is anything.
        try fixture.take([], isFed: false)
        _ = try fixture.archive().index()
        for (name, person, caseID) in [
            ("nobody", nil, nil), ("case", nil, "c"), ("more", nil, "d"), ("person", "p", nil), ("both", "p", "c"),
        ] as [(String, String?, String?)] {
            try fixture.take(table(name, person: person, case: caseID), isFed: isFed)
            let archive = try fixture.archive()
            let analysts: [any JourneyAnalyst] = [
                TrustedAnalyst(try archive.index(), of: archive), try archive.reader.wholeAnalyst(),
            ]
            var answers: [VariantsResult?] = []
            // Of events of nobody there are no variants.
            for analyst in analysts { answers.append(try? await analyst.answer(VariantsQuery())) }
            #expect(answers[0] == answers[1], "after \(name)")
            #expect((answers[0] == nil) == (name == "nobody"))
            try fixture.expectWholeIndex()
        }
    }

    @Test("who has the index open goes on with what it was; who asks again has what it is")
    func readers() async throws {
        let fixture = try ArchiveFixture(seed: 6)
        let archive = try fixture.archive()
        let image = try archive.index()
        let before = try await fixture.truth()
        // Nothing of it has been read yet when the files change.
        for number in 0..<5 { try fixture.take(night(number)) }
        #expect(try await AnswerSheet(TrustedAnalyst(image, of: archive)) == before)
        #expect(image.fault == nil)
        let now = try archive.index()
        #expect(now.stamp != image.stamp)
        #expect(try await AnswerSheet(TrustedAnalyst(now, of: archive)) == fixture.truth())
        // Nor when it is all replaced.
        try fixture.take(ArchiveFixture.town(seed: 60, events: 3000))
        #expect(try await AnswerSheet(TrustedAnalyst(now, of: archive)) == AnswerSheet(ColumnarAnalyst(now)))
        #expect(now.fault == nil)
        #expect(try archive.index().events > now.events)
    }

    @Test("an import that ends between the store and the index, and one that ends before both")
    func interrupted() async throws {
        let fixture = try ArchiveFixture(seed: 7)
        let writer = try StoreWriter(path: fixture.path)
        struct Killed: Error {}
        for isStored in [false, true] {
            let feed = try IndexFeed(store: fixture.path, reader: StoreReader(path: fixture.path))
            #expect(feed != nil)
            _ = try? writer.importBatch(
                source: "s",
                format: "test",
                fileName: nil,
                now: Timestamp(milliseconds: 0),
                events: feed,
                body: { sink in
                    for record in night(1) { try sink.take(record) }
                    if !isStored { throw Killed() }
                }
            )
            #expect(try (fixture.place.open().stamp != StoreReader(path: fixture.path).stamp()) == isStored)
        }
        try await fixture.expectRightAnswers()
    }

    @Test("an import that is given up when all events are read")
    func givenUp() async throws {
        let fixture = try ArchiveFixture(seed: 9)
        let before = try StoreReader(path: fixture.path).stamp()
        let writer = try StoreWriter(path: fixture.path)
        let sink = LastMoment(try #require(try IndexFeed(store: fixture.path, reader: StoreReader(path: fixture.path))))
        #expect(throws: CancellationError.self) {
            try writer.importBatch(
                source: "s",
                format: "test",
                fileName: nil,
                now: Timestamp(milliseconds: 0),
                events: sink,
                cancellation: .asking { sink.hasCome },
                body: { sink in
                    for record in night(1) { try sink.take(record) }
                }
            )
        }
        #expect(sink.hasCome)
        sink.feed?.stop()
        sink.feed = nil
        #expect(try fixture.place.open().stamp == before)
        #expect(try StoreReader(path: fixture.path).stamp() == before)
        try await fixture.expectRightAnswers()
        #expect(try fixture.take(night(1)).isIndexed)
        try await fixture.expectRightAnswers()
    }

    @Test("another's import comes between the beginning of one and its first event")
    func overtaken() async throws {
        let fixture = try ArchiveFixture(seed: 8)
        let writer = try StoreWriter(path: fixture.path)
        let feed = try #require(try IndexFeed(store: fixture.path, reader: StoreReader(path: fixture.path)))
        // The index is in the feed's hands: this one gets none.
        #expect(try !fixture.take(night(1)).isIndexed)
        let summary = try writer.importBatch(
            source: "s",
            format: "test",
            fileName: nil,
            now: Timestamp(milliseconds: 0),
            events: feed,
            body: { sink in
                for record in night(2) { try sink.take(record) }
            }
        )
        #expect(try !feed.finish(summary))
        withExtendedLifetime(feed) {}
    }
}

/// Lets an index grow, and knows when there are no more events.
private final class LastMoment: StoredEventSink {
    var feed: IndexFeed?
    private(set) var hasCome = false

    init(_ feed: IndexFeed) {
        self.feed = feed
    }

    func take(_ events: StoredEvents) {
        feed?.take(events)
    }

    func endOfEvents() {
        feed?.endOfEvents()
        hasCome = true
    }
}
