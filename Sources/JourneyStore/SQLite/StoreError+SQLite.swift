internal import GRDB
internal import GRDBSQLite

extension StoreError {
    /// `error` of SQLite or GRDB in the store's own words; anything else is returned as it is.
    static func from(_ error: any Error, path: String) -> any Error {
        switch error {
        case let failure as SQLiteFailure: from(code: failure.code, message: failure.message, path: path)
        case let failure as DatabaseError:
            from(
                code: failure.extendedResultCode.rawValue,
                message: failure.message ?? failure.description,
                path: path
            )
        case let fault as RowFault: StoreError.damaged(path: path, detail: fault.description)
        case let limit as ImportFailure: StoreError.failed(path: path, detail: limit.detail)
        default: error
        }
    }

    /// The result code is SQLite's extended one (https://www.sqlite.org/rescode.html).
    private static func from(code: Int32, message: String, path: String) -> StoreError {
        // SQLITE_READONLY_ROLLBACK and SQLITE_READONLY_RECOVERY: macros with operators, which Swift does not import.
        if code == SQLITE_READONLY | (3 << 8) || code == SQLITE_READONLY | (1 << 8) { return .interrupted(path: path) }
        return switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path, holder: LockHolder.describe(path: path))
        case SQLITE_NOTADB: .notAStore(path: path, detail: "it is no SQLite file")
        case SQLITE_CORRUPT: .damaged(path: path, detail: message)
        case SQLITE_FULL: .diskFull(path: path)
        case SQLITE_READONLY, SQLITE_PERM: .notWritable(path: path)
        default: .failed(path: path, detail: message)
        }
    }
}
