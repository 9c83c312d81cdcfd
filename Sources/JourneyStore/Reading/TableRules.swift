/// What the rows of a table may hold.
struct TableRules {
    struct Column {
        var name: String
        var rule: ValueRule
    }

    let table: String
    let columns: [Column]
    /// How many of the first columns tell a row from the others.
    let keyColumns: Int

    init(_ table: String, key: [(String, ValueRule)], _ columns: [(String, ValueRule)] = []) {
        self.table = table
        self.columns = (key + columns).map { Column(name: $0.0, rule: $0.1) }
        keyColumns = key.count
    }

    /// What a statement selects whose rows are checked.
    var selection: String { columns.map { "\"\($0.name)\"" }.joined(separator: ", ") }

    /// - Parameters:
    ///   - row: has the table's columns in their order.
    ///   - first: the place of the first of them.
    /// - Throws: `RowFault`.
    func check(_ row: RawStatement, from first: Int32 = 0) throws(RowFault) {
        for place in 0..<Int32(columns.count) {
            let column = columns[Int(place)]
            guard let complaint = column.rule.complaint(row, first + place) else { continue }
            let key = (0..<Int32(keyColumns)).map { row.text(first + $0) }.joined(separator: ", ")
            throw RowFault(table: table, row: key, "'\(column.name)' \(complaint)")
        }
    }

    /// Checks every row, and that each comes once.
    ///
    /// - Throws: `RowFault`; what SQLite says.
    func audit(_ connection: OpaquePointer) throws {
        let order = columns.prefix(keyColumns).map { "\"\($0.name)\"" }.joined(separator: ", ")
        let rows = try RawStatement(connection, "SELECT \(selection) FROM \(table) ORDER BY \(order)")
        var last: [Int64]?
        while try rows.step() {
            try check(rows)
            let key = (0..<Int32(keyColumns)).map { rows.int($0) }
            if let last, !last.lexicographicallyPrecedes(key) {
                throw RowFault(
                    table: table,
                    row: key.map(String.init).joined(separator: ", "),
                    "it does not come after the row before it"
                )
            }
            last = key
        }
    }
}
