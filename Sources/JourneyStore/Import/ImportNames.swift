/// Every dictionary that an import uses.
struct ImportNames {
    let people: NameCodes
    let cases: NameCodes
    let sessions: NameCodes
    let dimensions: ImportDimensions

    init(_ connection: OpaquePointer) throws {
        people = try ImportNames.codes(connection, "people")
        cases = try ImportNames.codes(connection, "cases")
        sessions = try ImportNames.codes(connection, "sessions")
        dimensions = try ImportDimensions(connection)
    }

    /// Reads all names that the store has: the connection is not asked for any from now on.
    func load(_ connection: OpaquePointer) throws {
        for (codes, table) in [(people, "people"), (cases, "cases"), (sessions, "sessions")] {
            try codes.load(try RawStatement(connection, "SELECT id, name FROM \(table)"))
        }
        for dimension in dimensions.all {
            let sql = "SELECT code, value FROM dimension_values WHERE dimension = \(dimension.id)"
            try dimension.values.load(try RawStatement(connection, sql))
        }
    }

    private static func codes(_ connection: OpaquePointer, _ table: String) throws -> NameCodes {
        let highest = try RawStatement(connection, "SELECT ifnull(max(id), 0) FROM \(table)")
        _ = try highest.step()
        return NameCodes(
            highest: highest.code(0),
            lookup: try RawStatement(connection, "SELECT id FROM \(table) WHERE name = ?1")
        )
    }
}
