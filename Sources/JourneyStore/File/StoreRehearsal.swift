internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// Opens a store for imports that are never stored: in one transaction that is undone, and of which no page is written to
/// any file. So it needs no copy of the store, and whatever ends the process, nothing is left behind.
enum StoreRehearsal {
    private struct NeedsCopy: Error {}

    /// - Throws: `StoreError`, as for an import.
    static func open(_ path: String, patience: Duration) throws -> DatabaseQueue {
        try StoreFile.checkMayImport(path)
        guard case .store(let version, _) = StoreHeader.read(path: path) else { return try inMemory() }
        do {
            // Bringing it up to date would be writing.
            guard version == Schema.version else { return try copyInMemory(path, patience) }
            var configuration = rehearsing(patience)
            configuration.prepareDatabase { database in
                // Leaving a write-ahead log would be writing too.
                guard try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" else { throw NeedsCopy() }
                try database.execute(
                    sql: "PRAGMA journal_mode = MEMORY; PRAGMA cache_spill = 0; PRAGMA temp_store = MEMORY"
                )
            }
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch is NeedsCopy {
            return try copyInMemory(path, patience)
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// A store of which there is nothing yet.
    static func inMemory() throws -> DatabaseQueue {
        let queue = try DatabaseQueue(configuration: rehearsing(.zero))
        try Schema.migrator.migrate(queue)
        return queue
    }

    private static func copyInMemory(_ path: String, _ patience: Duration) throws -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(configuration: rehearsing(.zero))
            try StoreFile.openForReading(path, patience: patience, anyVersion: true).queue.backup(to: queue)
            try Schema.migrator.migrate(queue)
            return queue
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    private static func rehearsing(_ patience: Duration) -> Configuration {
        var configuration = StoreFile.common(patience)
        // The one transaction is open from one import to the next.
        configuration.allowsUnsafeTransactions = true
        return configuration
    }
}
