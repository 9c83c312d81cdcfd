internal import JourneyModel

/// Reads the tables beside the events, in the order of their import.
struct SideReading {
    private let connection: OpaquePointer

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    /// The rows of a table with numbers above `number`, and of persons below `people`; rows that make no sense are left out.
    func records(_ kind: RecordKind, after number: Int64, people: Int) throws -> RecordTable {
        var table = RecordTable(kind, after: number)
        let fields = kind.fields
        let forms = fields.map(\.form)
        let columns = (["id"] + fields.map(\.name)).joined(separator: ", ")
        let rows = try RawStatement(connection, "SELECT \(columns) FROM \(kind.name) WHERE id > ?1 ORDER BY id")
        rows.bind(number, at: 1)
        while try rows.step() {
            table.lastRow = rows.int(0)
            table.append { value(of: forms[$0], rows, Int32($0) + 1, people: people) }
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
    func readDeclarations(into snapshot: inout JourneySnapshot) throws {
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
