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
        try BlockColumns.with(block) { names, sources in
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

/// A block's columns as the feed takes them, with the columns of `events` that they are for.
private struct BlockColumns {
    private var names: [String] = []
    private var sources: [EventFeed.Column] = []

    /// Calls `body` while the block's arrays stay where they are. Columns that no event of the block has are left out.
    static func with(_ block: EventBlock, _ body: ([String], [EventFeed.Column]) throws -> Void) throws {
        var columns = BlockColumns()
        try columns.add(block, body)
    }

    private mutating func add(_ block: EventBlock, _ body: ([String], [EventFeed.Column]) throws -> Void) throws {
        try block.numbers.withUnsafeBytes { numbers in
            try block.time.withUnsafeBytes { times in
                try block.eventNumber.withUnsafeBytes { eventNumbers in
                    add("id", .number, numbers)
                    try withText(block.eventText) { ends, texts in
                        if eventNumbers.count > 0 {
                            names.append("event_id")
                            sources.append(
                                .init(kind: .eventID, values: eventNumbers.baseAddress, ends: ends, texts: texts)
                            )
                        }
                        add("time", .number, times)
                        try addSubjects(block, body)
                    }
                }
            }
        }
    }

    private mutating func addSubjects(
        _ block: EventBlock,
        _ body: ([String], [EventFeed.Column]) throws -> Void
    ) throws {
        let codes: [(String, [Int32])] =
            [("person", block.person), ("case", block.caseID), ("session", block.session)]
            + block.dimensions.compactMap { column in
                column.dimension.column.map { ($0, column.codes) }
            }
        try addCodes(codes[...]) { columns in
            try columns.addNumbers(block, body)
        }
    }

    private mutating func addCodes(
        _ rest: ArraySlice<(String, [Int32])>,
        _ body: (inout BlockColumns) throws -> Void
    ) throws {
        guard let (name, codes) = rest.first else { return try body(&self) }
        guard codes.contains(where: { $0 >= 0 }) else { return try addCodes(rest.dropFirst(), body) }
        try codes.withUnsafeBytes { bytes in
            add(name, .code, bytes)
            try addCodes(rest.dropFirst(), body)
        }
    }

    private mutating func addNumbers(
        _ block: EventBlock,
        _ body: ([String], [EventFeed.Column]) throws -> Void
    ) throws {
        try block.end.withUnsafeBytes { end in
            add("end_time", .optionalNumber, end)
            try block.recorded.withUnsafeBytes { recorded in
                add("recorded", .optionalNumber, recorded)
                try block.sequence.withUnsafeBytes { sequence in
                    add("sequence", .optionalNumber, sequence)
                    try block.duration.withUnsafeBytes { duration in
                        add("duration", .optionalNumber, duration)
                        try addLast(block, body)
                    }
                }
            }
        }
    }

    private mutating func addLast(
        _ block: EventBlock,
        _ body: ([String], [EventFeed.Column]) throws -> Void
    ) throws {
        try block.cost.withUnsafeBytes { cost in
            add("cost", .real, cost)
            try withText(block.attributes) { ends, texts in
                if ends != nil {
                    names.append("attributes")
                    sources.append(.init(kind: .text, values: nil, ends: ends, texts: texts))
                }
                try body(names, sources)
            }
        }
    }

    private mutating func add(_ name: String, _ kind: EventFeed.Column.Kind, _ bytes: UnsafeRawBufferPointer) {
        if bytes.isEmpty { return }
        names.append(name)
        sources.append(.init(kind: kind, values: bytes.baseAddress))
    }

    /// Calls `body` with nil for a column without rows.
    private func withText(
        _ column: TextColumn,
        _ body: (UnsafePointer<UInt32>?, UnsafePointer<UInt8>?) throws -> Void
    ) throws {
        if column.isEmpty { return try body(nil, nil) }
        try column.ends.withUnsafeBufferPointer { ends in
            try column.bytes.withUnsafeBufferPointer { texts in try body(ends.baseAddress, texts.baseAddress) }
        }
    }
}
