/// The column of `events` that a dimension has. Its name stands in statements, so no store may choose it.
enum DimensionColumn {
    static func name(of number: Int64) -> String {
        Schema.firstDimensions.first { $0.id == number }?.name ?? "dim_\(number)"
    }

    /// Adds it to `events`, for a dimension that no event has had.
    static func make(_ column: String, of number: Int32, name: String, in connection: OpaquePointer) throws {
        try RawStatement(connection, "ALTER TABLE main.events ADD COLUMN \(column) INTEGER").run()
        let dimension = try RawStatement(
            connection,
            """
            INSERT INTO dimensions(id, name, column_name) VALUES (?1, ?2, ?3)
            ON CONFLICT(id) DO UPDATE SET column_name = excluded.column_name
            """
        )
        dimension.bind(Int64(number), at: 1)
        dimension.bind(name, at: 2)
        dimension.bind(column, at: 3)
        try dimension.run()
    }

    /// - Parameter column: as the store's table `dimensions` has it; nil for a trait.
    /// - Throws: `RowFault` where it is another one.
    static func check(_ column: String?, of number: Int64) throws(RowFault) {
        guard let column, column != name(of: number) else { return }
        throw RowFault(
            table: "dimensions",
            row: number,
            "'column_name' is '\(column)' where '\(name(of: number))' belongs"
        )
    }
}
