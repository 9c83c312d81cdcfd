internal import GRDB
internal import GRDBSQLite
public import JourneyModel

/// A store opened for reading: it cannot write, whatever it is asked. Between two calls it holds no lock.
public final class StoreReader: Sendable {
    public let path: String
    private let connection: StoreConnection

    /// - Parameter patience: how long to wait while an import writes what it has read.
    /// - Throws: `StoreError`.
    public init(path: String, patience: Duration = .seconds(5)) throws {
        let path = StorePath.plain(path)
        self.path = path
        connection = try StoreConnection(path: path) { try StoreFile.openForReading(path, patience: patience) }
    }

    /// What is in the store, without its events.
    public func summary() throws -> StoreSummary {
        try read { try StoreSummary.read($0, path: path) }
    }

    /// How many ids the store knows and how many persons they are.
    public func identities() throws -> IdentityReport {
        try read { try IdentityReport.read($0) }
    }

    /// Rows that could not be stored, in the order of import and line.
    ///
    /// - Parameters:
    ///   - source: nil for those of every source.
    ///   - offset: how many to pass over.
    ///   - limit: how many at most.
    public func rejects(source: String? = nil, offset: Int = 0, limit: Int) throws -> [StoredReject] {
        try read { try StoredReject.read($0, source: source, offset: offset, limit: limit) }
    }

    static func meta(_ connection: OpaquePointer, _ key: String) throws -> Int64 {
        let statement = try RawStatement(connection, "SELECT value FROM meta WHERE key = ?1")
        statement.bind(key, at: 1)
        guard try statement.step() else { return 0 }
        guard statement.type(0) == SQLITE_INTEGER else {
            throw RowFault(table: "meta", row: key, "'value' is no whole number")
        }
        return statement.int(0)
    }

    /// The version of the store's tables.
    static func version(_ connection: OpaquePointer) throws -> Int {
        let statement = try RawStatement(connection, "PRAGMA user_version")
        return try statement.step() ? Int(statement.int(0)) : 0
    }

    func read<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
        do {
            return try transaction(body)
        } catch StoreError.interrupted {
            try StoreFile.undoInterruptedImport(path)
            return try transaction(body)
        }
    }

    /// Everything that `body` reads is of one moment.
    private func transaction<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
        do {
            return try connection.access(
                begin: { _, connection in
                    ReadOnlyAuthorizer.install(on: connection)
                    try RawStatement(connection, "BEGIN").run()
                },
                { _, connection in
                    let result = try budgeted(connection, body)
                    try RawStatement(connection, "COMMIT").run()
                    return result
                }
            )
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    private func budgeted<Result>(
        _ connection: OpaquePointer,
        _ body: (OpaquePointer) throws -> Result
    ) throws -> Result {
        let budget = StatementBudget(bytes: StoreFile.size(of: connection))
        do {
            return try budget.watching(connection) { try body(connection) }
        } catch  where budget.isSpent {
            throw StoreError.damaged(path: path, detail: "reading it comes to no end")
        }
    }
}
