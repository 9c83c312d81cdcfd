internal import JourneyModel

/// Reads the tables beside the events into a snapshot, in the order of their import.
struct SideReading {
    private let connection: OpaquePointer
    private let limits: StoreLimits
    /// The name of the person that an id stands for.
    private let person: (Int32) -> String

    init(_ connection: OpaquePointer, _ limits: StoreLimits, person: @escaping (Int32) -> String) {
        self.connection = connection
        self.limits = limits
        self.person = person
    }

    func read(into snapshot: inout JourneySnapshot) throws {
        snapshot.preferences = try rows(.preferences) { row in
            guard let kind = PreferenceRecord.Kind(rawValue: row.text(2)),
                let purpose = PreferenceRecord.Purpose(rawValue: row.text(3))
            else { return nil }
            return PreferenceRecord(
                person: person(row.code(0)),
                time: time(row, 1),
                kind: kind,
                purpose: purpose,
                service: row.optionalText(4),
                value: row.optionalText(5),
                rank: Int(row.int(6))
            )
        }
        snapshot.consents = try rows(.consents) { row in
            guard let status = ConsentRecord.Status(rawValue: row.text(2)) else { return nil }
            return ConsentRecord(
                person: person(row.code(0)),
                time: time(row, 1),
                status: status,
                purpose: row.text(3),
                channel: row.optionalText(4),
                until: row.optionalInt(5).map(Timestamp.init(milliseconds:)),
                basis: row.optionalText(6)
            )
        }
        snapshot.feedback = try rows(.feedback) { row in
            FeedbackRecord(
                time: time(row, 0),
                person: row.isNull(1) ? nil : person(row.code(1)),
                service: row.optionalText(2),
                channel: row.optionalText(3),
                touchpoint: row.optionalText(4),
                outcome: row.optionalText(5),
                score: row.optionalDouble(6),
                scale: row.double(7),
                comment: row.optionalText(8)
            )
        }
        try readEvidence(into: &snapshot)
        try readDeclarations(into: &snapshot)
    }

    private func readEvidence(into snapshot: inout JourneySnapshot) throws {
        snapshot.costs = try rows(.costs) { row in
            CostRecord(
                service: row.text(0),
                channel: row.optionalText(1),
                amount: row.double(2),
                currency: row.text(3),
                from: time(row, 4),
                to: time(row, 5),
                source: row.optionalText(6)
            )
        }
        snapshot.assessments = try rows(.assessments) { row in
            guard let kind = AssessmentRecord.Kind(rawValue: row.text(1)) else { return nil }
            return AssessmentRecord(
                criterion: row.text(0),
                kind: kind,
                score: row.double(2),
                statement: row.text(3),
                owner: row.text(4),
                date: time(row, 5),
                expires: row.optionalInt(6).map(Timestamp.init(milliseconds:))
            )
        }
        snapshot.annotations = try rows(.annotations) { row in
            AnnotationRecord(time: time(row, 0), service: row.optionalText(1), text: row.text(2))
        }
    }

    private func readDeclarations(into snapshot: inout JourneySnapshot) throws {
        let roles = try RawStatement(connection, "SELECT touchpoint, service, role FROM roles ORDER BY id")
        while try roles.step() {
            guard let role = TouchpointRole(rawValue: roles.text(2)) else { continue }
            snapshot.roles.append(.init(touchpoint: roles.text(0), service: roles.optionalText(1), role: role))
        }
        let kinds = try RawStatement(connection, "SELECT channel, kind FROM channel_kinds")
        while try kinds.step() {
            snapshot.channelKinds[kinds.text(0)] = Channel.Kind(rawValue: kinds.text(1))
        }
    }

    private func time(_ row: RawStatement, _ column: Int32) -> Timestamp {
        Timestamp(milliseconds: row.int(column))
    }

    private func rows<Record>(_ table: SideTable, _ record: (RawStatement) -> Record?) throws -> [Record] {
        let rules = TableRules(table, limits)
        // The records' columns first, then all of them again with the row's number, to be checked.
        let columns = table.columns.joined(separator: ", ")
        let statement = try RawStatement(
            connection,
            "SELECT \(columns), \(rules.selection) FROM \(table.name) ORDER BY id"
        )
        var records: [Record] = []
        while try statement.step() {
            try rules.check(statement, from: Int32(table.columns.count))
            if let record = record(statement) { records.append(record) }
        }
        return records
    }
}
