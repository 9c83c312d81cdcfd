import JourneyModel

/// Rows that are records beside the events, of whatever kind, or that tell of people.
final class SideRecordMapper {
    enum Outcome {
        /// A row about a person makes a record for each trait.
        case records([JourneyRecord])
        case rejected(String)
    }

    private struct Column {
        var name: String
        var feeds: [Feed] = []
    }

    /// What a column says.
    private struct Feed {
        var field: String
        /// Of one that holds a person's trait.
        var trait: String?
        var parser: TimestampParser?
    }

    /// Fields whose values are names that come again elsewhere.
    private static let names: Set<String> = [
        Dimension.touchpoint, Dimension.channel, Dimension.service, Dimension.outcome, Dimension.purpose,
        RecordField.preferenceValue.name,
    ]

    private let kind: RowKind
    private let required: [String]
    private let timeFields: Set<String>
    private let planner: ColumnPlanner
    private let times: ColumnTimes
    private let missing: MissingWords
    private let constants: [NamedValue]
    private let zone: Zone?
    private let periods: PeriodText
    /// How the numbers of each field are written.
    private var readings: [String: NumberReading] = [:]
    /// Names that were spelled otherwise than they are stored.
    private(set) var folded: [FoldedName] = []
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
        periods = PeriodText(yearBegins: mapping.yearBegins)
    }

    /// Makes a column known, the next one of the table.
    func addColumn(_ name: String) throws {
        let fields: [String] =
            switch planner.use(of: name) {
            case .fields(let fields): fields
            case .trait, .dimension, .attribute: [name]
            case .drop: []
            }
        var column = Column(name: name)
        for field in fields {
            let parser = timeFields.contains(field) ? try times.parser(column: name) : nil
            readings[field] = try times.numbers(column: name, field: field)
            column.feeds.append(Feed(field: field, trait: trait(field), parser: parser))
        }
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
        guard !columns[column].feeds.isEmpty, !missing.matches(bytes) else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        for feed in columns[column].feeds {
            if let parser = feed.parser {
                try takeTime(bytes, text, parser, feed.field, column)
            } else if feed.field == RowKind.period, kind.hasPeriod {
                try takePeriod(text, columns[column].name)
            } else {
                keep(text, for: feed.field, trait: feed.trait)
            }
        }
    }

    /// A month, a quarter or a year: when the record begins and when it ends.
    private func takePeriod(_ text: String, _ column: String) throws {
        switch periods.parse(text) {
        case .days(let from, let to):
            guard let zone else { throw times.withoutZone(column: column, example: text, line: line) }
            instants[RecordField.costFrom.name] = zone.start(of: from)
            instants[RecordField.costTo.name] = zone.start(of: to)
        case .withoutBeginning:
            fail(
                "column \"\(column)\": \"\(text)\": in which month such a year begins is not said ([times] year-begins = 4)"
            )
        case .unreadable: fail("column \"\(column)\": \"\(text)\" is no month, quarter or year")
        }
    }

    private func takeTime(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ text: String,
        _ parser: TimestampParser,
        _ field: String,
        _ column: Int
    ) throws {
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
        let isPeriod = kind.hasPeriod && columns.contains { $0.feeds.contains { $0.field == RowKind.period } }
        for field in required where texts[field] == nil && instants[field] == nil {
            let isOfPeriod = isPeriod && timeFields.contains(field)
            fail(isOfPeriod ? "no \(RowKind.period)" : "no \(field)")
        }
        var records: [JourneyRecord] = []
        switch kind {
        case .events: break
        case .records(let kind): records = [.side(record(kind))]
        case .people: records = people()
        }
        return failure.map(Outcome.rejected) ?? .records(records)
    }

    private func keep(_ text: String, for field: String, trait: String?) {
        guard trait != nil || SideRecordMapper.names.contains(field) else { return texts[field] = text }
        let name = FoldedName.of(text)
        if !name.utf8.elementsEqual(text.utf8) { folded.append(FoldedName(spelling: text, name: name, count: 1)) }
        if name.isEmpty { return }
        if let trait { traits.append(NamedValue(trait, name)) } else { texts[field] = name }
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

    /// A rating, which may stand before words and on a scale of its own.
    private func rating(_ text: String) -> Double? {
        let name = RecordField.feedbackScore.name
        let reading = readings[name] ?? NumberReading()
        let isPercent = reading.scale != nil && text.hasSuffix("%")
        let plain = isPercent ? String(text.dropLast()) : text
        let found = ValueParsing.number(plain, reading.decimal) ?? WrittenNumber.leading(plain)
        guard let found else {
            fail("\(name): \"\(text)\" is not a number")
            return nil
        }
        guard let scale = reading.scale else { return found }
        let highest = texts[RecordField.feedbackScale.name].flatMap { ValueParsing.number($0, reading.decimal) }
        guard let rating = scale.rating(found, upTo: highest ?? 5) else {
            fail("\(name): \"\(text)\" is not on the scale \(scale.word)")
            return nil
        }
        return rating
    }

    private func number(_ text: String, _ field: RecordField) -> Double? {
        if field == .feedbackScore { return rating(text) }
        guard let number = ValueParsing.number(text, readings[field.name]?.decimal ?? .point) else {
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
