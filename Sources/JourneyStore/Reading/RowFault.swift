/// A row that says what no store can say: of whose damage, or of whose making, nobody knows.
struct RowFault: Error, Equatable {
    var table: String
    /// What tells the row from the others of its table.
    var row: String
    var detail: String

    init(table: String, row: some CustomStringConvertible, _ detail: String) {
        self.table = table
        self.row = row.description
        self.detail = detail
    }

    var description: String { "table \(table), row \(row): \(detail)" }
}
