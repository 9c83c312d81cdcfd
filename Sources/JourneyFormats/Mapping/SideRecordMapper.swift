import JourneyModel

/// Rows that are preferences, consents, feedback, costs, people or aliases.
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

    /// - Throws: `ImportError` for a zone that does not exist.
    init(_ mapping: Mapping, kind: RowKind, planner: ColumnPlanner, times: ColumnTimes) throws {
        self.kind = kind
        required = kind.required
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
        if let field = column.field, kind.timeFields.contains(field) { column.parser = try times.parser(column: name) }
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
        for constant in constants {
            let bytes = Array(constant.value.utf8)
            let parser = TimestampParser(format: .iso8601, zone: zone)
            let isTime = kind.timeFields.contains(constant.name)
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
        switch parser.parse(bytes) {
        case .time(let time): instants[field] = time
        case .withoutZone: throw times.withoutZone(column: columns[column].name, example: text, line: line)
        case .unreadable: fail("column \"\(columns[column].name)\": \"\(text)\" is not a time (\(parser.format.name))")
        }
    }

    /// The row's records, or why there are none.
    func finish() -> Outcome {
        for field in required where texts[field] == nil && instants[field] == nil { fail("no \(field)") }
        let record = record()
        if let failure { return .rejected(failure) }
        return .records(record.map { [$0] } ?? people())
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

    /// The one record that the row makes; nil for people, and where something is wrong.
    private func record() -> JourneyRecord? {
        switch kind {
        case .events, .people: nil
        case .preferences: preference().map(JourneyRecord.preference)
        case .consents: consent().map(JourneyRecord.consent)
        case .feedback: feedback().map(JourneyRecord.feedback)
        case .costs: cost().map(JourneyRecord.cost)
        case .aliases: alias().map(JourneyRecord.alias)
        }
    }

    private func preference() -> PreferenceRecord? {
        guard let person = texts["person"], let time = instants["time"],
            let kind = choice("kind", PreferenceRecord.Kind.self),
            let purpose = choice("purpose", PreferenceRecord.Purpose.self)
        else { return nil }
        if kind == .captured, texts["value"] == nil {
            fail("no value: what was captured must be said, if only \"\(PreferenceRecord.noPreference)\"")
        }
        let rank = number("rank") ?? 1
        guard rank >= 1, let rank = Int(exactly: rank) else {
            fail("rank must be a whole number from 1 on")
            return nil
        }
        return PreferenceRecord(
            person: person,
            time: time,
            kind: kind,
            purpose: purpose,
            service: texts["service"],
            value: kind == .asked ? nil : texts["value"],
            rank: rank
        )
    }

    private func consent() -> ConsentRecord? {
        guard let person = texts["person"], let time = instants["time"], let purpose = texts["purpose"],
            let status = choice("status", ConsentRecord.Status.self)
        else { return nil }
        return ConsentRecord(
            person: person,
            time: time,
            status: status,
            purpose: purpose,
            channel: texts["channel"],
            until: instants["until"],
            basis: texts["basis"]
        )
    }

    private func feedback() -> FeedbackRecord? {
        guard let time = instants["time"] else { return nil }
        return FeedbackRecord(
            time: time,
            person: texts["person"],
            service: texts["service"],
            channel: texts["channel"],
            touchpoint: texts["touchpoint"],
            outcome: texts["outcome"],
            score: number("score"),
            scale: number("scale") ?? 5,
            comment: texts["comment"]
        )
    }

    private func cost() -> CostRecord? {
        guard let service = texts["service"], let amount = number("amount"), let currency = texts["currency"],
            let from = instants["from"], let to = instants["to"]
        else { return nil }
        if to <= from { fail("to is not after from") }
        return CostRecord(
            service: service,
            channel: texts["channel"],
            amount: amount,
            currency: currency,
            from: from,
            to: to,
            source: texts["source"]
        )
    }

    private func alias() -> AliasRecord? {
        guard let alias = texts["alias"], let person = texts["person"], let time = instants["time"] else { return nil }
        return AliasRecord(alias: alias, person: person, time: time, reason: texts["reason"] ?? "import")
    }

    private func number(_ field: String) -> Double? {
        guard let text = texts[field] else { return nil }
        let number = ValueParsing.number(text)
        if number == nil { fail("\(field): \"\(text)\" is not a number") }
        return number
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(_ field: String, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let text = texts[field] else { return nil }
        if let choice = Choice(rawValue: text.lowercased()) { return choice }
        let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        fail("\(field) cannot be \"\(text)\"; it is one of \(all)")
        return nil
    }

    private func fail(_ reason: String) {
        failure = failure ?? reason
    }
}
