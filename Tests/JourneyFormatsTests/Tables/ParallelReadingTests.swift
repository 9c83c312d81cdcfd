import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// Keeps batches, and looks whether they are what they should be.
private final class BatchSink: RecordSink {
    private(set) var events: [EventRecord] = []
    private(set) var rejects: [Reject] = []
    private(set) var batches: [EventBatch] = []

    func take(_ record: JourneyRecord) throws { Issue.record("a record outside a batch: \(record)") }
    func reject(_ reject: Reject) throws { rejects.append(reject) }

    func take(_ batch: EventBatch) throws {
        let records = (0..<batch.count).map(batch.record)
        events += records
        batches.append(batch)
        #expect(batch.count > 0 && batch.time.count == batch.count)
        for column in batch.dimensions + batch.traits {
            #expect(column.codes.count == batch.count)
            var seen: [Int32] = []
            for code in column.codes where code >= 0 && !seen.contains(code) { seen.append(code) }
            #expect(seen == Array(0..<Int32(column.values.count)), "codes are not in the order of first appearance")
        }
        #expect(batch.rowHash.isEmpty == records.allSatisfy { $0.eventID != nil })
        for (record, hash) in zip(records, batch.rowHash) where record.eventID == nil {
            let (high, low) = CanonicalRow.hash(record)
            #expect(hash == EventBatch.RowHash(high: high, low: low))
        }
    }
}

struct ParallelReadingTests {
    private static let chunkSizes = [2, 3, 7, 16, 31, 64, 250, 1 << 20]

    private func mapping() throws -> Mapping {
        var mapping = Mapping()
        for column in [
            "person=who", "time=when", "touchpoint=what", "cost=price", "duration=took", "sequence=order",
            "event_id=id", "tag=tag", "person.age=age",
        ] {
            try mapping.addColumn(column)
        }
        try mapping.addConstant("channel=web")
        mapping.missing = ["NA", "none at all"]
        mapping.timeFormat = "epoch-ms"
        mapping.delimiter = CSVDialect.comma
        mapping.unmapped = .attributes
        return mapping
    }

    private func read(
        _ bytes: [UInt8],
        _ mapping: Mapping,
        chunkBytes: Int,
        threads: Int,
        _ change: (inout CSVDialect) -> Void = { _ in }
    ) throws -> (BatchSink, ImportSummary.File) {
        let sink = BatchSink()
        var opened = try OpenedInput(.bytes(bytes, name: "t.csv"), format: .csv, mapping: mapping)
        change(&opened.dialect)
        let pulse = ImportPulse(isCancelled: { false }, progress: { _, _ in })
        let session = ImportSession(sink: sink, pulse: pulse, decisions: [:], opened: opened)
        let division = TableDivision(chunkBytes: chunkBytes, threads: threads)
        try TableImport(session, mapping: mapping, division: division).run()
        return (sink, session.finished())
    }

    /// However a table is divided, what comes out is what reading it byte by byte gives.
    @Test(arguments: 0..<150)
    func divisionMakesNoDifference(_ seed: Int) throws {
        let bytes = RandomTable(seed: seed).bytes
        var dialect = CSVDialect()
        if seed % 2 == 1 { (dialect.maximumFieldBytes, dialect.maximumRowBytes) = (40, 110) }
        let expected = ReferenceEvents(ReferenceTable(bytes, dialect: dialect), missing: try mapping().missing)
        for (index, size) in ParallelReadingTests.chunkSizes.enumerated() {
            let (sink, file) = try read(bytes, mapping(), chunkBytes: size, threads: 1 + (seed + index) % 3) {
                ($0.maximumFieldBytes, $0.maximumRowBytes) = (dialect.maximumFieldBytes, dialect.maximumRowBytes)
            }
            #expect(sink.events == expected.events, "chunks of \(size)")
            #expect(sink.rejects.sorted { $0.line < $1.line } == expected.rejects, "chunks of \(size)")
            #expect(sink.rejects.map(\.line) == sink.rejects.map(\.line).sorted())
            #expect(file.read == expected.events.count + expected.rejects.count)
            #expect(file.records == expected.events.count && file.rejected == expected.rejects.count)
        }
    }
}
