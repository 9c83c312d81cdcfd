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

    private static func codes(_ connection: OpaquePointer, _ table: String) throws -> NameCodes {
        let highest = try RawStatement(connection, "SELECT ifnull(max(id), 0) FROM \(table)")
        _ = try highest.step()
        return NameCodes(
            highest: highest.code(0),
            lookup: try RawStatement(connection, "SELECT id FROM \(table) WHERE name = ?1")
        )
    }
}
