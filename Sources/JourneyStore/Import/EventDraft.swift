internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// The file in which an import's events wait, as pages of a table, until the whole import has been read.
///
/// Where the store has never had anything, the file is a copy of it and takes its place once everything else is in. Else
/// SQLite carries the rows over, as they are, from a table of the same columns (https://www.sqlite.org/lang_insert.html;
/// its "transfer optimization").
final class EventDraft {
    private static let schema = "import_events"

    let pages: EventPages
    private let path: String
    private let store: String
    private let replacesStore: Bool

    /// - Parameters:
    ///   - connection: has the store locked against other imports, until the events are in.
    ///   - store: the store's path.
    ///   - mayReplaceStore: whether the import is so large that it is worth a new file.
    init(_ connection: OpaquePointer, store: String, mayReplaceStore: Bool) throws {
        self.store = store
        replacesStore = try mayReplaceStore && EventDraft.isUntouched(store, connection)
        let columns = try TableColumn.all(of: "events", connection)
        let (file, path) = try StaleFiles.makeFile(
            besideStore: store,
            suffix: replacesStore ? StaleFiles.creationSuffix : StaleFiles.stagingSuffix
        )
        self.path = path
        var isClosedByPages = false
        do {
            let root =
                if replacesStore {
                    try EventDraft.copyWithRights(connection, to: file, store: store)
                } else {
                    try MemoryDatabase.with("CREATE TABLE events(\(columns.map(\.sql).joined(separator: ", ")))") {
                        try EventDraft.copy($0, to: file, store: store)
                    }
                }
            isClosedByPages = true
            pages = EventPages(try TablePages(file, root: root, path: store), columns: columns.map(\.name))
        } catch {
            if !isClosedByPages { close(file) }
            unlink(path)
            throw error
        }
    }

    deinit {
        unlink(path)
    }

    /// Calls `body` with a database that has all the events: the store, or what takes its place when `body` returns.
    ///
    /// - Parameter database: the store, in a transaction.
    func finish<Result>(
        _ database: Database,
        _ connection: OpaquePointer,
        isCancelled: @escaping () -> Bool,
        _ body: (Database, OpaquePointer) throws -> Result
    ) throws -> Result {
        try pages.finish()
        if replacesStore { return try replaceStore(connection, body) }
        try transfer(connection, isCancelled)
        return try body(database, connection)
    }

    /// Ends what `finish` has begun, once its transaction is over.
    static func letGo(_ connection: OpaquePointer) {
        sqlite3_exec(connection, "DETACH \(schema)", nil, nil, nil)
    }

    private func replaceStore<Result>(
        _ connection: OpaquePointer,
        _ body: (Database, OpaquePointer) throws -> Result
    ) throws -> Result {
        let queue = try StoreFile.openDraft(path)
        let result = try queue.inDatabase { draft in
            guard let connection = draft.sqliteConnection else { throw ImportFailure.staging }
            try draft.beginTransaction(.immediate)
            do {
                try addColumns(connection)
                let result = try body(draft, connection)
                try draft.commit()
                return result
            } catch {
                // What is left of the file goes with it.
                try draft.rollback()
                throw error
            }
        }
        try queue.close()
        try StoreFile.replace(store, with: path, connection)
        return result
    }

    private func transfer(_ connection: OpaquePointer, _ isCancelled: @escaping () -> Bool) throws {
        try addColumns(connection)
        if !pages.newDimensions.isEmpty {
            let columns = pages.newDimensions.compactMap(\.column)
            let sql = columns.map { "ALTER TABLE events ADD COLUMN \($0) INTEGER;" }.joined()
            // The disk need not have what is read once, and soon.
            try StoreFile.openDraft(path).inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF; \(sql)") }
        }
        let attach = try RawStatement(connection, "ATTACH ?1 AS \(EventDraft.schema)")
        attach.bind(path, at: 1)
        try attach.run()
        // Open as long as it is needed, and gone with the process whatever happens to that.
        unlink(path)
        try Cancellation.watching(connection, isCancelled) {
            try RawStatement(connection, EventDraft.transferSQL).run()
        }
    }

    /// A row that breaks off the statement ends the import: nothing has to be kept for undoing the statement alone.
    static let transferSQL = "INSERT OR ROLLBACK INTO main.events SELECT * FROM \(schema).events"

    /// Columns for dimensions that have none yet.
    private func addColumns(_ connection: OpaquePointer) throws {
        let name = try RawStatement(
            connection,
            """
            INSERT INTO dimensions(id, name, column_name) VALUES (?1, ?2, ?3)
            ON CONFLICT(id) DO UPDATE SET column_name = excluded.column_name
            """
        )
        for dimension in pages.newDimensions {
            guard let column = dimension.column else { continue }
            try RawStatement(connection, "ALTER TABLE main.events ADD COLUMN \(column) INTEGER").run()
            name.bind(Int64(dimension.id), at: 1)
            name.bind(dimension.name, at: 2)
            name.bind(column, at: 3)
            try name.run()
        }
    }

    /// Whether the store is as it was made, and a file that another one can take the place of: one name, and no other
    /// user's.
    private static func isUntouched(_ store: String, _ connection: OpaquePointer) throws -> Bool {
        var status = stat()
        guard lstat(store, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
            status.st_uid == geteuid()
        else { return false }
        return try StoreReader.meta(connection, "generation") == 0
    }

    private static func copyWithRights(_ connection: OpaquePointer, to file: Int32, store: String) throws -> UInt32 {
        var status = stat()
        guard stat(store, &status) == 0, fchmod(file, status.st_mode & 0o777) == 0 else {
            throw StoreError.notWritable(path: store)
        }
        return try copy(connection, to: file, store: store)
    }

    /// Writes the database of `connection` to `file`.
    ///
    /// - Returns: the root page of its events.
    private static func copy(_ connection: OpaquePointer, to file: Int32, store: String) throws -> UInt32 {
        let root = try RawStatement(connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'events'")
        guard try root.step() else { throw ImportFailure.staging }
        var size: Int64 = 0
        guard let bytes = sqlite3_serialize(connection, "main", &size, 0) else {
            throw SQLiteFailure(connection, SQLITE_NOMEM)
        }
        defer { sqlite3_free(bytes) }
        try RawFile.write(UnsafeRawBufferPointer(start: bytes, count: Int(size)), to: file, at: 0, path: store)
        return UInt32(root.int(0))
    }
}
