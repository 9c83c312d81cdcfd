import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Records beside the events, in columns that grow.
@Suite("Columns of records")
struct RecordColumnsTests {
    private static func time(_ number: Int) -> Timestamp { Timestamp(milliseconds: Int64(number) * 1000) }

    /// Feedback of `count` rows: some with scores, some of nobody, texts from a list of `texts`.
    private static func feedback(_ count: Int, texts: Int) -> [FeedbackRecord] {
        (0..<count).map { row in
            FeedbackRecord(
                time: time(row),
                person: row % 5 == 4 ? nil : "p\(row % 300)",
                service: row % 7 == 6 ? nil : "service \(row % texts)",
                outcome: row % 3 == 0 ? "completed" : nil,
                score: row % 4 == 3 ? nil : Double(row % 5) + 1.5,
                scale: 7
            )
        }
    }

    private static func grown(
        _ parts: [JourneySnapshot],
        in place: IndexFolder,
        after each: (IndexImage) throws -> Void = { _ in }
    ) throws -> IndexImage? {
        var known: IndexImage?
        for (number, part) in parts.enumerated() {
            let store = GrowingIndex(part)
            let builder = try IndexBuilder(over: known, in: place)
            if known == nil { try builder.take(store.events(0..<store.count)) }
            var tables = store.tables(store.count, knowing: known)
            tables.stamp = StoreStamp(store: 7, generation: Int64(number), state: UInt64(number) + 100)
            let image = try builder.finish(tables)
            try each(image)
            known = image
        }
        return known
    }

    private static func snapshot(_ feedback: [FeedbackRecord], _ consents: [ConsentRecord] = []) -> JourneySnapshot {
        var builder = SnapshotBuilder()
        for person in 0..<300 { builder.add(person: "p\(person)", time: Int64(person), "visit") }
        builder.side = feedback.map(JourneyRecord.feedback) + consents.map(JourneyRecord.consent)
        return builder.snapshot()
    }

    @Test("what comes later is added at the end: nothing else is written")
    func added() throws {
        let folder = TemporaryFolder()
        let parts = [4000, 4001, 4020].map { Self.snapshot(Self.feedback($0, texts: 9)) }
        var inodes: [Set<UInt64>] = []
        let image = try #require(
            try Self.grown(parts, in: IndexFolder(folder.path, store: 7)) { image in
                let path = "\(folder.path)/\(image.manifest.folder)"
                let names = image.manifest.columns.filter { $0.file.hasPrefix("feedback-") }.map(\.file)
                inodes.append(
                    Set(
                        try names.map { name in
                            let facts = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
                            return (facts[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
                        }
                    )
                )
                // As narrow as can be: a code takes a byte.
                #expect(image.manifest.column(.record(.feedbackService))?.width == 1)
            }
        )
        #expect(inodes[1] == inodes[0] && inodes[2] == inodes[0])
        #expect(image.manifest.records[.feedback]?.count == 4020)
        #expect(image.lastRecord(of: .feedback) == 4020)
        #expect(RecordRows(.feedback, of: image).texts(.feedbackService).count == 9)
    }

    @Test("a column becomes wider, and one is there once it has a value", arguments: [true, false])
    func wider(inFile: Bool) throws {
        let folder = TemporaryFolder()
        let few = Self.feedback(200, texts: 20)
        let many = few + Self.feedback(700, texts: 400)
        let consents = (0..<50).map { row in
            ConsentRecord(
                person: "p\(row)",
                time: Self.time(row),
                status: .granted,
                purpose: "analytics",
                until: row < 40 ? nil : Self.time(row + 1)
            )
        }
        let parts = [
            Self.snapshot(few), Self.snapshot(few, Array(consents.prefix(30))), Self.snapshot(many, consents),
        ]
        let place = IndexFolder(folder.path, store: 7)
        var image = try #require(
            try Self.grown(parts, in: place) { image in
                let isThere = image.manifest.column(.record(.consentUntil)) != nil
                #expect(isThere == ((image.manifest.records[.consents]?.count ?? 0) > 40))
            }
        )
        if inFile { image = try place.open() }
        let rows = RecordRows(.feedback, of: image)
        let (services, outcomes) = (rows.text(.feedbackService), rows.text(.feedbackOutcome))
        let (scores, times) = (rows.reals(.feedbackScore), rows.everyTime(.feedbackTime))
        #expect(image.manifest.column(.record(.feedbackService))?.width == 2)
        #expect(rows.count == many.count)
        for (row, record) in many.enumerated() {
            #expect(services(row) == record.service && outcomes(row) == record.outcome)
            #expect(times[row] == record.time.milliseconds)
            #expect(scores.map { $0[row].isNaN ? nil : $0[row] } == record.score)
        }
        let until = RecordRows(.consents, of: image).times(.consentUntil)
        for (row, record) in consents.enumerated() {
            #expect(until.map { $0[row] } == (record.until?.milliseconds ?? .min))
        }
        #expect(image.fault == nil)
    }

    @Test("rows by person are in the order of time, then of their import", arguments: 0..<20)
    func byPerson(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = Int.random(in: 0...400, using: &random)
        let people = (0..<count).map { _ in Int32.random(in: -1...Int32(seed * 7), using: &random) }
        let times = (0..<count).map { _ in Int64.random(in: -3...3, using: &random) }
        let chosen = (0..<Int32(count)).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
        let rows = PersonRows(chosen, person: { people[Int($0)] }, time: Column(times))
        var met: [Int32] = []
        rows.forEach { person, rows in
            met.append(person)
            let expected = chosen.filter { people[Int($0)] == person }
                .sorted { (times[Int($0)], $0) < (times[Int($1)], $1) }
            #expect(Array(rows) == expected)
        }
        #expect(met == Set(chosen.map { people[Int($0)] }).subtracting([-1]).sorted())
        for person in Int32(-2)...Int32(seed * 7 + 70) {
            #expect(rows.has(person) == met.contains(person))
            #expect(
                Array(rows[person])
                    == chosen.filter { person >= 0 && people[Int($0)] == person }
                    .sorted { (times[Int($0)], $0) < (times[Int($1)], $1) }
            )
        }
    }

    @Test("an index that is let go is gone, whatever was asked of it")
    func letGo() async throws {
        let folder = TemporaryFolder()
        weak var gone: IndexImage?
        do {
            let store = GrowingIndex(seed: 1, events: 300)
            let builder = try IndexBuilder(in: IndexFolder(folder.path, store: 7))
            try builder.take(store.events(0..<store.count))
            let image = try builder.finish(store.tables(store.count, knowing: nil))
            gone = image
            _ = try await AnswerSheet(ColumnarAnalyst(image))
        }
        #expect(gone == nil)
    }
}
