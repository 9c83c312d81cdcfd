internal import GRDB
internal import Synchronization

/// A connection to the store that stands at a path. A large first import makes a new file that takes the place of the one
/// that was there: whoever had that open goes on with the new one.
final class StoreConnection: Sendable {
    struct Opened {
        var queue: DatabaseQueue
        /// Where it is read without locks.
        var resting: RestingStore?
        /// The state of its tables that is known to be as a store's are.
        var checkedSchema: Int64?
    }

    private let opened: Mutex<Opened>
    private let path: String
    private let open: @Sendable () throws -> Opened

    /// - Parameter open: opens what stands at `path`.
    init(path: String, open: @escaping @Sendable () throws -> Opened) throws {
        self.path = path
        self.open = open
        opened = Mutex(try open())
    }

    /// Calls `body` in a transaction that `begin` has begun, and that `body` ends where it throws nothing.
    ///
    /// - Parameter end: is called when the transaction is over, however it ended.
    func access<Result>(
        begin: (Database, OpaquePointer) throws -> Void,
        end: (OpaquePointer) -> Void = { _ in },
        _ body: (Database, OpaquePointer) throws -> Result
    ) throws -> Result {
        for _ in 0..<StoreConnection.attempts {
            let (queue, resting) = opened.withLock { ($0.queue, $0.resting) }
            let result: Result? = try queue.inDatabase { database in
                guard let connection = database.sqliteConnection else {
                    throw StoreError.failed(path: path, detail: "it is closed")
                }
                try begin(database, connection)
                defer { end(connection) }
                do {
                    if StoreFile.hasMoved(connection) || resting?.isAtRest == false {
                        try RawStatement(connection, "ROLLBACK").run()
                        return nil
                    }
                    try checkSchema(connection)
                    let result = try body(database, connection)
                    if resting?.isAtRest == false { throw StoreError.changing(path: path) }
                    return result
                } catch {
                    if database.isInsideTransaction { try RawStatement(connection, "ROLLBACK").run() }
                    throw error
                }
            }
            if let result { return result }
            let current = try open()
            opened.withLock { $0 = current }
        }
        throw StoreError.failed(path: path, detail: "its file is replaced again and again")
    }

    /// A file is replaced once in its life; some file systems say so of every file.
    private static let attempts = 4

    func close() throws {
        try opened.withLock { try $0.queue.close() }
    }

    /// Anybody who may write the file can change its tables, also while it is open here: asked in every transaction, for some
    /// microseconds, and looked at again where they have changed.
    private func checkSchema(_ connection: OpaquePointer) throws {
        let state = try RawStatement(connection, "PRAGMA schema_version")
        let current = try state.step() ? state.int(0) : 0
        let version = try StoreReader.version(connection)
        guard version != Schema.version || opened.withLock({ $0.checkedSchema }) != current else { return }
        try SchemaCheck.run(connection, path: path)
        opened.withLock { $0.checkedSchema = current }
    }
}
