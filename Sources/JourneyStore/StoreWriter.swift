internal import Foundation
internal import GRDB
public import JourneyModel
public import Threads

/// A store opened for writing. One import is one transaction and one batch: it is in, whole, or not at all.
public final class StoreWriter: Sendable {
    public let path: String
    private let connection: StoreConnection
    private let isRehearsal: Bool

    /// Opens the store at `path`, and makes it where there is nothing or an empty file.
    ///
    /// - Parameter patience: how long to wait for another import before giving up.
    /// - Throws: `StoreError`. What is no store, or a newer one, is left as it is.
    public init(path: String, patience: Duration = .seconds(10)) throws {
        let path = StorePath.plain(path)
        self.path = path
        isRehearsal = false
        connection = try StoreConnection(path: path) {
            StoreConnection.Opened(queue: try StoreFile.openForWriting(path, patience: patience))
        }
    }

    /// Opens the store at `path` to find out what imports into it would do: they come out as they would, one after another, and
    /// nothing of them is stored or written to any file that has a name. While it is open nobody else can import.
    ///
    /// - Parameters:
    ///   - path: where there is nothing or an empty file, the store is one in memory; nil: so it is too.
    ///   - patience: how long to wait for another import before giving up.
    /// - Throws: `StoreError`, as an import into it would.
    public init(rehearsing path: String?, patience: Duration = .seconds(10)) throws {
        let path = path.map(StorePath.plain)
        let place = path ?? NSTemporaryDirectory() + "/cxm"
        self.path = place
        isRehearsal = true
        connection = try StoreConnection(path: place) {
            StoreConnection.Opened(
                queue: try path.map { try StoreRehearsal.open($0, patience: patience) } ?? StoreRehearsal.inMemory()
            )
        }
    }

    /// Imports one file.
    ///
    /// The store is locked against other imports while `body` runs, and against readers only at the end, while what was
    /// read is brought in and made sure of. A large first import makes a new file that takes the place of the one that
    /// was there; everybody who has that open through this module goes on with the new one.
    ///
    /// - Parameters:
    ///   - source: whose events these are: ids are unique within a source.
    ///   - format: the format's name.
    ///   - fileName: as the user named it; nil where there was none.
    ///   - now: the time of the import.
    ///   - choices: what to do with what the store has already.
    ///   - mark: what the file is known by, where that is known before it is read.
    ///   - events: is told what is stored while it is stored.
    ///   - cancellation: asked now and then; the store stays as it was once it is requested.
    ///   - progress: called now and then while an earlier import is taken out.
    ///   - body: hands everything that the file holds to the sink.
    /// - Throws: `StoreError`, `RepeatedImport`, `CancellationError`, and what `body` or `events` throws; the store is then as it was
    ///   before.
    public func importBatch(
        source: String,
        format: String,
        fileName: String?,
        now: Timestamp,
        choices: ImportChoices = ImportChoices(),
        mark: ImportMark? = nil,
        events: (any StoredEventSink)? = nil,
        cancellation: Cancellation = .never,
        progress: (ForgettingStage) -> Void = { _ in },
        body: (any ImportSink) throws -> Void
    ) throws -> ImportSummary {
        try importBatch(
            BatchOrigin(
                source: source,
                format: format,
                fileName: fileName,
                importedAt: now.milliseconds,
                choices: choices
            ),
            mark: mark,
            events: events,
            blockSize: EventImport.blockSize,
            cancellation: cancellation,
            progress: progress,
            body: body
        )
    }

    /// - Parameter blockSize: how many events are checked and written at a time.
    func importBatch(
        _ origin: BatchOrigin,
        mark: ImportMark? = nil,
        events: (any StoredEventSink)?,
        blockSize: Int,
        cancellation: Cancellation,
        progress: (ForgettingStage) -> Void = { _ in },
        body: (any ImportSink) throws -> Void
    ) throws -> ImportSummary {
        try write { database, connection in
            let batches = RepeatedBatches(origin, connection)
            let decision = try batches.decide(mark, isRead: false)
            for batch in decision.replaced {
                let forgetting = Forgetting(batch, in: database, connection, path: path, cancellation: cancellation)
                _ = try forgetting.run(progress)
            }
            let names = try ImportNames(connection)
            let firstEvent = try StoreWriter.nextEvent(connection)
            var source = StableHash()
            source.add(origin.source)
            // Whatever is stored all the same is known to no other import.
            if decision.isAgain { source.add(UInt64(try StoreWriter.nextNumber(connection, "batches"))) }
            let sourceNumber = try origin.sourceNumber(in: connection)
            let eventImport = try EventImport(
                connection,
                path: path,
                names: names,
                source: sourceNumber,
                hash: EventHash(source: source),
                choices: origin.choices,
                decision: decision,
                firstEvent: firstEvent,
                importedAt: origin.importedAt,
                sink: events,
                blockSize: blockSize,
                isRehearsal: isRehearsal,
                cancellation: cancellation
            )
            defer { eventImport.stop() }
            let staging = BatchStaging(
                names: names,
                events: eventImport,
                area: StagingArea(besideStore: path),
                source: source,
                knowsRowsByCells: try origin.knowsRowsByCells(in: connection),
                cancellation: cancellation
            )
            try body(staging)
            let staged = try staging.finish()
            if mark == nil, staging.summary.read > 0 { _ = try batches.decide(staging.mark, isRead: true) }
            if !staging.hasAliases { events?.endOfEvents() }
            return try eventImport.store(in: database, connection) { database, connection, events in
                var summary = staging.summary
                let writer = try BatchWriter(
                    database,
                    connection: connection,
                    events: events,
                    names: names,
                    check: eventImport.check,
                    batch: try StoreWriter.nextNumber(connection, "batches"),
                    cancellation: cancellation
                )
                var isChanged = false
                try writer.write(
                    staging.hasSideRows ? staged : nil,
                    &summary,
                    origin: origin,
                    firstEvent: firstEvent,
                    mark: staging.mark,
                    isAgain: decision.isAgain,
                    contents: eventImport.contents,
                    isChanged: &isChanged
                )
                summary.replaced = decision.replaced.map(Int.init)
                if !decision.replaced.isEmpty, summary.stored == 0, summary.rejected > 0 {
                    throw ForgettingError.nothingInItsPlace
                }
                if eventImport.hasNewColumns || writer.hasNewColumns { try JourneyEventsView.create(in: database) }
                if isChanged || summary.isRewriting {
                    try StoreHistory.record(
                        !decision.replaced.isEmpty ? .replace : summary.updated > 0 ? .update : .import,
                        in: connection
                    )
                }
                summary.stamp = try StoreHistory.stamp(connection)
                return summary
            }
        }
    }

    /// No event gets the number of one that was erased: batches own ranges of numbers.
    static func nextEvent(_ connection: OpaquePointer) throws -> Int64 {
        try max(nextNumber(connection, "events"), nextNumber(connection, "batches", "last_event"))
    }

    /// One more than the highest number in a column of `table`.
    ///
    /// - Throws: `RowFault` where that is higher than numbers go.
    static func nextNumber(_ connection: OpaquePointer, _ table: String, _ column: String = "id") throws -> Int64 {
        let row = try RawStatement(connection, "SELECT ifnull(max(\(column)), 0) FROM \(table)")
        guard try row.step() else { return 1 }
        if let complaint = ValueRule.count.complaint(row, 0) {
            throw RowFault(table: table, row: row.text(0), "'\(column)' \(complaint)")
        }
        return row.int(0) + 1
    }

    /// Marks the store as one of made-up data, which every screen then says.
    public func setDemo(_ isDemo: Bool) throws {
        try write { database, connection in
            try database.execute(sql: "UPDATE meta SET value = ? WHERE key = 'is_demo'", arguments: [isDemo ? 1 : 0])
            try StoreHistory.record(.demo, in: connection)
        }
    }

    /// Takes back that `alias` is known as `person` (D26): deletes the edge, and nothing else.
    ///
    /// - Returns: whether there was such an edge.
    public func removeAlias(_ alias: String, of person: String) throws -> Bool {
        try write { database, connection in
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
            try StoreHistory.record(.alias, in: connection)
            return true
        }
    }

    /// Takes a store away again that was made and in which nothing ever was, while nobody else can put anything into it.
    ///
    /// - Returns: whether it is gone.
    /// - Throws: `StoreError`.
    public func removeIfUntouched() throws -> Bool {
        try connection.access(
            begin: { database, _ in try database.beginTransaction(.exclusive) },
            { database, connection in
                let isUntouched =
                    try StoreReader.meta(connection, "generation") == 0
                    && StoreWriter.nextNumber(connection, "batches") == 1
                let isGone = isUntouched && unlink(path) == 0
                try database.rollback()
                return isGone
            }
        )
    }

    /// Closes the file; also happens when the writer is let go.
    public func close() throws {
        do {
            try connection.close()
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    func write<Result>(_ body: (Database, OpaquePointer) throws -> Result) throws -> Result {
        do {
            return try connection.access(
                begin: { database, _ in
                    // What is rehearsed goes on from what was rehearsed before.
                    if !isRehearsal || !database.isInsideTransaction { try database.beginTransaction(.immediate) }
                },
                end: EventDraft.letGo,
                { database, connection in
                    let result = try body(database, connection)
                    if !isRehearsal { try commit(database) }
                    return result
                }
            )
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
