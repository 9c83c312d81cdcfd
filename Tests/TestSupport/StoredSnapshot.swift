public import JourneyModel
public import JourneyStore

/// Everything in a store as one value, put together from its streams in the plainest way: what an index is compared with.
extension StoreReader {
    public func snapshot() throws -> JourneySnapshot { try reading { try $0.snapshot() } }
}

extension StoreReading {
    /// Codes are dense: of ids that nothing has there is no trace. Persons are those that an event or a trait has, aliases
    /// resolved (D26).
    ///
    /// - Parameter blockSize: how many events are read at a time.
    public func snapshot(blockSize: Int = 1 << 16) throws -> JourneySnapshot {
        var snapshot = try tables()
        snapshot.events = try eventTable(snapshot.events.dimensions, blockSize: blockSize)
        var people = SubjectTable(names: try names(of: .people), traits: try traits(of: .person))
        let canonical = Dictionary(uniqueKeysWithValues: try canonicalPeople().map { ($0.alias, $0.person) })
        snapshot.events.person = snapshot.events.person.map { canonical[$0] ?? $0 }
        try readRecords(into: &snapshot) { people.names[Int(canonical[$0] ?? $0)] }
        var met = Set(snapshot.events.person)
        for trait in people.traits {
            for (code, value) in trait.codes.enumerated() where value >= 0 { met.insert(Int32(code)) }
        }
        SnapshotCodes(people.names.indices.map { met.contains(Int32($0)) })
            .apply(to: &people, &snapshot.events.person)
        snapshot.people = people
        var cases = SubjectTable(names: try names(of: .cases), traits: try traits(of: .case))
        SnapshotCodes(cases.names.map { !$0.isEmpty }).apply(to: &cases, &snapshot.events.caseID)
        snapshot.cases = cases
        var sessions = SubjectTable(names: try names(of: .sessions))
        SnapshotCodes(sessions.names.map { !$0.isEmpty }).apply(to: &sessions, &snapshot.events.session)
        snapshot.sessions = sessions.names
        return snapshot
    }

    /// Comments, sources and other words that no question asks for are left empty.
    ///
    /// - Parameter name: of the person whom a code stands for.
    private func readRecords(into snapshot: inout JourneySnapshot, _ name: (Int32) -> String) throws {
        func rows<Record: TypedRecord>() throws -> [Record] {
            try records(Record.kind, people: .max).records(name).compactMap { Record($0) }
        }
        snapshot.preferences = try rows()
        snapshot.consents = try rows()
        snapshot.feedback = try rows()
        snapshot.costs = try rows()
        snapshot.assessments = try rows()
        snapshot.annotations = try rows()
    }

    private func names(of kind: Names) throws -> [String] {
        var names: [String] = []
        try self.names(of: kind) { names.append(String(decoding: $0, as: UTF8.self)) }
        return names
    }

    private func eventTable(_ dimensions: [CodedColumn], blockSize: Int) throws -> EventTable {
        var events = EventTable(dimensions: dimensions)
        var has = (recorded: false, sequence: false, duration: false, cost: false)
        try self.events(blockSize: blockSize) { block in
            let table = block.events
            has.recorded = has.recorded || !table.recorded.isEmpty
            has.sequence = has.sequence || !table.sequence.isEmpty
            has.duration = has.duration || !table.duration.isEmpty
            has.cost = has.cost || !table.cost.isEmpty
            events.time += table.time
            events.recorded += table.recorded.isEmpty ? table.time : table.recorded
            events.sequence += table.sequence.isEmpty ? table.time.map { _ in 0 } : table.sequence
            events.duration += table.duration.isEmpty ? table.time.map { _ in -1 } : table.duration
            events.cost += table.cost.isEmpty ? table.time.map { _ in .nan } : table.cost
            events.person += table.person
            events.caseID += table.caseID
            events.session += table.session
            for (index, column) in table.dimensions.enumerated() {
                precondition(column.name == dimensions[index].name)
                events.dimensions[index].codes += column.codes
            }
        }
        if !has.recorded { events.recorded = [] }
        if !has.sequence { events.sequence = [] }
        if !has.duration { events.duration = [] }
        if !has.cost { events.cost = [] }
        for index in events.dimensions.indices {
            SnapshotCodes(events.dimensions[index].values.map { !$0.isEmpty }).apply(to: &events.dimensions[index])
        }
        events.dimensions[3...].sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return events
    }
}

/// From codes with gaps to codes without.
private struct SnapshotCodes {
    /// By old code, those that stay only.
    private var new: [Int32: Int32] = [:]
    private var kept: [Int] = []

    init(_ stays: [Bool]) {
        for (old, stays) in stays.enumerated() where stays {
            new[Int32(old)] = Int32(kept.count)
            kept.append(old)
        }
    }

    func apply(to subjects: inout SubjectTable, _ codes: inout [Int32]) {
        codes = codes.map { new[$0] ?? -1 }
        subjects.names = kept.map { [names = subjects.names] in names[$0] }
        for index in subjects.traits.indices {
            let old = subjects.traits[index].codes
            subjects.traits[index].codes = kept.map { $0 < old.count ? old[$0] : -1 }
            SnapshotCodes(subjects.traits[index].values.map { !$0.isEmpty }).apply(to: &subjects.traits[index])
        }
    }

    func apply(to column: inout CodedColumn) {
        column.values = kept.map { [values = column.values] in values[$0] }
        column.codes = column.codes.map { new[$0] ?? -1 }
    }
}

extension RecordTable {
    /// The rows one by one.
    ///
    /// - Parameter name: of the person whom a code stands for.
    public func records(_ name: (Int32) -> String) -> [SideRecord] {
        (0..<count).map { row in
            var record = SideRecord(kind)
            for column in columns { record[column.field] = column.value(row, name) }
            return record
        }
    }
}

extension RecordColumn {
    fileprivate func value(_ row: Int, _ name: (Int32) -> String) -> RecordValue {
        let cell = cells[row]
        guard cell != RecordColumn.none(field.form) || field.form == .whole else { return .none }
        return switch field.form {
        case .person: .text(name(Int32(cell - 1)))
        case .text: .text(texts[Int(cell) - 1])
        case .time, .whole: .whole(cell)
        case .real: .real(Double(bitPattern: UInt64(bitPattern: cell)))
        }
    }
}
