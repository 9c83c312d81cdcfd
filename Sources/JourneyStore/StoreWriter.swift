internal import Foundation
internal import GRDB
public import JourneyModel

/// A store opened for writing. One import is one transaction and one batch: it is in, whole, or not at all.
public final class StoreWriter: Sendable {
    public let path: String
    private let queue: DatabaseQueue

    /// Opens the store at `path`, and makes it where there is nothing or an empty file.
    ///
    /// - Parameter patience: how long to wait for another import before giving up.
    /// - Throws: `StoreError`. What is no store, or a newer one, is left as it is.
    public init(path: String, patience: Duration = .seconds(10)) throws {
        self.path = path
        queue = try StoreFile.openForWriting(path, patience: patience)
    }

    /// Imports one file.
    ///
    /// The store is locked against other imports while `body` runs, and against readers only at the end, while what was
    /// read is written.
    ///
    /// - Parameters:
    ///   - source: whose events these are: ids are unique within a source.
    ///   - format: the format's name.
    ///   - fileName: as the user named it; nil where there was none.
    ///   - now: the time of the import.
    ///   - hash: 128 bits of an event's canonical row, for events without an id; the same in every run.
    ///   - isCancelled: asked now and then; the store stays as it was once it says yes.
    ///   - body: hands everything that the file holds to the sink.
    /// - Throws: `StoreError`, `CancellationError`, and what `body` throws; the store is then as it was before.
    public func importBatch(
        source: String,
        format: String,
        fileName: String?,
        now: Timestamp,
        hash: @escaping (EventRecord) -> (UInt64, UInt64),
        isCancelled: @escaping () -> Bool = { false },
        body: (any ImportSink) throws -> Void
    ) throws -> ImportSummary {
        try write { database, connection in
            let names = try ImportNames(connection)
            let staging = BatchStaging(
                names: names,
                area: StagingArea(besideStore: path),
                source: source,
                rowHash: hash,
                isCancelled: isCancelled
            )
            try body(staging)
            var summary = staging.summary
            let batch = try Int64.fetchOne(database, sql: "SELECT ifnull(max(id), 0) + 1 FROM batches") ?? 1
            var writer = try BatchWriter(
                database,
                connection: connection,
                names: names,
                batch: batch,
                importedAt: now.milliseconds,
                isCancelled: isCancelled
            )
            let origin = BatchOrigin(source: source, format: format, fileName: fileName)
            var isChanged = false
            try writer.write(staging, &summary, origin: origin, isChanged: &isChanged)
            if isChanged { try StoreWriter.countUp(database) }
            return summary
        }
    }

    /// Marks the store as one of made-up data, which every screen then says.
    public func setDemo(_ isDemo: Bool) throws {
        try write { database, _ in
            try database.execute(sql: "UPDATE meta SET value = ? WHERE key = 'is_demo'", arguments: [isDemo ? 1 : 0])
            try StoreWriter.countUp(database)
        }
    }

    /// Takes back that `alias` is known as `person` (D26): deletes the edge, and nothing else.
    ///
    /// - Returns: whether there was such an edge.
    public func removeAlias(_ alias: String, of person: String) throws -> Bool {
        try write { database, _ in
            let edges = """
                SELECT a.id FROM aliases a JOIN people p ON p.id = a.alias JOIN people q ON q.id = a.person
                WHERE p.name = ?1 AND q.name = ?2
                """
            // Its key goes too, so that the same edge can be imported again.
            try database.execute(
                sql: #"DELETE FROM record_keys WHERE "table" = 'aliases' AND row IN (\#(edges))"#,
                arguments: [alias, person]
            )
            try database.execute(sql: "DELETE FROM aliases WHERE id IN (\(edges))", arguments: [alias, person])
            guard database.changesCount > 0 else { return false }
            try StoreWriter.countUp(database)
            return true
        }
    }

    /// Closes the file; also happens when the writer is let go.
    public func close() throws {
        do {
            try queue.close()
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    private static func countUp(_ database: Database) throws {
        try database.execute(sql: "UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    }

    private func write<Result>(_ body: (Database, OpaquePointer) throws -> Result) throws -> Result {
        do {
            return try queue.inDatabase { database in
                guard let connection = database.sqliteConnection else {
                    throw StoreError.failed(path: path, detail: "it is closed")
                }
                try database.beginTransaction(.immediate)
                do {
                    let result = try body(database, connection)
                    try commit(database)
                    return result
                } catch {
                    if database.isInsideTransaction { try database.rollback() }
                    throw error
                }
            }
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// Commits; waits for readers that are in the middle of something. No new ones get in meanwhile, so the wait is as long
    /// as the longest of those at work.
    private func commit(_ database: Database) throws {
        for _ in 1..<StoreWriter.commitAttempts {
            do {
                return try database.commit()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && database.isInsideTransaction {
                continue
            }
        }
        try database.commit()
    }

    /// Each waits as long as the writer's patience.
    private static let commitAttempts = 12
}
