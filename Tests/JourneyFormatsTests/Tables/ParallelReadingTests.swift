import JourneyModel
import TestSupport
import Testing
import Threads

@testable import JourneyFormats

/// Keeps batches, and looks whether they are what they should be.
private final class BatchSink: RecordSink {
    private(set) var events: [EventRecord] = []
    private(set) var rejects: [Reject] = []
    private(set) var partial: [Reject] = []
    private(set) var batches: [EventBatch] = []
    /// By which events without an id are known.
    private(set) var hashes: [EventBatch.RowHash?] = []

    func partial(_ reject: Reject) throws { partial.append(reject) }
    func take(_ record: JourneyRecord) throws { Issue.record("a record outside a batch: \(record)") }
    func reject(_ reject: Reject) throws { rejects.append(reject) }

    func take(_ batch: EventBatch) throws {
        let records = (0..<batch.count).map(batch.record)
        events += records
        batches.append(batch)
        #expect(batch.count > 0 && batch.time.count == batch.count)
        for column in batch.dimensions + batch.traits {
            #expect(column.codes.count == batch.count)
            var seen: Int32 = 0
            var isInOrder = true
            for code in column.codes where code >= seen {
                isInOrder = isInOrder && code == seen
                seen += 1
            }
            #expect(isInOrder && seen == column.values.count, "codes are not in the order of first appearance")
        }
        #expect(batch.rowHash.isEmpty == records.allSatisfy { $0.eventID != nil })
        hashes +=
            batch.rowHash.isEmpty
            ? records.map { _ in nil }
            : zip(records, batch.rowHash).map {
                $0.eventID == nil ? $1 : nil
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
        try mapping.addUnit("took=ms")
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
        let source = try ByteSource(.bytes(bytes, name: "t.csv"), cancellation: .never)
        var dialect = try TableReader(source, delimiter: nil, mapping: mapping).dialect
        change(&dialect)
        let pulse = ImportPulse(cancellation: .never, progress: { _, _ in })
        let session = ImportSession(source, format: .csv, sink: sink, pulse: pulse)
        let division = TableDivision(chunkBytes: chunkBytes, threads: threads)
        try TableImport(session, dialect: dialect, mapping: mapping, division: division).run()
        return (sink, try session.finished())
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
            #expect(sink.hashes == expected.hashes, "chunks of \(size)")
            #expect(sink.rejects.sorted { $0.line < $1.line } == expected.rejects, "chunks of \(size)")
            #expect(sink.rejects.map(\.line) == sink.rejects.map(\.line).sorted())
            #expect(file.read == expected.events.count + expected.rejects.count)
            #expect(sink.partial.sorted { $0.line < $1.line } == expected.partial, "chunks of \(size)")
            #expect(file.partial == expected.partial.count)
            #expect(file.records == expected.events.count && file.rejected == expected.rejects.count)
        }
    }

    /// In other encodings, and packed, too.
    @Test(arguments: [2, 16, 1000])
    func encodingsAndPacking(_ size: Int) throws {
        var mapping = try mapping()
        mapping.encoding = .windows1252
        let header = RandomTable.columns.joined(separator: ",") + "\n"
        let row = "\"Ren\u{E9} \u{80}\",1704067223198,open,,,,,t\u{E9},,\n"
        let bytes = (header + String(repeating: row, count: 40)).unicodeScalars.map { UInt8($0.value) }
        for packed in [bytes, gzipped(bytes)] {
            let (sink, _) = try read(packed, mapping, chunkBytes: size, threads: 2)
            #expect(sink.events.count == 40 && Set(sink.events).count == 1)
            #expect(sink.events.first?.person == "René €" && sink.events.first?.dimension("tag") == "té")
        }
    }

    @Test(arguments: [2, 50, 1 << 20])
    func aTimeThatCannotBePlacedIsNamedByItsLine(_ size: Int) throws {
        var mapping = Mapping()
        for column in ["touchpoint=a", "time=b"] { try mapping.addColumn(column) }
        mapping.timeFormat = "iso"
        mapping.delimiter = CSVDialect.comma
        let good = String(repeating: "x,2024-01-02T03:04:05Z\n\"y\nz\",2024-01-02T03:04:05Z\n", count: 30)
        let text = "a,b\n" + good + "x,2024-01-02\n" + "x,2024-01-03\n"
        let error = importError { _ = try read(Array(text.utf8), mapping, chunkBytes: size, threads: 3) }
        #expect(error?.message == "t.csv, line 92: the times in column \"b\" (such as \"2024-01-02\") have no zone")
    }

    @Test func batchesAreBounded() throws {
        let rows = EventMapper.mostRows * 2 + 10
        var text = "a,b,c\n"
        for row in 0..<rows { text += "x,\(row),\(row)\n" }
        var mapping = Mapping()
        for column in ["touchpoint=a", "time=b", "many=c"] { try mapping.addColumn(column) }
        mapping.timeFormat = "epoch-ms"
        let (sink, file) = try read(Array(text.utf8), mapping, chunkBytes: 1 << 30, threads: 1)
        #expect(sink.batches.map(\.count) == [EventMapper.mostRows, EventMapper.mostRows, 10])
        #expect(sink.events.map(\.time.milliseconds) == (0..<Int64(rows)).map { $0 })
        #expect(sink.events.allSatisfy { $0.dimension("many") == String($0.time.milliseconds) })
        #expect(file.records == rows)
    }

    private struct Full: Error {}

    /// Takes some batches and no more, or wants to stop.
    private final class FullSink: RecordSink, @unchecked Sendable {
        // Sendable: only who reads comes here.
        private(set) var batches = 0
        private let most: Int

        init(most: Int) { self.most = most }

        func take(_ record: JourneyRecord) throws {}
        func reject(_ reject: Reject) throws {}
        func take(_ batch: EventBatch) throws {
            batches += 1
            if batches == most { throw Full() }
        }
    }

    private func table(rows: Int) throws -> (FileImport, [UInt8]) {
        var mapping = Mapping()
        for column in ["touchpoint=a", "time=b"] { try mapping.addColumn(column) }
        let bytes = Array(("a,b\n" + String(repeating: "x,1704067223198\n", count: rows)).utf8)
        var reading = FileImport([.bytes(bytes, name: "t.csv")], mapping: mapping)
        reading.division = TableDivision(chunkBytes: 100, threads: 2)
        return (reading, bytes)
    }

    @Test func failingSinksAndCancellingEndTheReading() throws {
        var (reading, _) = try table(rows: 5000)
        let sink = FullSink(most: 3)
        #expect(throws: Full.self) { try reading.read(into: sink) }
        #expect(sink.batches == 3)
        let other = FullSink(most: .max)
        reading.cancellation = .asking { other.batches >= 5 }
        #expect(throws: CancellationError.self) { try reading.read(into: other) }
        #expect(other.batches == 5)
    }

    @Test func damagedFilesFailAfterWhatCouldBeRead() throws {
        let (whole, bytes) = try table(rows: 400_000)
        // More than is looked at beforehand.
        #expect(bytes.count > TableSample.bytes)
        var reading = whole
        reading.inputs = [.bytes(Array(gzipped(bytes).dropLast(20)), name: "t.csv.gz")]
        reading.division = TableDivision(chunkBytes: 10_000, threads: 2)
        let sink = FullSink(most: .max)
        let error = importError { _ = try reading.read(into: sink) }
        #expect(error?.message == "t.csv.gz: the compressed file stops in the middle")
        #expect(sink.batches > 100)
    }
}
