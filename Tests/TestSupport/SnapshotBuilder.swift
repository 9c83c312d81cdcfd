public import JourneyModel

/// Makes a snapshot from records as a test writes them, without a store: the same coding rules, none of its code.
public struct SnapshotBuilder {
    public private(set) var records: [EventRecord] = []
    public var side: [JourneyRecord] = []
    /// What somebody has declared.
    public var declarations: Declarations?

    public init() {}

    /// Adds an event; `time` in milliseconds.
    public mutating func add(
        person: String? = nil,
        case caseID: String? = nil,
        session: String? = nil,
        time: Int64,
        _ touchpoint: String,
        sequence: Int64? = nil,
        cost: Double? = nil,
        recorded: Int64? = nil,
        _ dimensions: [String: String] = [:]
    ) {
        var named = [NamedValue(Dimension.touchpoint, touchpoint)]
        named += dimensions.sorted { $0.key < $1.key }.map { NamedValue($0.key, $0.value) }
        add(
            EventRecord(
                person: person,
                caseID: caseID,
                session: session,
                time: Timestamp(milliseconds: time),
                recorded: recorded.map { Timestamp(milliseconds: $0) },
                sequence: sequence,
                cost: cost,
                dimensions: named
            )
        )
    }

    /// The roles that hold: what is declared overrules.
    public var roles: [JourneySnapshot.RoleDeclaration] {
        let mapped = snapshot().roles
        return declarations?.overruling(mapped) ?? mapped
    }

    public mutating func add(_ record: EventRecord) {
        records.append(record)
    }

    /// The snapshot: events in the order in which they were added.
    public func snapshot() -> JourneySnapshot {
        var people = Codes()
        var cases = Codes()
        var sessions = Codes()
        var events = EventTable()
        let first = [Dimension.touchpoint, Dimension.channel, Dimension.service]
        let others = Set(records.flatMap { $0.dimensions.map(\.name) }).subtracting(first).sorted()
        var columns = (first + others).map { (name: $0, codes: Codes(), rows: [Int32]()) }
        var personTraits: [String: [Int32: String]] = [:]
        var caseTraits: [String: [Int32: String]] = [:]
        let hasRecorded = records.contains { $0.recorded != nil }
        let hasSequence = records.contains { $0.sequence != nil }
        let hasDuration = records.contains { $0.duration != nil }
        let hasCost = records.contains { $0.cost != nil }
        for record in records {
            let person = people.code(record.person)
            let caseCode = cases.code(record.caseID)
            events.time.append(record.time.milliseconds)
            if hasRecorded { events.recorded.append((record.recorded ?? record.time).milliseconds) }
            if hasSequence { events.sequence.append(record.sequence ?? 0) }
            if hasDuration { events.duration.append(record.duration ?? -1) }
            if hasCost { events.cost.append(record.cost ?? .nan) }
            events.person.append(person)
            events.caseID.append(caseCode)
            events.session.append(sessions.code(record.session))
            for index in columns.indices {
                let value = record.dimensions.first { $0.name == columns[index].name }?.value
                columns[index].rows.append(columns[index].codes.code(value))
            }
            for trait in record.traits {
                if Dimension.subject(of: trait.name) == .case {
                    caseTraits[trait.name, default: [:]][caseCode] = trait.value
                } else {
                    personTraits[trait.name, default: [:]][person] = trait.value
                }
            }
        }
        events.dimensions = columns.map { CodedColumn(name: $0.name, values: $0.codes.names, codes: $0.rows) }
        var snapshot = JourneySnapshot(generation: 1, events: events)
        snapshot.declared = declarations.map { Declared(generation: 1, declarations: $0) }
        for record in side { take(record, into: &snapshot, people: &people, personTraits: &personTraits) }
        snapshot.people = SubjectTable(names: people.names, traits: traits(personTraits, count: people.names.count))
        snapshot.cases = SubjectTable(names: cases.names, traits: traits(caseTraits, count: cases.names.count))
        snapshot.sessions = sessions.names
        return snapshot
    }

    private func take(
        _ record: JourneyRecord,
        into snapshot: inout JourneySnapshot,
        people: inout Codes,
        personTraits: inout [String: [Int32: String]]
    ) {
        switch record {
        case .event: break
        case .side:
            snapshot.preferences += PreferenceRecord(of: record).map { [$0] } ?? []
            snapshot.consents += ConsentRecord(of: record).map { [$0] } ?? []
            snapshot.feedback += FeedbackRecord(of: record).map { [$0] } ?? []
            snapshot.costs += CostRecord(of: record).map { [$0] } ?? []
            snapshot.assessments += AssessmentRecord(of: record).map { [$0] } ?? []
            snapshot.annotations += AnnotationRecord(of: record).map { [$0] } ?? []
        case .personTrait(let person, let trait):
            personTraits["person." + trait.name, default: [:]][people.code(person)] = trait.value
        case .touchpointRole(let touchpoint, let service, let role):
            snapshot.roles.append(.init(touchpoint: touchpoint, service: service, role: role))
        case .channelKind(let channel, let kind): snapshot.channelKinds[channel] = kind
        }
    }

    private func traits(_ values: [String: [Int32: String]], count: Int) -> [CodedColumn] {
        values.sorted { $0.key < $1.key }.map { name, bySubject in
            var codes = Codes()
            let rows = (0..<Int32(count)).map { codes.code(bySubject[$0]) }
            return CodedColumn(name: name, values: codes.names, codes: rows)
        }
    }
}

/// Dense codes in the order of first sight.
private struct Codes {
    private(set) var names: [String] = []
    private var known: [String: Int32] = [:]

    mutating func code(_ name: String?) -> Int32 {
        guard let name else { return -1 }
        if let code = known[name] { return code }
        let code = Int32(names.count)
        known[name] = code
        names.append(name)
        return code
    }
}
