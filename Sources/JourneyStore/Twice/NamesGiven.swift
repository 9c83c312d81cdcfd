internal import JourneyModel

/// The names of numbers that a store gives, found or given where a row comes back that had them.
final class NamesGiven {
    private let connection: OpaquePointer

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    /// - Parameter table: `people`, `cases` or `sessions`.
    func number(_ name: String?, in table: String) throws -> Int32 {
        guard let name else { return 0 }
        let lookup = "SELECT id FROM \(table) WHERE name = ?1"
        if let number = try find(lookup, name) { return number }
        let isOfPeople = table == "people"
        let insertion = try RawStatement(
            connection,
            """
            INSERT INTO \(table)(id, name\(isOfPeople ? ", in_events" : ""))
            SELECT ifnull(max(id), 0) + 1, ?1\(isOfPeople ? ", 1" : "") FROM \(table)
            """
        )
        insertion.bind(name, at: 1)
        try insertion.run()
        return try find(lookup, name) ?? 0
    }

    /// - Returns: the numbers of a dimension, which has a column among the events afterwards, and of its value.
    func value(_ value: String, of dimension: String) throws -> EventContent.Value {
        var number = try find("SELECT id FROM dimensions WHERE name = ?1", dimension) ?? 0
        if number == 0 {
            let highest = try RawStatement(connection, "SELECT ifnull(max(id), 0) FROM dimensions")
            _ = try highest.step()
            number = highest.number(0) + 1
        }
        let column = try RawStatement(connection, "SELECT column_name FROM dimensions WHERE id = \(number)")
        if try !column.step() || column.isNull(0) {
            try DimensionColumn.make(
                DimensionColumn.name(of: Int64(number)),
                of: number,
                name: dimension,
                in: connection
            )
        }
        let lookup = "SELECT code FROM dimension_values WHERE dimension = \(number) AND value = ?1"
        if let code = try find(lookup, value) { return EventContent.Value(dimension: number, code: code) }
        let insertion = try RawStatement(
            connection,
            """
            INSERT INTO dimension_values(dimension, code, value)
            VALUES (\(number), (SELECT ifnull(max(code), 0) + 1 FROM dimension_values WHERE dimension = \(number)), ?1)
            """
        )
        insertion.bind(value, at: 1)
        try insertion.run()
        return EventContent.Value(dimension: number, code: try find(lookup, value) ?? 0)
    }

    private func find(_ sql: String, _ name: String) throws -> Int32? {
        let row = try RawStatement(connection, sql)
        row.bind(name, at: 1)
        return try row.step() ? row.number(0) : nil
    }
}
