/// The index by which a table's names are unique and found.
enum NameIndex {
    /// Fewer new names are put into the index one by one, whatever it has.
    private static let fewNames = 1000

    /// Runs `insert`, which puts `count` new names into `table`; it has `known` names.
    ///
    /// Names come in the order in which they were met, and each belongs somewhere else in the index. Where most of it is
    /// new, sorting all names and making it anew costs a third of that.
    static func keeping(
        _ table: String,
        new count: Int,
        known: Int,
        in connection: OpaquePointer,
        _ insert: () throws -> Void
    ) throws {
        guard count > max(known, fewNames) else { return try insert() }
        try RawStatement(connection, "DROP INDEX \(table)_by_name").run()
        try insert()
        try RawStatement(connection, sql(table)).run()
    }

    static func sql(_ table: String) -> String { "CREATE UNIQUE INDEX \(table)_by_name ON \(table)(name)" }
}
