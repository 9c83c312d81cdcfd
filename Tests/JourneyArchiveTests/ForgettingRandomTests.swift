import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore
import TestSupport
import Testing

@testable import JourneyIndex

/// Whatever is imported, brought up to date and taken out again, in whatever order: the store answers as a new one that has had the
/// imports that are left, and no others.
@Suite("Imports taken out at random")
struct ForgettingRandomTests {
    /// What was imported and is there yet.
    private struct Kept {
        var batch: Int
        var source: String
        var records: [JourneyRecord]
        var update: ImportChoices.Update
    }

    private func take(_ kept: Kept, into path: String) throws -> JourneyStore.ImportSummary {
        let writer = try StoreWriter(path: path)
        defer { try? writer.close() }
        return try writer.importBatch(
            source: kept.source,
            format: "test",
            fileName: nil,
            now: Timestamp(milliseconds: 2_000_000_000_000),
            choices: ImportChoices(update: kept.update)
        ) { sink in
            for record in kept.records { try sink.take(record) }
        }
    }

    /// What no trait is in: of persons in several imports the store keeps what each has said last, not each row.
    private static func plain(_ record: JourneyRecord, id: String?) -> JourneyRecord? {
        switch record {
        case .event(var event):
            event.traits = []
            event.eventID = id
            return .event(event)
        case .personTrait: return nil
        default: return record
        }
    }

    private func pool(_ seed: UInt64) -> [JourneyRecord] {
        ArchiveFixture.town(seed: seed, events: 160).enumerated().compactMap { index, record in
            Self.plain(record, id: index % 3 == 0 ? nil : index % 3 == 1 ? "\(index)" : "id-\(index)")
        }
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func theStoreAnswersAsOneThatNeverHadThem(seed: UInt64) async throws {
        await withKnownIssue("what is forgotten and imported again", isIntermittent: true) {
            try await check(seed, comesAgainChanged: false)
        }
    }

    /// What an event says whose id came with other content in several imports, once one of these is taken out, is not right after
    /// every row of imports (docs/BATCHES.md, "What is not exact yet").
    @Test(arguments: 0..<16 as Range<UInt64>)
    func changedContentToo(seed: UInt64) async throws {
        await withKnownIssue("contents of known ids after forgetting", isIntermittent: true) {
            try await check(seed, comesAgainChanged: true)
        }
    }

    private func check(_ seed: UInt64, comesAgainChanged: Bool) async throws {
        var random = SplitMix64(seed: seed &+ 900)
        let pool = pool(seed)
        let fixture = try ArchiveFixture()
        let open = try fixture.archiveOfNewStore()
        var kept: [Kept] = []
        for step in 0..<12 {
            if !kept.isEmpty, Int.random(in: 0..<3, using: &random) == 0 {
                let gone = kept.remove(at: Int.random(in: 0..<kept.count, using: &random))
                _ = try StoreWriter(path: fixture.path).forget(batch: gone.batch)
            } else {
                let start = Int.random(in: 0..<pool.count, using: &random)
                let end = min(pool.count, start + Int.random(in: 1...60, using: &random))
                var next = Kept(
                    batch: 0,
                    source: Int.random(in: 0..<4, using: &random) == 0 ? "other" : "s",
                    records: pool[start..<end].map { comesAgainChanged ? changed($0, &random) : $0 },
                    update: Bool.random(using: &random) ? .newest : .keep
                )
                next.batch = try take(next, into: fixture.path).batch
                kept.append(next)
            }
            let reference = fixture.path("reference-\(step).cxm")
            _ = try StoreWriter(path: reference)
            var expected: [[Int]] = []
            for batch in kept {
                let summary = try take(batch, into: reference)
                expected.append([summary.read])
            }
            let truth = try await AnswerSheet(StoreReader(path: reference).wholeAnalyst())
            let found = try await AnswerSheet(StoreReader(path: fixture.path).wholeAnalyst())
            #expect(found == truth, "step \(step): \(found.differences(from: truth))")
            #expect(try await AnswerSheet(TrustedAnalyst(open.index(), of: open)) == truth, "index, step \(step)")
            let (summary, other) = try (
                StoreReader(path: fixture.path).summary(), StoreReader(path: reference).summary()
            )
            #expect(summary.sources.map(\.stored) == other.sources.map(\.stored), "step \(step)")
            #expect(summary.sources.map(\.duplicates) == other.sources.map(\.duplicates), "step \(step)")
            #expect(summary.findings == other.findings, "step \(step)")
            #expect(summary.events == other.events && summary.people == other.people && summary.cases == other.cases)
            let integrity = try StoreReader(path: fixture.path).batches().entries.map(\.batch)
            #expect(Set(integrity) == Set(kept.map(\.batch)))
        }
        // All of it, and then again.
        for batch in kept { _ = try StoreWriter(path: fixture.path).forget(batch: batch.batch) }
        #expect(try StoreReader(path: fixture.path).summary().events == 0)
        #expect(try StoreReader(path: fixture.path).batches().entries.isEmpty)
        let whole = Kept(batch: 0, source: "s", records: pool, update: .keep)
        let again = try take(whole, into: fixture.path)
        let reference = fixture.path("reference.cxm")
        let first = try take(whole, into: reference)
        #expect(again.stored == first.stored)
        let truth = try await AnswerSheet(StoreReader(path: reference).wholeAnalyst())
        #expect(try await AnswerSheet(StoreReader(path: fixture.path).wholeAnalyst()) == truth)
    }

    /// Some come again with other content.
    private func changed(_ record: JourneyRecord, _ random: inout SplitMix64) -> JourneyRecord {
        guard case .event(var event) = record, event.eventID != nil, Int.random(in: 0..<4, using: &random) == 0 else {
            return record
        }
        event.dimensions.removeAll { $0.name == Dimension.channel }
        event.dimensions.append(NamedValue(Dimension.channel, "channel \(Int.random(in: 0..<3, using: &random))"))
        return .event(event)
    }
}

extension ArchiveFixture {
    fileprivate func archiveOfNewStore() throws -> Archive {
        _ = try StoreWriter(path: path)
        return try archive()
    }
}
