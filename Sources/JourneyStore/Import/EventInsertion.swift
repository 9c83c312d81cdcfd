internal import JourneyModel

/// Writes blocks of events to their table, and makes the columns that new dimensions need. The one user of the connection
/// while it is at work.
final class EventInsertion {
    private let connection: OpaquePointer
    private let feed: EventFeed
    /// The statement that stored the last block, which fits the next one nearly always.
    private var statement: RawStatement?
    private var columns: [String] = []
    /// Whether `events` has columns that its view does not show.
    private(set) var hasNewColumns = false

    init(_ connection: OpaquePointer) {
        self.connection = connection
        feed = EventFeed(connection)
    }

    deinit {
        // Before the table that it reads.
        statement = nil
    }

    func insert(_ block: EventBlock) throws {
        if block.count == 0 { return }
        for column in block.dimensions where column.dimension.isOfEvents { try makeColumn(column.dimension) }
        var columns = FeedColumns()
        try columns.withColumns(of: block) { names, sources in
            try prepare(names)
            try feed.feed(sources, count: block.count) { try statement?.run() }
        }
    }

    private func prepare(_ names: [String]) throws {
        if statement != nil && columns == names { return }
        statement = nil
        try feed.declare(columns: names.count)
        // Where the columns are those of the table, from the first on and in order, SQLite reads each value right into the
        // row that it stores; else it copies it there.
        var all = try tableColumns()
        let used = all.map { names.firstIndex(of: $0) }
        all.removeLast(used.reversed().prefix { $0 == nil }.count)
        let sources = all.indices.map { used[$0].map { "c\($0)" } ?? "NULL" }.joined(separator: ", ")
        let quoted = all.map { "\"\($0)\"" }.joined(separator: ", ")
        // A row that breaks off the statement ends the import: nothing has to be kept for undoing the statement alone.
        statement = try RawStatement(
            connection,
            "INSERT OR ROLLBACK INTO events(\(quoted)) SELECT \(sources) FROM \(EventFeed.name)"
        )
        columns = names
    }

    private func tableColumns() throws -> [String] {
        let rows = try RawStatement(connection, "SELECT name FROM pragma_table_info('events') ORDER BY cid")
        var columns: [String] = []
        while try rows.step() { columns.append(rows.text(0)) }
        return columns
    }

    /// A column in `events` for a dimension that has none yet.
    private func makeColumn(_ dimension: ImportDimension) throws {
        if dimension.column != nil { return }
        let column = "dim_\(dimension.id)"
        try RawStatement(connection, "ALTER TABLE events ADD COLUMN \(column) INTEGER").run()
        let name = try RawStatement(
            connection,
            """
            INSERT INTO dimensions(id, name, column_name) VALUES (?1, ?2, ?3)
            ON CONFLICT(id) DO UPDATE SET column_name = excluded.column_name
            """
        )
        name.bind(Int64(dimension.id), at: 1)
        name.bind(dimension.name, at: 2)
        name.bind(column, at: 3)
        try name.run()
        dimension.column = column
        hasNewColumns = true
        statement = nil
    }
}
