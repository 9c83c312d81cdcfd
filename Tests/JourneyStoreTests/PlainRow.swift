import GRDB
import JourneyModel
import TestSupport

@testable import JourneyStore

/// A row of `events` with values in place of codes and columns: what is put into pages, and into SQLite beside it.
struct PlainRow {
    static let table = """
        CREATE TABLE events(id INTEGER PRIMARY KEY, event_id, time INTEGER NOT NULL, person INTEGER, "case" INTEGER,
          session INTEGER, touchpoint INTEGER, channel INTEGER, service INTEGER, end_time INTEGER, recorded INTEGER,
          sequence INTEGER, duration INTEGER, cost REAL, attributes TEXT)
        """
    static let columns = [
        "id", "event_id", "time", "person", "case", "session", "touchpoint", "channel", "service", "end_time",
        "recorded", "sequence", "duration", "cost", "attributes",
    ]

    var number: Int64
    var eventID: String?
    var time: Int64 = 0
    /// Person, case and session, from 1.
    var subjects: [Int32?] = [nil, nil, nil]
    /// End, recorded, sequence and duration.
    var numbers: [Int64?] = [nil, nil, nil, nil]
    var cost: Double?
    var attributes: String?
    /// By the dimension's place, from 1; a missing one is nil.
    var dimensions: [Int32?] = []

    /// What SQLite is given, in the order of the columns; NULL for dimensions that the row knows nothing of.
    func values(dimensions count: Int) -> [DatabaseValue] {
        let id = eventID.map { text in
            var text = text
            return text.withUTF8 { PlainNumber.read($0) }?.databaseValue ?? text.databaseValue
        }
        var codes = dimensions.map { $0?.databaseValue ?? .null }
        codes += [DatabaseValue](repeating: .null, count: max(count, 3) - codes.count)
        var values = [number.databaseValue, id ?? .null, time.databaseValue]
        values += subjects.map { $0?.databaseValue ?? .null }
        values += codes.prefix(3)
        values += numbers.map { $0?.databaseValue ?? .null }
        values += [cost?.databaseValue ?? .null, attributes?.databaseValue ?? .null]
        return values + codes.dropFirst(3)
    }

    static func block(_ rows: [PlainRow], _ dimensions: [ImportDimension]) -> EventBlock {
        let block = EventBlock(reserving: rows.count)
        func column<Value>(_ missing: Value, _ value: (PlainRow) -> Value?) -> [Value] {
            rows.contains { value($0) != nil } ? rows.map { value($0) ?? missing } : []
        }
        func codes(_ value: (PlainRow) -> Int32?) -> [Int32] { rows.map { (value($0) ?? 0) - 1 } }
        block.numbers = rows.map(\.number)
        block.time = rows.map(\.time)
        block.person = codes { $0.subjects[0] }
        block.caseID = codes { $0.subjects[1] }
        block.session = codes { $0.subjects[2] }
        block.end = column(EventBatch.none) { $0.numbers[0] }
        block.recorded = column(EventBatch.none) { $0.numbers[1] }
        block.sequence = column(EventBatch.none) { $0.numbers[2] }
        block.duration = column(EventBatch.none) { $0.numbers[3] }
        block.cost = column(.nan) { $0.cost }
        for (index, row) in rows.enumerated() where row.attributes != nil {
            block.attributes.pad(to: index)
            block.attributes.append(row.attributes)
        }
        if !block.attributes.isEmpty { block.attributes.pad(to: rows.count) }
        for (index, row) in rows.enumerated() {
            guard var text = row.eventID else {
                block.eventNumber.append(EventBatch.none)
                continue
            }
            let number = text.withUTF8 { PlainNumber.read($0) }
            block.eventNumber.append(number ?? EventBatch.none)
            if number != nil { continue }
            block.eventText.pad(to: index)
            block.eventText.append(text)
        }
        if !block.eventText.isEmpty { block.eventText.pad(to: rows.count) }
        block.dimensions = dimensions.enumerated().map { place, dimension in
            EventBlock.Column(
                dimension: dimension,
                codes: codes { place < $0.dimensions.count ? $0.dimensions[place] : nil }
            )
        }
        block.grow(by: rows.count)
        return block
    }

    static func random(_ number: Int64, _ generator: inout SplitMix64) -> PlainRow {
        func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? {
            Bool.random(using: &generator) ? value() : nil
        }
        func number64() -> Int64 {
            let value = Int64.random(in: .min + 1 ... .max, using: &generator)
            return value >> Int64.random(in: 0..<64, using: &generator)
        }
        var row = PlainRow(number: number, time: number64())
        row.eventID = maybe(Bool.random(using: &generator) ? "\(number64())" : "id-\(number64())")
        row.subjects = row.subjects.map { _ in maybe(Int32.random(in: 1...5_000_000, using: &generator)) }
        row.numbers = row.numbers.map { _ in maybe(number64()) }
        let cost = Bool.random(using: &generator) ? Double(number64()) : Double.random(in: -9...9, using: &generator)
        row.cost = maybe(cost)
        row.attributes = maybe(
            String(repeating: "ä{", count: Int.random(in: 1...60, using: &generator))
                + String(
                    repeating: "x",
                    count: Bool.random(using: &generator) ? 0 : Int.random(in: 0..<3000, using: &generator)
                )
        )
        return row
    }
}
