internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import OwnFiles
internal import Threads

/// The file in which an import's events wait, as pages of a table, until the whole import has been read.
///
/// Where the store has never had anything, the file is a copy of it and takes its place once everything else is in. Else
/// SQLite carries the rows over, as they are, from a table of the same columns (https://www.sqlite.org/lang_insert.html;
/// its "transfer optimization"). In a rehearsal they stay where they are.
final class EventDraft {
    private static let schema = "import_events"

    let pages: EventPages
    private let file: DraftFile
    private let way: Way

    /// How the events come into the store.
    private enum Way { case replacing, carriedOver, notAtAll }

    /// - Parameters:
    ///   - connection: has the store locked against other imports, until the events are in.
    ///   - store: the store's path.
    ///   - mayReplaceStore: whether the import is so large that it is worth a new file.
    ///   - isRehearsal: whether the events are to come into no store.
    init(_ connection: OpaquePointer, store: String, mayReplaceStore: Bool, isRehearsal: Bool) throws {
        let untouched =
            try mayReplaceStore && !isRehearsal ? EventDraft.untouchedStatus(store, connection) : nil
        way = isRehearsal ? .notAtAll : untouched == nil ? .carriedOver : .replacing
        let columns = try TableColumn.all(of: "events", connection)
        file = try DraftFile(besideStore: store)
        let descriptor = try file.descriptor()
        var isClosedByPages = false
        do {
            let root: UInt32
            if let untouched {
                guard try file.takeRights(of: untouched) else { throw StoreError.notWritable(path: store) }
                root = try EventDraft.copy(connection, to: descriptor, store: store)
            } else {
                let sql = "CREATE TABLE events(\(columns.map(\.sql).joined(separator: ", ")))"
                root = try MemoryDatabase.with(sql) { try EventDraft.copy($0, to: descriptor, store: store) }
            }
            isClosedByPages = true
            pages = EventPages(try TablePages(descriptor, root: root, path: store), columns: columns.map(\.name))
        } catch {
            if !isClosedByPages { close(descriptor) }
            throw error
        }
    }

    /// Calls `body` with a database that has all the events, and a connection that does: the store, or what takes its place
    /// when `body` returns. In a rehearsal, the store without the events, and a connection to their file.
    ///
    /// - Parameter database: the store, in a transaction.
    func finish<Result>(
        _ database: Database,
        _ connection: OpaquePointer,
        cancellation: Cancellation,
        _ body: (Database, OpaquePointer, _ events: OpaquePointer) throws -> Result
    ) throws -> Result {
        try pages.finish()
        let path = file.address()
        switch way {
        case .replacing: return try replaceStore(connection, path, body)
        case .carriedOver:
            try transfer(connection, path, cancellation)
            return try body(database, connection, connection)
        case .notAtAll:
            try addColumns(connection)
            let queue = try StoreFile.openDraft(path)
            file.takeNameAway()
            return try queue.inDatabase { draft in
                guard let events = draft.sqliteConnection else { throw ImportFailure.staging }
                return try body(database, connection, events)
            }
        }
    }

    /// Ends what `finish` has begun, once its transaction is over.
    static func letGo(_ connection: OpaquePointer) {
        sqlite3_exec(connection, "DETACH \(schema)", nil, nil, nil)
    }

    private func replaceStore<Result>(
        _ connection: OpaquePointer,
        _ path: String,
        _ body: (Database, OpaquePointer, OpaquePointer) throws -> Result
    ) throws -> Result {
        let queue = try StoreFile.openDraft(path)
        let result = try queue.inDatabase { draft in
            guard let connection = draft.sqliteConnection else { throw ImportFailure.staging }
            try draft.beginTransaction(.immediate)
            do {
                try addColumns(connection)
                let result = try body(draft, connection, connection)
                try draft.commit()
                return result
            } catch {
                // What is left of the file goes with it.
                try draft.rollback()
                throw error
            }
        }
        try queue.close()
        try file.replaceStore(connection)
        return result
    }

    private func transfer(
        _ connection: OpaquePointer,
        _ path: String,
        _ cancellation: Cancellation
    ) throws {
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
        file.takeNameAway()
        try cancellation.watching(connection) {
            try RawStatement(connection, EventDraft.transferSQL).run()
        }
    }

    /// A row that breaks off the statement ends the import: nothing has to be kept for undoing the statement alone.
    static let transferSQL = "INSERT OR ROLLBACK INTO main.events SELECT * FROM \(schema).events"

    /// Columns for dimensions that have none yet.
    private func addColumns(_ connection: OpaquePointer) throws {
        for dimension in pages.newDimensions {
            guard let column = dimension.column else { continue }
            try DimensionColumn.make(column, of: dimension.id, name: dimension.name, in: connection)
        }
    }

    /// What the store's file is like where the store is as it was made, and its file one that another can take the place of:
    /// with one name, and no other user's. Else nil.
    private static func untouchedStatus(_ store: String, _ connection: OpaquePointer) throws -> FileStatus? {
        guard let status = FileStatus(at: store), status.isSingleFile, status.owner == FileUser.current,
            try StoreReader.meta(connection, "generation") == 0
        else { return nil }
        return status
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
