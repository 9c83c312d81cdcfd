internal import GRDBSQLite

/// A database of its own in memory, for as long as it is used.
enum MemoryDatabase {
    /// - Parameter sql: makes its tables, with one statement or more.
    static func with<Result>(_ sql: String, _ body: (OpaquePointer) throws -> Result) throws -> Result {
        var handle: OpaquePointer?
        let code = sqlite3_open(":memory:", &handle)
        defer { sqlite3_close(handle) }
        guard code == SQLITE_OK, let handle else { throw SQLiteFailure(code: code, message: "no memory") }
        let made = sqlite3_exec(handle, sql, nil, nil, nil)
        guard made == SQLITE_OK else { throw SQLiteFailure(handle, made) }
        return try body(handle)
    }
}
