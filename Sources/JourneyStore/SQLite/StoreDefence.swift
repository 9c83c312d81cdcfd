internal import CSQLiteDefence
internal import GRDB
internal import GRDBSQLite

/// What every connection to a store is held to: a store may come from anywhere, and opening it must run nothing of its own.
enum StoreDefence {
    /// More than the longest statement of ours: the view of a store with as many dimensions as there may be.
    private static let longestStatement: Int32 = 4 << 20

    /// - Parameter attached: how many other files the connection may have open.
    static func install(on database: Database, attached: Int32) throws {
        guard let connection = database.sqliteConnection else { return }
        let code = sqlite_defence_disarm(connection)
        guard code == SQLITE_OK else { throw SQLiteFailure(connection, code) }
        sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, longestStatement)
        sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, attached)
        sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1)
        // Cells are looked at before they are used, and a file that is cut short meanwhile is an error and no signal.
        try database.execute(sql: "PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0")
    }

    /// For a file that has to be whole after a crash: its journal cannot be switched off any more.
    static func protectFile(of database: Database) throws {
        guard let connection = database.sqliteConnection else { return }
        let code = sqlite_defence_protect_file(connection)
        guard code == SQLITE_OK else { throw SQLiteFailure(connection, code) }
    }
}
