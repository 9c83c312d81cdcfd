import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

struct EventBatchBuilderTests {
    /// Events put into batches come out as they were, whichever way the batches were made.
    @Test(arguments: 0..<20)
    func recordsAreKept(_ seed: Int) throws {
        let table = ReferenceTable(RandomTable(seed: seed).bytes, dialect: CSVDialect())
        var generator = SplitMix64(seed: UInt64(seed))
        var builder = EventBatchBuilder()
        var expected: [EventRecord] = []
        func compare() {
            let batch = builder.take()
            #expect((0..<batch.count).map(batch.record) == expected)
            #expect(batch.rowHash.isEmpty == expected.allSatisfy { $0.eventID != nil })
            for (record, hash) in zip(expected, batch.rowHash) where record.eventID == nil {
                let (high, low) = CanonicalRow.hash(record)
                #expect(hash == EventBatch.RowHash(high: high, low: low))
            }
            for column in batch.dimensions + batch.traits { #expect(column.codes.count == batch.count) }
            expected = []
            #expect(builder.count == 0)
        }
        for event in ReferenceEvents(table, missing: ["NA"]).events {
            var event = event
            if Bool.random(using: &generator) { event.end = event.time }
            if Bool.random(using: &generator) { event.caseID = "c" }
            builder.append(event)
            expected.append(event)
            if Int.random(in: 0..<10, using: &generator) == 0 { compare() }
        }
        compare()
    }
}
