import Foundation
import GRDB
import JourneyArchive
import JourneyFormats
import JourneyModel
import JourneyStore
import TestSupport
import Testing

@testable import JourneyIndex

/// Every kind of record on its whole way, with values that are made up from what the kind itself says of its fields.
@Suite("Records from a file to the index")
struct RecordRoundTripTests {
    private static let rows = 24

    /// The text of a field in a file, and the value it stands for; nil where the row leaves it out.
    private static func value(_ field: RecordField, _ row: Int) -> (text: String, value: RecordValue)? {
        // Each row leaves out other fields, the second all that it may.
        if !field.isRequired, row == 1 || (row + Int(field.code)) % 4 == 0 { return nil }
        let number = Double(row % 7)
        switch field.form {
        case .person:
            let name = "p\((row + Int(field.code)) % 5)"
            return (name, .text(name))
        case .text:
            let text = field.words.map { $0[row % $0.count] } ?? "\(field.name) \"\(row)\", line"
            return (text, .text(text))
        case .time:
            // Later fields are later: a span ends after it begins.
            let time = Timestamp(milliseconds: (Int64(row) * 40 + Int64(field.code & 0xFF)) * .day + 123)
            return ("\(time.milliseconds)", .of(time))
        case .real:
            let value = (field.bounds?.lowerBound ?? -3) + number + 0.5
            return ("\(value)", .real(value))
        case .whole:
            let value = Int64(field.bounds?.lowerBound ?? -3) + Int64(number)
            return ("\(value)", .whole(value))
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

    /// The file, and the records that it must come to.
    private static func file(_ kind: RecordKind) -> (text: String, records: [SideRecord], rejected: Int) {
        var lines = [kind.fields.map(\.name).joined(separator: ",")]
        var records: [SideRecord] = []
        var rejected = 0
        for row in 0..<rows {
            let values = kind.fields.map { value($0, row) }
            lines.append(values.map { $0.map { quoted($0.text) } ?? "" }.joined(separator: ","))
            var record = SideRecord(kind, values.map { $0?.value ?? .none })
            if kind.settle(&record) != nil {
                rejected += 1
                continue
            }
            for field in kind.fields where record[field] == .none { record[field] = field.standard }
            records.append(record)
        }
        return (lines.joined(separator: "\n") + "\n", records, rejected)
    }

    @Test(arguments: RecordKind.all.map(\.name))
    func fromFileToIndex(name: String) throws {
        let kind = try #require(RecordKind.of(name: name))
        let fixture = try ArchiveFixture()
        let (text, expected, rejected) = Self.file(kind)
        #expect(expected.count >= Self.rows / 3)
        var mapping = Mapping()
        mapping.rows = .records(kind)
        mapping.timeFormat = "epoch-ms"
        let files = FileImport([.bytes(Array(text.utf8), name: "\(name).csv")], mapping: mapping)
        let writer = try StoreWriter(path: fixture.path)
        for time in 0..<2 {
            let feed = try #require(try IndexFeed(store: fixture.path, reader: StoreReader(path: fixture.path)))
            let summary = try writer.importBatch(
                source: "s",
                format: "csv",
                fileName: nil,
                now: Timestamp(milliseconds: 0),
                events: feed,
                body: { _ = try files.read(into: $0) }
            )
            // The second time everything is there already.
            #expect(summary.stored == (time == 0 ? expected.count : 0), "\(summary)")
            #expect(summary.rejected == rejected)
            _ = try feed.finish(summary)
        }
        try writer.close()
        #expect(try Self.stored(kind, in: fixture.path) == expected)
        let image = try fixture.archive().index()
        let rows = RecordRows(kind, of: image)
        #expect(rows.count == (kind.indexedFields.isEmpty ? 0 : expected.count))
        let people = try Self.people(fixture.path)
        for (row, record) in rows.all.enumerated() {
            for field in kind.indexedFields {
                var value = record[field]
                if case .person(let code) = value { value = .text(people[Int(code)]) }
                #expect(value == expected[row][field], "\(field.path) of row \(row)")
            }
        }
    }

    /// Reads the rows as any other program would.
    private static func stored(_ kind: RecordKind, in path: String) throws -> [SideRecord] {
        let people = try people(path)
        return try DatabaseQueue(path: path).read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM \(kind.name) ORDER BY id").map { row in
                var record = SideRecord(kind)
                for field in kind.fields where row.hasColumn(field.column) && row[field.column] != nil {
                    switch field.form {
                    case .person: record[field] = .text(people[Int(row[field.column] as Int64) - 1])
                    case .text: record[field] = .text(row[field.column])
                    case .time, .whole: record[field] = .whole(row[field.column])
                    case .real: record[field] = .real(row[field.column])
                    }
                }
                return record
            }
        }
    }

    /// By code.
    private static func people(_ path: String) throws -> [String] {
        var names: [String] = []
        try StoreReader(path: path).reading { reading in
            try reading.names(of: .people) { names.append(String(decoding: $0, as: UTF8.self)) }
        }
        return names
    }

    @Test("a row that lacks what it must have, or has what it cannot, is rejected with the field's name")
    func rejects() throws {
        for kind in RecordKind.all {
            for field in kind.fields {
                let values = kind.fields.map { other -> String in
                    guard other == field else { return Self.value(other, 2)?.text ?? "" }
                    return field.isRequired ? "" : field.form == .person || field.form == .text ? "x" : "never"
                }
                if !field.isRequired, field.form == .person || field.form == .text { continue }
                let text =
                    kind.fields.map(\.name).joined(separator: ",") + "\n"
                    + values.map(Self.quoted).joined(separator: ",") + "\n"
                var mapping = Mapping()
                mapping.rows = .records(kind)
                mapping.timeFormat = "epoch-ms"
                let sink = Sink()
                let files = FileImport([.bytes(Array(text.utf8), name: "a.csv")], mapping: mapping)
                let summary = try files.read(into: sink)
                #expect(summary.rejected == 1 && sink.records.isEmpty, "\(field.path)")
                #expect(sink.reasons.first?.contains(field.name) == true, "\(field.path): \(sink.reasons)")
            }
        }
    }

    private final class Sink: RecordSink {
        var records: [JourneyRecord] = []
        var reasons: [String] = []

        func take(_ record: JourneyRecord) throws { records.append(record) }
        func take(_ batch: EventBatch) throws {}
        func reject(_ reject: Reject) throws { reasons.append(reject.reason) }
    }
}
