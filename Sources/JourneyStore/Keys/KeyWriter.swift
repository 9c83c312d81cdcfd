/// Writes to one of the tables of keys (`event_keys`, `record_keys`).
struct KeyWriter {
    private let insertion: RawStatement
    private let found: RawStatement

    /// - Parameters:
    ///   - row: the column that holds the number of the row with that key.
    ///   - constant: columns with the same value in every key written, as SQL.
    init(
        _ connection: OpaquePointer,
        table: String,
        row: String,
        constant: [(column: String, value: String)] = []
    )
        throws
    {
        let columns = constant.map { ", " + $0.column }.joined()
        let values = constant.map { ", " + $0.value }.joined()
        insertion = try RawStatement(
            connection,
            "INSERT OR IGNORE INTO \(table)(\"key\", mark, \(row)\(columns)) VALUES (?1, ?2, ?3\(values))"
        )
        found = try RawStatement(connection, "SELECT mark, \(row) FROM \(table) WHERE \"key\" = ?1")
    }

    /// Whether the key was new; it is in the table afterwards.
    mutating func insert(_ key: RecordKey, row: Int64) throws -> Bool {
        try existing(key, orInsert: row) == nil
    }

    /// The row that has the key; nil where it was new, and is stored for `row` now.
    mutating func existing(_ key: RecordKey, orInsert row: Int64) throws -> Int64? {
        var place = key.column
        while true {
            insertion.bind(place, at: 1)
            insertion.bind(Int64(key.mark), at: 2)
            insertion.bind(row, at: 3)
            try insertion.runKeepingBindings()
            if insertion.changes > 0 { return nil }
            found.bind(place, at: 1)
            defer { found.rewind() }
            if try found.step(), found.int(0) == Int64(key.mark) { return found.int(1) }
            // Another key has the place by chance: this one goes to the next.
            place &+= 1
        }
    }
}
