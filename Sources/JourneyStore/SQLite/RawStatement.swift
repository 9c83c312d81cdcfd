internal import GRDBSQLite

/// A prepared statement on SQLite's own interface: imports and snapshots touch millions of rows, where GRDB's row and
/// value types would cost several times the work itself. Valid inside one access of the connection only.
final class RawStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ connection: OpaquePointer, _ sql: String) throws(SQLiteFailure) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw SQLiteFailure(connection, code) }
        self.handle = handle
        self.connection = connection
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Whether there is a row.
    func step() throws(SQLiteFailure) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw failure(code)
    }

    /// Runs to the end and makes ready for the next run, with no values bound.
    func run() throws(SQLiteFailure) {
        try runKeepingBindings()
        sqlite3_clear_bindings(handle)
    }

    /// Runs to the end and makes ready for the next run; what is bound stays bound.
    func runKeepingBindings() throws(SQLiteFailure) {
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            let failure = failure(code)
            sqlite3_reset(handle)
            throw failure
        }
        sqlite3_reset(handle)
    }

    /// Of a page that is damaged SQLite does not say whose it is: the statement does, as far as it is of one table.
    private func failure(_ code: Int32) -> SQLiteFailure {
        var failure = SQLiteFailure(connection, code)
        guard failure.primaryCode == SQLITE_CORRUPT, let sql = sqlite3_sql(handle) else { return failure }
        if let table = String(cString: sql).firstMatch(of: /(?:FROM|INTO|UPDATE) ([a-z_]+)/)?.1 {
            failure.message = "a page of its table \(table): \(failure.message)"
        }
        return failure
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Ready for the next run; what is bound stays bound.
    func rewind() {
        sqlite3_reset(handle)
    }

    /// Rows changed by the last run.
    var changes: Int32 { sqlite3_changes(connection) }

    func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, value) }
    func bind(_ value: Double, at index: Int32) { sqlite3_bind_double(handle, index, value) }

    func bind(_ value: String, at index: Int32) {
        var value = value
        value.withUTF8 { text in
            // An empty buffer may have no address, which SQLite would take for NULL.
            let start = UnsafeRawPointer(text.baseAddress ?? emptyText.utf8Start)
            bindCopy(start.assumingMemoryBound(to: CChar.self), text.count, at: index)
        }
    }

    /// Binds text that the caller keeps alive until the run is over.
    func bind(borrowed text: UnsafeRawBufferPointer, at index: Int32) {
        let start = text.baseAddress ?? UnsafeRawPointer(emptyText.utf8Start)
        sqlite3_bind_text(handle, index, start.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
    }

    /// Binds a blob that the caller keeps alive until the run is over.
    func bind(borrowedBlob blob: UnsafeRawBufferPointer, at index: Int32) {
        sqlite3_bind_blob(handle, index, blob.baseAddress, Int32(blob.count), nil)
    }

    private func bindCopy(_ start: UnsafePointer<CChar>, _ count: Int, at index: Int32) {
        // SQLITE_TRANSIENT is a cast that Swift does not import.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_text(handle, index, start, Int32(clamping: count), transient)
    }

    func type(_ column: Int32) -> Int32 { sqlite3_column_type(handle, column) }
    func isNumber(_ column: Int32) -> Bool { [SQLITE_INTEGER, SQLITE_FLOAT].contains(type(column)) }
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// The code in `column`, or -1 where it is NULL.
    func code(_ column: Int32) -> Int32 { isNull(column) ? -1 : sqlite3_column_int(handle, column) }

    /// The number in `column`, or 0 where it is NULL.
    @inline(__always)
    func number(_ column: Int32) -> Int32 { sqlite3_column_int(handle, column) }

    func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }
    func optionalDouble(_ column: Int32) -> Double? { isNull(column) ? nil : double(column) }

    func optionalText(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    /// The text in `column` as it lies there; empty where it is NULL.
    func withText<Result>(
        _ column: Int32,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        let start = sqlite3_column_text(handle, column)
        return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// The blob in `column` as it lies there; empty where it is NULL.
    func withBlob<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let start = sqlite3_column_blob(handle, column)
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}

/// What empty text points to: a fixed address.
private let emptyText: StaticString = ""

/// SQLite's word for what went wrong.
struct SQLiteFailure: Error {
    /// The extended result code.
    var code: Int32
    var message: String

    init(_ connection: OpaquePointer, _ code: Int32) {
        let extended = sqlite3_extended_errcode(connection)
        self.code = extended == SQLITE_OK ? code : extended
        message = String(cString: sqlite3_errmsg(connection))
    }

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    var primaryCode: Int32 { code & 0xFF }
}
