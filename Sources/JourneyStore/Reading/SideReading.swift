internal import JourneyModel

/// Reads the tables beside the events, in the order of their import.
struct SideReading {
    private let connection: OpaquePointer
    private let limits: StoreLimits
    /// Of the store's tables.
    private let version: Int

    init(_ connection: OpaquePointer) throws {
        self.connection = connection
        version = try StoreReader.version(connection)
        limits = try StoreLimits(connection)
    }

    /// The rows of a table with numbers above `number`, and of persons below `people`; rows of a kind that there is not are left
    /// out.
    ///
    /// - Throws: `RowFault` where a value is none that its column can hold.
    func records(_ kind: RecordKind, after number: Int64, people: Int) throws -> RecordTable {
        var table = RecordTable(kind, after: number)
        // A store from before the kind has no table of it.
        guard kind.since <= version else { return table }
        let fields = kind.indexedFields
        let forms = fields.map(\.form)
        let rules = TableRules(kind, limits)
        // The fields that are asked of first, then the whole row, to be checked: its number is the first of that.
        let columns = fields.map { $0.column + ", " }.joined()
        let rows = try RawStatement(
            connection,
            "SELECT \(columns)\(rules.selection) FROM \(kind.name) WHERE id > ?1 ORDER BY id"
        )
        rows.bind(number == 0 ? .min : number, at: 1)
        let whole = Int32(fields.count)
        while try rows.step() {
            try rules.check(rows, from: whole)
            table.lastRow = rows.int(whole)
            table.append { value(of: forms[$0], rows, Int32($0), people: people) }
        }
        return table
    }

    private func value(of form: RecordField.Form, _ row: RawStatement, _ column: Int32, people: Int) -> RecordValue {
        if row.isNull(column) { return .none }
        switch form {
        case .person:
            let number = row.int(column)
            return number >= 1 && number <= Int64(people) ? .person(Int32(number - 1)) : .none
        case .text: return .text(row.text(column))
        case .time, .whole: return .whole(row.int(column))
        case .real: return .real(row.double(column))
        }
    }

    /// Parts of touchpoints in their services, and kinds of channels.
    static func readDeclarations(_ connection: OpaquePointer, into snapshot: inout JourneySnapshot) throws {
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
}
