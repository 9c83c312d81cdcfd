internal import GRDBSQLite

/// Ends a long statement where the import is to end.
enum Cancellation {
    private final class Question {
        let isCancelled: () -> Bool

        init(_ isCancelled: @escaping () -> Bool) {
            self.isCancelled = isCancelled
        }
    }

    /// Instructions between two questions: some milliseconds.
    private static let patience: Int32 = 1 << 16

    /// - Throws: what `body` throws; `CancellationError` where `isCancelled` said yes meanwhile.
    static func watching(
        _ connection: OpaquePointer,
        _ isCancelled: @escaping () -> Bool,
        _ body: () throws -> Void
    ) throws {
        let question = Question(isCancelled)
        try withExtendedLifetime(question) {
            sqlite3_progress_handler(
                connection,
                patience,
                { question in
                    guard let question else { return 0 }
                    return Unmanaged<Question>.fromOpaque(question).takeUnretainedValue().isCancelled() ? 1 : 0
                },
                Unmanaged.passUnretained(question).toOpaque()
            )
            defer { sqlite3_progress_handler(connection, 0, nil, nil) }
            do {
                try body()
            } catch let failure as SQLiteFailure where failure.primaryCode == SQLITE_INTERRUPT {
                throw CancellationError()
            }
        }
    }
}
