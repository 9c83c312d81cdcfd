/// The column of `events` that a dimension has. Its name stands in statements, so no store may choose it.
enum DimensionColumn {
    static func name(of number: Int64) -> String {
        Schema.firstDimensions.first { $0.id == number }?.name ?? "dim_\(number)"
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
