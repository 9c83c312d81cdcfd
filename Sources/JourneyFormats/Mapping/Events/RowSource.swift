/// Where the field of a column being built lies: in the row, or the same for every row.
struct RowSource {
    private let column: Int
    private let constant: CSVScanner.Field

    /// A constant must live as long as the source: its bytes are `constants`'.
    init(_ source: EventPlan.Source, constants: PaddedBytes) {
        switch source {
        case .column(let column):
            self.column = column
            constant = CSVScanner.Field(base: constants.base, count: 0)
        case .constant(let bytes):
            column = -1
            let start = constants.count
            bytes.withUnsafeBytes(constants.append)
            constant = CSVScanner.Field(base: constants.base + start, count: bytes.count)
        }
    }

    /// The field in the row `fields`; an empty one where it is missing.
    @inline(__always)
    func field(_ fields: UnsafePointer<CSVScanner.Field>, _ missing: borrowing MissingWords) -> CSVScanner.Field {
        guard column >= 0 else { return constant }
        let field = fields[column]
        return missing.matches(field) ? CSVScanner.Field(base: field.base, count: 0) : field
    }
}
