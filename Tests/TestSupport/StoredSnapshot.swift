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
        func rows(_ kind: RecordKind) throws -> [RecordRow] {
            let table = try records(kind, people: .max)
            return (0..<table.count).map { RecordRow(table, $0) }
        }
        snapshot.preferences = try rows(.preferences).map { row in
            PreferenceRecord(
                person: row.person(0).map(name) ?? "",
                time: row.time(1) ?? Timestamp(milliseconds: 0),
                kind: row.word(2) ?? .asked,
                purpose: row.word(3) ?? .access,
                service: row.text(4),
                value: row.text(5),
                rank: Int(row.cell(6))
            )
        }
        snapshot.consents = try rows(.consents).map { row in
            ConsentRecord(
                person: row.person(0).map(name) ?? "",
                time: row.time(1) ?? Timestamp(milliseconds: 0),
                status: row.word(2) ?? .asked,
                purpose: row.text(3) ?? "",
                channel: row.text(4),
                until: row.time(5)
            )
        }
        snapshot.feedback = try rows(.feedback).map { row in
            FeedbackRecord(
                time: row.time(0) ?? Timestamp(milliseconds: 0),
                person: row.person(1).map(name),
                service: row.text(2),
                channel: row.text(3),
                touchpoint: row.text(4),
                outcome: row.text(5),
                score: row.real(6),
                scale: row.real(7) ?? .nan
            )
        }
        snapshot.costs = try rows(.costs).map { row in
            CostRecord(
                service: row.text(0) ?? "",
                channel: row.text(1),
                amount: row.real(2) ?? .nan,
                currency: row.text(3) ?? "",
                from: row.time(4) ?? Timestamp(milliseconds: 0),
                to: row.time(5) ?? Timestamp(milliseconds: 0)
            )
        }
        snapshot.assessments = try rows(.assessments).map { row in
            AssessmentRecord(
                criterion: row.text(0) ?? "",
                kind: row.word(1) ?? .asserted,
                score: row.real(2) ?? .nan,
                statement: row.text(3) ?? "",
                owner: row.text(4) ?? "",
                date: row.time(5) ?? Timestamp(milliseconds: 0),
                expires: row.time(6)
            )
        }
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

/// One row of a table of records, by the places of its fields.
private struct RecordRow {
    private let table: RecordTable
    private let row: Int

    init(_ table: RecordTable, _ row: Int) {
        (self.table, self.row) = (table, row)
    }

    func cell(_ place: Int) -> Int64 { table.columns[place].cells[row] }
    func person(_ place: Int) -> Int32? { cell(place) > 0 ? Int32(cell(place) - 1) : nil }
    func text(_ place: Int) -> String? { cell(place) > 0 ? table.columns[place].texts[Int(cell(place)) - 1] : nil }
    func time(_ place: Int) -> Timestamp? { cell(place) == .min ? nil : Timestamp(milliseconds: cell(place)) }

    func word<Value: RawRepresentable<String>>(_ place: Int) -> Value? { text(place).flatMap(Value.init(rawValue:)) }

    func real(_ place: Int) -> Double? {
        let number = Double(bitPattern: UInt64(bitPattern: cell(place)))
        return number.isNaN ? nil : number
    }
}
