import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// What files and rows are known by when they come again.
@Suite struct RowFingerprintTests {
    private final class Sink: RecordSink {
        let knowsRowsByCells: Bool
        var hashes: [EventBatch.RowHash] = []

        init(_ knowsRowsByCells: Bool) { self.knowsRowsByCells = knowsRowsByCells }

        func take(_ record: JourneyRecord) throws {}
        func take(_ batch: EventBatch) throws { hashes += batch.rowHash }
        func reject(_ reject: Reject) throws {}
    }

    private func hashes(_ text: String, _ columns: [String], byCells: Bool = true) throws -> [EventBatch.RowHash] {
        var mapping = Mapping()
        for column in columns { try mapping.addColumn(column) }
        let sink = Sink(byCells)
        let files = FileImport([.bytes(Array(text.utf8), name: "visits.csv")], format: .csv, mapping: mapping)
        _ = try files.read(into: sink)
        return sink.hashes
    }

    private static let fields = ["person=user", "time=at", "touchpoint=page"]
    private static let table = """
        user,at,page,dept,note
        a,2025-01-01T10:00:00Z,start,tax,"a longer text, with a comma"
        b,2025-01-01T10:05:00Z,submit,tax,

        """

    @Test func theSameCellsAreTheSameRow() throws {
        let first = try hashes(Self.table, Self.fields)
        #expect(Set(first).count == 2)
        #expect(try hashes(Self.table, Self.fields + ["service=dept"]) == first)
        let turned = """
            note;more;dept;page;at;user\r
            "a longer text, with a comma";;tax;start;2025-01-01T10:00:00Z;a\r
            ;;tax;submit;2025-01-01T10:05:00Z;b
            """
        #expect(try hashes(turned, Self.fields) == first)
        let changed = try hashes(Self.table.replacing("start", with: "begin"), Self.fields)
        #expect(changed[0] != first[0] && changed[1] == first[1])
        // A value in another column is another row.
        #expect(try hashes(Self.table.replacing("dept,note", with: "note,dept"), Self.fields)[1] != first[1])
        #expect(try hashes(Self.table, Self.fields, byCells: false) != first)
    }

    @Test func theHashIsForEver() throws {
        let hash = try #require(try hashes("user,at,page\na,2025-01-01T10:00:00Z,start\n", Self.fields).first)
        var sum = EventBatch.RowHash(high: 0, low: 0)
        for (name, cell) in [("page", "start"), ("user", "a"), ("at", "2025-01-01T10:00:00Z")] {
            Array(cell.utf8).withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                CellHash(name).add(CSVScanner.Field(base: base, count: bytes.count), to: &sum)
            }
        }
        #expect(hash == sum)
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func bytesAreKnownHoweverTheyAreCut(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let count = [0, 10, 65_536, 300_001][Int(seed)]
        let bytes = (0..<count).map { _ in UInt8.random(in: 0 ... .max, using: &random) }
        var whole = ContentHash()
        bytes.withUnsafeBytes { whole.add($0) }
        var parts = ContentHash()
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...100_000, using: &random))
            bytes.withUnsafeBytes { parts.add(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
            start = end
        }
        #expect(parts.mark == whole.mark)
        #expect(whole.mark.bytes == count)
        guard !bytes.isEmpty else { return }
        var changed = bytes
        changed[changed.count / 2] ^= 1
        var other = ContentHash()
        changed.withUnsafeBytes { other.add($0) }
        #expect(other.mark != whole.mark)
    }

    @Test func theOrderInWhichAMappingSaysThingsIsNothing() throws {
        var first = Mapping()
        for column in Self.fields { try first.addColumn(column) }
        var second = Mapping()
        for column in Self.fields.reversed() { try second.addColumn(column) }
        #expect(first.fingerprint == second.fingerprint)
        second.channelKinds = [Mapping.ChannelEntry(channel: "web", kind: .digital)]
        #expect(first.fingerprint == second.fingerprint)
        try second.addColumn("service=dept")
        #expect(first.fingerprint != second.fingerprint)
    }
}
