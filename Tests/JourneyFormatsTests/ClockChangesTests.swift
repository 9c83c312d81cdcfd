import Foundation
import JourneyModel
import TestSupport
import Testing

@testable import JourneyFormats

/// Local times that come twice or never, and times finer than a millisecond.
@Suite struct ClockChangesTests {
    /// The times of the events of a table, in hours and minutes UTC, and what the import notes.
    private func read(_ rows: [String], chunk: Int = 1 << 20) throws -> (times: [String], notes: [String]) {
        let text = "person,time,page\n" + rows.map { $0 + ",x\n" }.joined()
        var mapping = Mapping()
        for column in ["person=person", "time=time", "touchpoint=page"] { try mapping.addColumn(column) }
        mapping.zone = "Europe/London"
        let sink = CollectingSink()
        var reading = FileImport([.bytes(Array(text.utf8), name: "t.csv")], mapping: mapping)
        reading.division = TableDivision(chunkBytes: chunk, threads: 2)
        let summary = try reading.read(into: sink)
        return (
            sink.events.map { String($0.time.iso8601.dropFirst(11).prefix(5)) },
            summary.files.flatMap(\.notes).map(\.text)
        )
    }

    /// Clocks go back at 01:00 UTC on 26 October 2025: 01:00 to 01:59 come twice.
    private static let night = "2025-10-26"

    private func rows(_ text: String) -> [String] {
        text.split(separator: " ").map { row in
            let parts = row.split(separator: "@")
            return "\(parts[0]),\(ClockChangesTests.night) \(parts[1]):00"
        }
    }

    @Test(arguments: [
        // The order of one person's rows.
        ("a@01:50 a@01:10", "00:50 01:10"), ("a@01:10 a@01:50", "00:10 00:50"),
        ("a@00:30 a@01:50 a@01:10 a@01:20 a@02:30", "23:30 00:50 01:10 01:20 02:30"),
        // Grouped by person: another's first row says nothing.
        ("a@00:30 a@01:50 b@00:10 b@01:10", "23:30 00:50 23:10 00:10"),
        // All rows by time, whosever they are.
        ("a@00:10 b@00:30 a@01:50 b@01:10 c@01:15 a@02:10", "23:10 23:30 00:50 01:10 01:15 02:10"),
        // Newest first.
        ("a@02:30 a@01:10 a@01:50 a@00:30", "02:30 01:10 00:50 23:30"),
        // In no order: the first.
        ("a@02:30 a@01:50 a@01:10 a@00:10 a@03:30", "02:30 00:50 00:10 23:10 03:30"),
        // Only once.
        ("a@01:30", "00:30"),
    ])
    func settledByTheOrder(_ text: String, _ expected: String) throws {
        for chunk in [2, 40, 1 << 20] {
            #expect(try read(rows(text), chunk: chunk).times.joined(separator: " ") == expected, "chunks of \(chunk)")
        }
    }

    @Test func alwaysCounted() throws {
        let twice = try read(rows("a@00:30 a@01:50 a@01:10"))
        #expect(twice.notes.filter { $0.hasPrefix("local times that come twice") }.count == 1)
        #expect(twice.notes.contains { $0.contains("put back: 2; by the order of the rows 1 of them the second") })
        let never = try read(["a,2025-03-30 01:30:00", "a,2025-03-30 03:00:00"])
        #expect(never.times == ["01:30", "02:00"])
        #expect(never.notes.contains { $0.contains("put forward: 1; moved") })
        #expect(try read(rows("a@00:30 a@02:10")).notes.filter { $0.contains("local times") }.isEmpty)
        // With an offset every time comes once.
        #expect(try read(["a,\(ClockChangesTests.night)T01:50:00+01:00"]).notes.filter { $0.contains("local") }.isEmpty)
    }

    @Test func rowsAreKnownAgain() throws {
        func hashes(_ text: String) throws -> Set<EventBatch.RowHash> {
            let sink = HashSink()
            var mapping = Mapping()
            for column in ["person=person", "time=time", "touchpoint=page"] { try mapping.addColumn(column) }
            mapping.zone = "Europe/London"
            _ = try FileImport([.bytes(Array(text.utf8), name: "t.csv")], mapping: mapping).read(into: sink)
            return sink.hashes
        }
        let local = try hashes("person,time,page\na,2025-10-26 01:50:00,x\na,2025-10-26 01:10:00,x\n")
        let plain = try hashes("person,time,page\na,2025-10-26T00:50:00Z,x\na,2025-10-26T01:10:00Z,x\n")
        #expect(local == plain)
    }

    @Test(arguments: [
        ("2025-01-01T00:00:00.123456Z", 123, 456_000), ("2025-01-01T00:00:00.1Z", 100, 0),
        ("2025-01-01T00:00:00.000000001Z", 0, 1), ("2025-01-01T00:00:00.1239Z", 123, 900_000),
    ])
    func finerThanAMillisecond(_ text: String, _ milliseconds: Int64, _ nanoseconds: Int) {
        let (outcome, mark) = text.withBytes(TimestampParser(format: .iso8601, zone: nil).read)
        #expect(outcome == .time(Timestamp(milliseconds: 1_735_689_600_000 + milliseconds)))
        #expect(mark.nanoseconds == nanoseconds)
    }

    @Test(
        arguments: [
            ("1704103200123456", "epoch-us", 1_704_103_200_123, 456_000), ("-1", "epoch-us", -1, 999_000),
            ("1704103200123456789", "epoch-ns", 1_704_103_200_123, 456_789), ("-1", "epoch-ns", -1, 999_999),
            ("1704103200.123456", "epoch", 1_704_103_200_123, 456_000), ("1704103200.5", "epoch", 1_704_103_200_500, 0),
            ("1704103200123.25", "epoch-ms", 1_704_103_200_123, 250_000), ("-0.0005", "epoch", -1, 500_000),
        ] as [(String, String, Int64, Int)]
    )
    func epochs(_ text: String, _ name: String, _ milliseconds: Int64, _ nanoseconds: Int) throws {
        let (outcome, mark) = text.withBytes(TimestampParser(format: try TimeFormat(named: name), zone: nil).read)
        #expect(outcome == .time(Timestamp(milliseconds: milliseconds)))
        #expect(mark.nanoseconds == nanoseconds)
    }

    @Test func longNumbersAreTimesWhereTheyFit() {
        #expect(TimeDetection.guess(["1704103200000000"]) == .format(.epochMicroseconds, needsZone: false))
        #expect(TimeDetection.guess(["1704103200000000000"]) == .format(.epochNanoseconds, needsZone: false))
        #expect(TimeDetection.guess(["9999999999999999"]) == .none)
        #expect(TimeDetection.guess(["99999999999999999999"]) == .none)
    }
}

private final class HashSink: RecordSink {
    var hashes: Set<EventBatch.RowHash> = []

    func take(_ record: JourneyRecord) throws {}
    func reject(_ reject: Reject) throws {}
    func take(_ batch: EventBatch) throws { hashes.formUnion(batch.rowHash) }
}
