internal import JourneyModel

/// The tables beside the events: what SQLite is told of them, and what their rows may hold.
extension RecordKind {
    /// Rows that could not be stored. They are no records: no file brings them as such, and no question asks for them.
    static let rejects = RecordKind(
        7,
        "rejects",
        "A row that could not be stored.",
        fields: [
            RecordField(7, "line", .whole, isRequired: true, isIndexed: false, "where it stood in the file"),
            RecordField(7, "reason", .text, isRequired: true, isIndexed: false, "why"),
            RecordField(7, "raw", .text, isRequired: true, isIndexed: false, "the row as it stood"),
        ]
    )

    /// Those that have a table in stores of `version`.
    static func tables(of version: Int) -> [RecordKind] { (all + [rejects]).filter { $0.since <= version } }

    /// Makes the tables that `version` brought.
    static func sql(version: Int) -> String { all.filter { $0.since == version }.map(\.sql).joined() }

    /// The columns after `id` and `batch`.
    var columns: [String] { fields.map(\.column) }

    /// Those that hold numbers of persons.
    var personColumns: [String] { fields.filter { $0.form == .person }.map(\.column) }

    private var sql: String {
        let columns = fields.map { "\($0.column) \($0.type)\($0.isAlwaysThere ? " NOT NULL" : "")\($0.reference)" }
        return """
            CREATE TABLE \(name)(
              id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
              \(columns.joined(separator: ", ")));

            """
    }
}

extension RecordField {
    fileprivate var type: String {
        switch form {
        case .person, .time, .whole: "INTEGER"
        case .real: "REAL"
        case .text: "TEXT"
        }
    }

    fileprivate var reference: String { form == .person ? " REFERENCES people(id)" : "" }

    /// What a row of the store may hold.
    func rule(_ limits: StoreLimits) -> ValueRule {
        switch form {
        case .person: isAlwaysThere ? limits.person : limits.optionalPerson
        case .text: isAlwaysThere ? .text : .optionalText
        case .time: isAlwaysThere ? .time : .optionalTime
        case .real: isAlwaysThere ? .real : .optionalReal
        case .whole: isAlwaysThere ? .number(ValueRule.anyNumber) : .optionalNumber(ValueRule.anyNumber)
        }
    }
}
