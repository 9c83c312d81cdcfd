internal import GRDB
public import JourneyModel
public import Threads

/// How far taking an import out has come.
public enum ForgettingStage: Hashable, Sendable {
    /// What is left is read, to find the names that nothing has any more; the share, 0…1.
    case reading(Double)
    /// The rows are taken out.
    case writing
}

/// An import cannot be taken out.
public struct ForgettingError: Error, Hashable, Sendable {
    public var message: String
    public var hint: String

    /// What was to take its place has no row that can be stored.
    static let nothingInItsPlace = ForgettingError(
        message: "no row of the file can be stored as it is read now, so what the store has of it stays",
        hint: "nothing was changed; --dry-run --again says why its rows are rejected"
    )

    /// There is no such import.
    public static func unknown(_ batch: Int) -> ForgettingError {
        ForgettingError(message: "there is no batch \(batch)", hint: "nothing was changed; cxm batches lists them")
    }
}

/// Takes one import out of a store as if it had never been: its rows, but for those that another import brought too, which are
/// that one's then; what they are known by; names that nobody else has; and what it said of others.
struct Forgetting {
    private let batch: Int64
    private let database: Database
    private let connection: OpaquePointer
    private let path: String
    private let cancellation: Cancellation

    /// - Parameter database: the store, in a transaction.
    init(
        _ batch: Int64,
        in database: Database,
        _ connection: OpaquePointer,
        path: String,
        cancellation: Cancellation
    ) {
        self.batch = batch
        self.database = database
        self.connection = connection
        self.path = path
        self.cancellation = cancellation
    }

    /// - Returns: how many rows went, by table.
    /// - Throws: `ForgettingError` where there is no such import, or it is from before version 5; `RowFault`; `CancellationError`.
    func run(_ progress: (ForgettingStage) -> Void) throws -> [ErasureCounts.Table] {
        let facts = try facts()
        let before = try counts()
        func tick() throws {
            try cancellation.check()
            progress(.writing)
        }
        try tick()
        if try isLast() {
            try EmptyStore.make(in: database, connection)
        } else {
            let owners = try BatchRanges(connection)
            let events = try ForgottenEvents(facts, owners, connection, path: path)
            let records = ForgottenRecords(batch, connection)
            try EventVersions.forget(facts, events.moves, owners, in: connection, tick: tick)
            let traits = try ForgottenTraits(batch, events: events, owners, connection)
            let moved = try records.run(tick: tick).merging(events.run(tick: tick)) { $0 + $1 }
            try traits.run(tick: tick)
            for table in ["roles", "channel_kinds", "known_rows", "shared_ids", "batches"] {
                let column = table == "batches" ? "id" : "batch"
                try RawStatement(connection, "DELETE FROM \(table) WHERE \(column) = \(batch)").run()
            }
            for (receiver, rows) in moved {
                let sql =
                    "UPDATE batches SET stored = stored + \(rows), duplicates = duplicates - \(rows) WHERE id = \(receiver)"
                try RawStatement(connection, sql).run()
                try BatchRecount.everything(of: receiver, in: connection)
            }
            try forgetSource(facts.source, tick)
            try NameSweep(connection, cancellation: cancellation).run { progress(.reading($0)) }
            try JourneyEventsView.create(in: database)
        }
        return try zip(before, counts()).map { ErasureCounts.Table(name: $0.name, rows: max(0, $0.rows - $1.rows)) }
    }

    private func facts() throws -> ForgottenBatch {
        let row = try RawStatement(
            connection,
            "SELECT source, ifnull(first_event, 0), ifnull(last_event, -1), is_whole, is_again FROM batches WHERE id = ?1"
        )
        row.bind(batch, at: 1)
        guard try row.step() else {
            throw ForgettingError.unknown(Int(batch))
        }
        guard row.int(3) != 0 else {
            throw ForgettingError(
                message: "batch \(batch) was imported by an older cxm, which did not keep what taking it out needs",
                hint: "nothing was changed; import its files into a new store, from which every batch can be taken out"
            )
        }
        guard row.int(1) >= 0, row.int(2) - row.int(1) <= Int64(UInt32.max) else {
            throw RowFault(table: "batches", row: batch, "'last_event' is \(row.int(2)), which it cannot be")
        }
        return ForgottenBatch(
            number: batch,
            source: row.int(0),
            events: row.int(1)..<max(row.int(1), row.int(2) + 1),
            isAgain: row.int(4) != 0
        )
    }

    /// Whether nothing else was ever imported: then nothing has to be found out. What was erased must not come back, so that a
    /// store of which somebody was erased keeps what it knows of that.
    private func isLast() throws -> Bool {
        try count("SELECT count(*) FROM batches") == 1 && !hasErased()
    }

    private func hasErased() throws -> Bool { try count("SELECT count(*) FROM changes WHERE kind = 'erase'") > 0 }

    private func counts() throws -> [ErasureCounts.Table] {
        let names = ["people", "cases", "sessions", "person_traits", "case_traits", "dimension_values"]
        let tables = names + RecordKind.tables(of: Schema.version).map(\.name)
        // Of events the imports know how many there are.
        return try [ErasureCounts.Table(name: "events", rows: count("SELECT ifnull(sum(events), 0) FROM batches"))]
            + tables.map { ErasureCounts.Table(name: $0, rows: try count("SELECT count(*) FROM \($0)")) }
    }

    private func count(_ sql: String) throws -> Int {
        let row = try RawStatement(connection, sql)
        return try row.step() ? Int(row.int(0)) : 0
    }

    /// A source goes with its last import, unless somebody was erased, whose ids it goes on knowing; of one that stays it is
    /// counted again whose ids are its too.
    private func forgetSource(_ source: Int64, _ tick: () throws -> Void) throws {
        if try count("SELECT count(*) FROM batches WHERE source = \(source)") == 0 {
            guard try !hasErased() else { return }
            for sql in [
                "DELETE FROM event_id_chunks WHERE source = \(source)",
                "DELETE FROM shared_ids WHERE source = \(source)",
                "DELETE FROM sources WHERE id = \(source)",
            ] {
                try RawStatement(connection, sql).run()
            }
            return
        }
        let rows = try RawStatement(
            connection,
            """
            SELECT b.id, b.first_event, b.last_event FROM shared_ids s JOIN batches b ON b.id = s.batch
            WHERE s.source = \(source) AND b.first_event IS NOT NULL
            """
        )
        var batches: [(number: Int64, events: ClosedRange<Int64>)] = []
        while try rows.step() { batches.append((rows.int(0), rows.int(1)...rows.int(2))) }
        for other in batches {
            try tick()
            let likeness = EventLikeness(connection, own: connection, batch: other.number, events: other.events)
            _ = try likeness.storeSharedIDs()
        }
    }
}

/// The import that is taken out.
struct ForgottenBatch {
    var number: Int64
    var source: Int64
    /// The numbers that its events lie between.
    var events: Range<Int64>
    /// Whether it was stored although the store had it: then no other import knows its rows.
    var isAgain: Bool
}

/// Which import an event is of, by its number.
struct BatchRanges {
    private let batches: [StoredBatch]

    init(_ connection: OpaquePointer) throws {
        let rows = try RawStatement(
            connection,
            """
            SELECT id, source, first_event, last_event FROM batches WHERE first_event IS NOT NULL ORDER BY first_event
            """
        )
        var batches: [StoredBatch] = []
        while try rows.step() {
            batches.append(StoredBatch(number: rows.int(0), source: rows.int(1), first: rows.int(2), last: rows.int(3)))
        }
        self.batches = batches
    }

    func batch(of event: Int64) -> StoredBatch? {
        var low = 0
        var high = batches.count
        while low < high {
            let middle = (low + high) / 2
            if batches[middle].last < event { low = middle + 1 } else { high = middle }
        }
        return low < batches.count && batches[low].has(event) ? batches[low] : nil
    }

    /// The numbers of those of a source.
    func numbers(of source: Int64) -> Set<Int64> { Set(batches.filter { $0.source == source }.map(\.number)) }
}

extension StoreWriter {
    /// Takes an import out, in one step: it is gone, whole, or there.
    ///
    /// - Parameters:
    ///   - batch: its number in `batches`.
    ///   - cancellation: asked now and then; the store stays as it was once it is requested.
    ///   - progress: called now and then.
    /// - Returns: how many rows went, by table.
    /// - Throws: `ForgettingError`, `StoreError`, `CancellationError`; the store is then as it was before.
    public func forget(
        batch: Int,
        cancellation: Cancellation = .never,
        progress: (ForgettingStage) -> Void = { _ in }
    ) throws -> [ErasureCounts.Table] {
        try write { database, connection in
            let forgetting = Forgetting(Int64(batch), in: database, connection, path: path, cancellation: cancellation)
            var counts: [ErasureCounts.Table] = []
            try cancellation.watching(connection) { counts = try forgetting.run(progress) }
            try StoreHistory.record(.forget, in: connection)
            return counts
        }
    }
}
