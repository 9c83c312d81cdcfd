import JourneyModel

/// Rows that are records beside the events, of whatever kind, or that tell of people.
final class SideRecordMapper {
    enum Outcome {
        /// A row about a person makes a record for each trait.
        case records([JourneyRecord])
        case rejected(String)
    }

    private struct Column {
        var field: String?
        var name: String
        /// Of a column that holds a person's trait.
        var trait: String?
        var parser: TimestampParser?
    }

    private let kind: RowKind
    private let required: [String]
    private let timeFields: Set<String>
    private let planner: ColumnPlanner
    private let times: ColumnTimes
    private let missing: MissingWords
    private let constants: [NamedValue]
    private let zone: Zone?
    private var columns: [Column] = []
    private var texts: [String: String] = [:]
    private var instants: [String: Timestamp] = [:]
    private var traits: [NamedValue] = []
    private var line = 0
    private var failure: String?
    /// What the row's times say beyond their milliseconds.
    private(set) var marks: [TimeMark] = []

    /// - Throws: `ImportError` for a zone that does not exist.
    init(_ mapping: Mapping, kind: RowKind, planner: ColumnPlanner, times: ColumnTimes) throws {
        self.kind = kind
        required = kind.required
        timeFields = Set(kind.timeFields)
        self.planner = planner
        self.times = times
        missing = MissingWords(mapping.missing)
        constants = mapping.constants
        zone = try mapping.zone.map(Zone.named)
    }

    /// Makes a column known, the next one of the table.
    func addColumn(_ name: String) throws {
        var column = Column(field: nil, name: name)
        switch planner.use(of: name) {
        case .field(let field): column.field = field
        case .trait, .dimension, .attribute: column.field = name
        case .drop: break
        }
        if let field = column.field, timeFields.contains(field) { column.parser = try times.parser(column: name) }
        column.trait = column.field.flatMap(trait)
        columns.append(column)
    }

    /// Begins a row.
    func begin(line: Int) {
        self.line = line
        texts.removeAll(keepingCapacity: true)
        instants.removeAll(keepingCapacity: true)
        traits.removeAll(keepingCapacity: true)
        failure = nil
        marks.removeAll(keepingCapacity: true)
        for constant in constants {
            let bytes = Array(constant.value.utf8)
            let parser = TimestampParser(format: .iso8601, zone: zone)
            let isTime = timeFields.contains(constant.name)
            if isTime, case .time(let time) = bytes.withUnsafeBufferPointer(parser.parse) {
                instants[constant.name] = time
            } else {
                keep(constant.value, for: constant.name, trait: trait(constant.name))
            }
        }
    }

    /// Takes a field of the row. Empty and missing ones are left out.
    func take(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard let field = columns[column].field, !missing.matches(bytes) else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let parser = columns[column].parser else { return keep(text, for: field, trait: columns[column].trait) }
        let (outcome, mark) = parser.read(bytes)
        switch outcome {
        case .time(let time):
            instants[field] = time
            if mark.clock != nil { marks.append(mark) }
        case .withoutZone: throw times.withoutZone(column: columns[column].name, example: text, line: line)
        case .unreadable: fail("column \"\(columns[column].name)\": \"\(text)\" is not a time (\(parser.format.name))")
        }
    }

    /// The row's records, or why there are none.
    func finish() -> Outcome {
        for field in required where texts[field] == nil && instants[field] == nil { fail("no \(field)") }
        var records: [JourneyRecord] = []
        switch kind {
        case .events: break
        case .records(let kind): records = [.side(record(kind))]
        case .people: records = people()
        }
        return failure.map(Outcome.rejected) ?? .records(records)
    }

    private func keep(_ text: String, for field: String, trait: String?) {
        if let trait { traits.append(NamedValue(trait, text)) } else { texts[field] = text }
    }

    /// The trait that `field` of a row about a person is, without the prefix; nil where it is none.
    private func trait(_ field: String) -> String? {
        guard kind == .people, field != "person" else { return nil }
        return field.hasPrefix("person.") ? String(field.dropFirst("person.".count)) : field
    }

    private func people() -> [JourneyRecord] {
        guard let person = texts["person"] else { return [] }
        return traits.map { .personTrait(person: person, trait: $0) }
    }

    /// The record that the row makes; without meaning where something is wrong.
    private func record(_ kind: RecordKind) -> SideRecord {
        var record = SideRecord(kind, kind.fields.map(value))
        if failure == nil, let complaint = kind.settle(&record) { fail(complaint) }
        record.fillIn()
        return record
    }

    private func value(of field: RecordField) -> RecordValue {
        if field.form == .time {
            // A time that could not be read is kept as text, as that of a constant.
            if instants[field.name] == nil, let text = texts[field.name] {
                fail("\(field.name): \"\(text)\" is not a time")
            }
            return .of(instants[field.name])
        }
        guard let text = texts[field.name] else { return .none }
        switch field.form {
        case .person, .time: return .text(text)
        case .text: return word(text, field)
        case .real: return number(text, field).map(RecordValue.real) ?? .none
        case .whole: return number(text, field).flatMap { Int64(exactly: $0) }.map(RecordValue.whole) ?? .none
        }
    }

    private func word(_ text: String, _ field: RecordField) -> RecordValue {
        guard let words = field.words else { return .text(text) }
        let word = text.lowercased()
        if words.contains(word) { return .text(word) }
        fail("\(field.name) cannot be \"\(text)\"; it is one of \(words.joined(separator: ", "))")
        return .none
    }

    private func number(_ text: String, _ field: RecordField) -> Double? {
        guard let number = ValueParsing.number(text) else {
            fail("\(field.name): \"\(text)\" is not a number")
            return nil
        }
        if field.form == .whole, Int64(exactly: number) == nil || field.bounds?.contains(number) == false {
            fail("\(field.name) must be a whole number\(SideRecordMapper.text(field.bounds))")
        } else if field.bounds?.contains(number) == false {
            fail("\(field.name) must be a number\(SideRecordMapper.text(field.bounds))")
        }
        return number
    }

    private static func text(_ bounds: ClosedRange<Double>?) -> String {
        guard let bounds else { return "" }
        let least = " from \(Int(bounds.lowerBound))"
        return bounds.upperBound.isFinite ? least + " to \(Int(bounds.upperBound))" : least + " on"
    }

    private func fail(_ reason: String) {
        failure = failure ?? reason
    }
}
