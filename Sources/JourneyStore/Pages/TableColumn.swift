/// A column as its table declares it.
struct TableColumn {
    var name: String
    /// The declaration; without references, which nothing checks.
    var sql: String

    static func all(of table: String, _ connection: OpaquePointer) throws -> [TableColumn] {
        let rows = try RawStatement(
            connection,
            #"SELECT name, type, "notnull", pk FROM pragma_table_info(?1) ORDER BY cid"#
        )
        rows.bind(table, at: 1)
        var columns: [TableColumn] = []
        while try rows.step() {
            let constraint = rows.int(3) == 1 ? " PRIMARY KEY" : rows.int(2) == 1 ? " NOT NULL" : ""
            columns.append(TableColumn(name: rows.text(0), sql: "\"\(rows.text(0))\" \(rows.text(1))\(constraint)"))
        }
        return columns
    }
}
