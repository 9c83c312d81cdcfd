internal import JourneyModel

/// A block's columns as the feed takes them, with the columns of `events` that they are for. Columns that no event of the
/// block has are left out.
struct FeedColumns {
    private enum Source {
        case numbers([Int64], EventFeed.Column.Kind)
        case codes([Int32])
        case reals([Double])
        case texts(TextColumn)
        case eventIDs([Int64], TextColumn)
    }

    private var names: [String] = []
    private var columns: [EventFeed.Column] = []

    /// Calls `body` with the names and the columns, while the block's arrays stay where they are.
    mutating func withColumns(
        of block: EventBlock,
        _ body: ([String], [EventFeed.Column]) throws -> Void
    ) throws {
        var sources: [(String, Source)] = [
            ("id", .numbers(block.numbers, .number)), ("event_id", .eventIDs(block.eventNumber, block.eventText)),
            ("time", .numbers(block.time, .number)), ("person", .codes(block.person)), ("case", .codes(block.caseID)),
            ("session", .codes(block.session)), ("end_time", .numbers(block.end, .optionalNumber)),
            ("recorded", .numbers(block.recorded, .optionalNumber)),
            ("sequence", .numbers(block.sequence, .optionalNumber)),
            ("duration", .numbers(block.duration, .optionalNumber)), ("cost", .reals(block.cost)),
            ("attributes", .texts(block.attributes)),
        ]
        for column in block.dimensions {
            if let name = column.dimension.column { sources.append((name, .codes(column.codes))) }
        }
        try add(sources[...], body)
    }

    private mutating func add(
        _ rest: ArraySlice<(String, Source)>,
        _ body: ([String], [EventFeed.Column]) throws -> Void
    ) throws {
        guard let (name, source) = rest.first else { return try body(names, columns) }
        try FeedColumns.withColumn(source) { column in
            if let column {
                names.append(name)
                columns.append(column)
            }
            try add(rest.dropFirst(), body)
        }
    }

    /// Calls `body` with nil for a column that no event has.
    private static func withColumn(_ source: Source, _ body: (EventFeed.Column?) throws -> Void) throws {
        switch source {
        case .numbers(let numbers, let kind):
            try withValues(numbers) { try body($0.map { EventFeed.Column(kind: kind, values: $0) }) }
        case .codes(let codes):
            guard codes.contains(where: { $0 >= 0 }) else { return try body(nil) }
            try withValues(codes) { try body($0.map { EventFeed.Column(kind: .code, values: $0) }) }
        case .reals(let reals):
            try withValues(reals) { try body($0.map { EventFeed.Column(kind: .real, values: $0) }) }
        case .texts(let texts):
            try withTexts(texts) { ends, bytes in
                try body(ends.map { EventFeed.Column(kind: .text, ends: $0, texts: bytes) })
            }
        case .eventIDs(let numbers, let texts):
            try withTexts(texts) { ends, bytes in
                try withValues(numbers) { values in
                    try body(values.map { EventFeed.Column(kind: .eventID, values: $0, ends: ends, texts: bytes) })
                }
            }
        }
    }

    private static func withValues<Value>(_ values: [Value], _ body: (UnsafeRawPointer?) throws -> Void) throws {
        if values.isEmpty { return try body(nil) }
        try values.withUnsafeBytes { try body($0.baseAddress) }
    }

    private static func withTexts(
        _ column: TextColumn,
        _ body: (UnsafePointer<UInt32>?, UnsafePointer<UInt8>?) throws -> Void
    ) throws {
        if column.isEmpty { return try body(nil, nil) }
        try column.ends.withUnsafeBufferPointer { ends in
            try column.bytes.withUnsafeBufferPointer { bytes in try body(ends.baseAddress, bytes.baseAddress) }
        }
    }
}
