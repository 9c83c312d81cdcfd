internal import JourneyModel

/// Writes blocks of events as pages of the table `events` of a database file.
final class EventPages {
    private let pages: TablePages
    private var columns: [String]
    /// Dimensions that the table has no column for: it has to get them in this order, behind those that it has.
    private(set) var newDimensions: [ImportDimension] = []

    /// - Parameter columns: the table's, in order.
    init(_ pages: TablePages, columns: [String]) {
        self.pages = pages
        self.columns = columns
    }

    func append(_ block: EventBlock) throws {
        for column in block.dimensions where column.dimension.column == nil && column.codes.contains(where: { $0 >= 0 })
        {
            let name = "dim_\(column.dimension.id)"
            column.dimension.column = name
            columns.append(name)
            newDimensions.append(column.dimension)
        }
        try BlockColumns.with(block, table: columns) { columns in
            var record = RowRecord(columns: columns.count)
            try block.numbers.withUnsafeBufferPointer { numbers in
                for row in 0..<block.count {
                    record.begin()
                    for column in columns { column.put(row, into: &record) }
                    try pages.append(record, number: numbers[row])
                }
            }
        }
    }

    /// SQLite can read the file afterwards, once its table has the new columns.
    func finish() throws {
        try pages.finish()
    }
}
