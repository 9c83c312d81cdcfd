internal import GRDB
internal import JourneyModel

/// Where a batch comes from.
struct BatchOrigin {
    var source: String
    var format: String
    var fileName: String?
    var importedAt: Int64
    var choices = ImportChoices()

    /// The source's number; it is given one if need be.
    func sourceNumber(in connection: OpaquePointer) throws -> Int64 {
        let insertion = try RawStatement(connection, "INSERT OR IGNORE INTO sources(name) VALUES (?1)")
        insertion.bind(source, at: 1)
        try insertion.run()
        let number = try RawStatement(connection, "SELECT id FROM sources WHERE name = ?1")
        number.bind(source, at: 1)
        guard try number.step() else {
            throw RowFault(table: "sources", row: "'\(source)'", "it is there and cannot be found")
        }
        return number.int(0)
    }

    /// Whether rows without an id are known by their cells: sources from before version 5 know them by what a mapping made of them.
    func knowsRowsByCells(in connection: OpaquePointer) throws -> Bool {
        let row = try RawStatement(connection, "SELECT canonical_rows FROM sources WHERE name = ?1")
        row.bind(source, at: 1)
        return try !row.step() || row.int(0) == 0
    }

    /// Writes the batch's own row. Its source has a number.
    ///
    /// - Parameters:
    ///   - mark: what the file is known by; nil where nobody said.
    ///   - isAgain: whether it was stored although the store had it.
    ///   - events: the first and last number that its events have, or would have were they not known; nil where it had none.
    func store(
        in database: Database,
        batch: Int64,
        _ summary: ImportSummary,
        _ check: BlockCheck,
        mark: ImportMark?,
        isAgain: Bool,
        events: (first: Int64, last: Int64)?
    ) throws {
        let counts = check.counts
        try database.execute(
            sql: """
                INSERT INTO batches(id, source, format, file, imported_at, "read", stored, duplicates, rejected, skipped,
                  first_event, last_event, events, first_time, last_time, identical, ties, without_person, without_case,
                  without_channel, without_service, before_1990, in_future, horizon, content, bytes, mapping, is_again,
                  is_whole, changed, updated)
                VALUES (?, (SELECT id FROM sources WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
            arguments: [
                batch, source, format, fileName, importedAt, summary.read, summary.stored, summary.duplicates,
                summary.rejected, summary.skipped, events?.first, events?.last, summary.events, counts.firstTime,
                counts.lastTime, check.keys.storedIdenticalRows, summary.ties, counts.withoutPerson, counts.withoutCase,
                counts.withoutChannel, counts.withoutService, counts.before1990, counts.inFuture,
                counts.horizon, mark.map { Int64(bitPattern: $0.content.hash) }, mark?.content.bytes,
                mark.map { Int64(bitPattern: $0.mapping) }, isAgain, summary.changed, summary.updated,
            ]
        )
    }
}
