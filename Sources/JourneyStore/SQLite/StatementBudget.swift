internal import GRDBSQLite

/// Ends a reading that takes more work than any store of the file's size can need: a damaged or made-up tree of pages can
/// lead to the same page again and again.
final class StatementBudget {
    /// Instructions of SQLite's machine between two looks: a millisecond.
    private static let step: Int32 = 1 << 16
    /// A row of a table takes some eight bytes at least, and the questions that are asked of the tables together come to less
    /// than a hundred instructions for each.
    private static let instructionsPerByte = 64
    private static let least = 1 << 27

    private var rest: Int
    private(set) var isSpent = false

    /// - Parameter bytes: how large the file is.
    init(bytes: Int) {
        rest =
            (StatementBudget.least + min(bytes, 1 << 50) * StatementBudget.instructionsPerByte)
            / Int(StatementBudget.step)
    }

    /// Calls `body`, whose statements end with `SQLITE_INTERRUPT` once the budget is spent.
    func watching<Result>(_ connection: OpaquePointer, _ body: () throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) {
            sqlite3_progress_handler(
                connection,
                StatementBudget.step,
                { budget in
                    guard let budget else { return 0 }
                    return Unmanaged<StatementBudget>.fromOpaque(budget).takeUnretainedValue().spend() ? 0 : 1
                },
                Unmanaged.passUnretained(self).toOpaque()
            )
            defer { sqlite3_progress_handler(connection, 0, nil, nil) }
            return try body()
        }
    }

    private func spend() -> Bool {
        rest -= 1
        if rest < 0 { isSpent = true }
        return !isSpent
    }
}
