/// Every dictionary that an import uses.
struct ImportNames {
    let people: NameCodes
    let cases: NameCodes
    let sessions: NameCodes
    let dimensions: ImportDimensions

    init(_ connection: OpaquePointer) throws {
        let limits = try StoreLimits(connection)
        people = try ImportNames.codes(connection, "people", limits.people)
        cases = try ImportNames.codes(connection, "cases", limits.cases)
        sessions = try ImportNames.codes(connection, "sessions", limits.sessions)
        dimensions = try ImportDimensions(connection, limits)
    }

    /// Reads all names that the store has: the connection is not asked for any from now on.
    func load(_ connection: OpaquePointer) throws {
        for (codes, table) in [(people, "people"), (cases, "cases"), (sessions, "sessions")] {
            try codes.load(try RawStatement(connection, "SELECT id, name FROM \(table) ORDER BY id"))
        }
        for dimension in dimensions.all {
            let sql = "SELECT code, value FROM dimension_values WHERE dimension = \(dimension.id) ORDER BY code"
            try dimension.values.load(try RawStatement(connection, sql))
        }
    }

    private static func codes(
        _ connection: OpaquePointer,
        _ table: String,
        _ highest: Int64
    ) throws -> NameCodes {
        NameCodes(
            table,
            highest: highest,
            lookup: try RawStatement(connection, "SELECT id FROM \(table) WHERE name = ?1")
        )
    }
}
