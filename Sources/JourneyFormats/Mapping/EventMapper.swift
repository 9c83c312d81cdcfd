import JourneyModel

/// Rows that are events.
final class EventMapper: RowMapper {
    private enum Action {
        case drop
        case person, caseID, session, eventID
        case time, end, recorded
        case sequence, cost, duration
        case dimension(String), trait(String), attribute(String)
    }

    private struct Column {
        var name: String
        var action: Action
        var parser: TimestampParser?
        var cache = StringCache()
    }

    private let planner: ColumnPlanner
    private let times: ColumnTimes
    private let missing: MissingWords
    private let template: EventRecord
    private let constantTime: Timestamp?
    private var columns: [Column] = []
    private(set) var record: EventRecord
    private var hasTime = false
    private var failure: String?

    /// - Throws: `ImportError` where a constant cannot be what its field holds.
    init(_ mapping: Mapping, planner: ColumnPlanner, times: ColumnTimes) throws {
        self.planner = planner
        self.times = times
        missing = MissingWords(mapping.missing)
        (template, constantTime) = try EventMapper.template(mapping)
        record = template
    }

    func addColumn(_ name: String) throws -> Int {
        var column = Column(name: name, action: .drop)
        switch planner.use(of: name) {
        case .drop: break
        case .dimension: column.action = .dimension(name)
        case .trait: column.action = .trait(name)
        case .attribute: column.action = .attribute(name)
        case .field(let field):
            column.action = EventMapper.action(Field(named: field))
            switch column.action {
            case .time, .end, .recorded: column.parser = try times.parser(column: name)
            default: break
            }
        }
        columns.append(column)
        return columns.count - 1
    }

    func begin(line: Int) {
        record = template
        record.line = line
        record.dimensions.reserveCapacity(columns.count)
        hasTime = constantTime != nil
        failure = nil
    }

    func take(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws {
        if missing.matches(bytes) { return }
        switch columns[column].action {
        case .drop: return
        case .person: record.person = String(decoding: bytes, as: UTF8.self)
        case .caseID: record.caseID = String(decoding: bytes, as: UTF8.self)
        case .session: record.session = String(decoding: bytes, as: UTF8.self)
        case .eventID: record.eventID = String(decoding: bytes, as: UTF8.self)
        case .dimension(let name): record.dimensions.append(NamedValue(name, columns[column].cache.string(bytes)))
        case .trait(let name): record.traits.append(NamedValue(name, columns[column].cache.string(bytes)))
        case .attribute(let name): record.attributes.append(NamedValue(name, String(decoding: bytes, as: UTF8.self)))
        case .time:
            guard let time = try instant(column, bytes) else { return }
            record.time = time
            hasTime = true
        case .end: record.end = try instant(column, bytes)
        case .recorded: record.recorded = try instant(column, bytes)
        case .sequence: record.sequence = value(column, bytes, "a whole number", ValueParsing.integer)
        case .cost: record.cost = value(column, bytes, "a number", ValueParsing.number)
        case .duration: record.duration = value(column, bytes, "a length of time", ValueParsing.duration)
        }
    }

    func finish() -> RowResult {
        if let failure { return .rejected(failure) }
        if !hasTime { return .rejected("no time\(source(of: "time"))") }
        guard record.dimensions.contains(where: { $0.name == Dimension.touchpoint }) else {
            return .rejected("no touchpoint\(source(of: Dimension.touchpoint))")
        }
        return .record(.event(record))
    }

    /// Says which column should have held `field`.
    private func source(of field: String) -> String {
        let column = planner.mappedColumns.first { $0.value == field }?.key
        return column.map { ": column \"\($0)\" is empty" } ?? ""
    }

    private func instant(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws -> Timestamp? {
        guard let parser = columns[column].parser else { return nil }
        switch parser.parse(bytes) {
        case .time(let time): return time
        case .withoutZone:
            let example = String(decoding: bytes, as: UTF8.self)
            throw times.withoutZone(column: columns[column].name, example: example, line: record.line)
        case .unreadable:
            fail(column, bytes, "a time (read as \(parser.format.name))")
            return nil
        }
    }

    private func value<Value>(
        _ column: Int,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ what: String,
        _ parse: (String) -> Value?
    ) -> Value? {
        let value = parse(String(decoding: bytes, as: UTF8.self))
        if value == nil { fail(column, bytes, what) }
        return value
    }

    private func fail(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ what: String) {
        let text = String(decoding: bytes.prefix(80), as: UTF8.self)
        failure = failure ?? "column \"\(columns[column].name)\": \"\(text)\" is not \(what)"
    }

    private static func action(_ field: Field?) -> Action {
        switch field {
        case .person: .person
        case .caseID: .caseID
        case .session: .session
        case .eventID: .eventID
        case .time: .time
        case .end: .end
        case .recorded: .recorded
        case .sequence: .sequence
        case .cost: .cost
        case .duration: .duration
        case .dimension(let name): .dimension(name)
        case .trait(let name): .trait(name)
        case nil: .drop
        }
    }

    /// The record that every row starts from: the constants.
    private static func template(_ mapping: Mapping) throws -> (EventRecord, Timestamp?) {
        var record = EventRecord(time: Timestamp(milliseconds: 0), dimensions: [])
        var time: Timestamp?
        let zone = try mapping.zone.map(Zone.named)
        for constant in mapping.constants {
            let text = constant.value
            var isRead = true
            func read<Value>(_ value: Value?) -> Value? {
                isRead = value != nil
                return value
            }
            func instant() -> Timestamp? {
                let parser = TimestampParser(format: .iso8601, zone: zone)
                if case .time(let time) = Array(text.utf8).withUnsafeBufferPointer(parser.parse) { return read(time) }
                return read(nil)
            }
            switch action(Field(named: constant.name)) {
            case .person: record.person = text
            case .caseID: record.caseID = text
            case .session: record.session = text
            case .eventID: record.eventID = text
            case .dimension(let name): record.dimensions.append(NamedValue(name, text))
            case .trait(let name): record.traits.append(NamedValue(name, text))
            case .attribute(let name): record.attributes.append(NamedValue(name, text))
            case .time:
                time = instant()
                record.time = time ?? record.time
            case .end: record.end = instant()
            case .recorded: record.recorded = instant()
            case .sequence: record.sequence = read(ValueParsing.integer(text))
            case .cost: record.cost = read(ValueParsing.number(text))
            case .duration: record.duration = read(ValueParsing.duration(text))
            case .drop: break
            }
            guard isRead else {
                throw ImportError(
                    "--set \(constant.name)=\(text): not a value for \(constant.name)",
                    hint:
                        "Times are written as 2025-03-01T09:30:00Z, numbers with a point, lengths of time as 90s or 2h."
                )
            }
        }
        return (record, time)
    }
}
