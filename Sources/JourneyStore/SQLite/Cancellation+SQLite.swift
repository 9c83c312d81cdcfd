internal import GRDBSQLite
internal import Threads

extension Cancellation {
    private final class Question {
        let cancellation: Cancellation

        init(_ cancellation: Cancellation) {
            self.cancellation = cancellation
        }
    }

    /// Instructions between two questions: some milliseconds.
    private static let patience: Int32 = 1 << 16

    /// Ends a long statement on the way.
    ///
    /// - Throws: what `body` throws; `CancellationError` where it was requested meanwhile.
    func watching(_ connection: OpaquePointer, _ body: () throws -> Void) throws {
        let question = Question(self)
        try withExtendedLifetime(question) {
            sqlite3_progress_handler(
                connection,
                Cancellation.patience,
                { question in
                    guard let question else { return 0 }
                    let cancellation = Unmanaged<Question>.fromOpaque(question).takeUnretainedValue().cancellation
                    return cancellation.isRequested ? 1 : 0
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
