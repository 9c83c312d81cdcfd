internal import JourneyModel

/// A block's columns in the order of the table that they are for.
struct BlockColumns {
    private enum Source {
        case numbers([Int64], BlockColumn.Kind)
        case codes([Int32])
        case reals([Double])
        case texts(TextColumn)
        case eventIDs([Int64], TextColumn)
    }

    private var columns: [BlockColumn] = []

    /// Calls `body` with a column for each of `table`, while the block's arrays stay where they are.
    ///
    /// - Parameter table: names of columns. The event's number is not among the values: it is the row's own.
    static func with(
        _ block: EventBlock,
        table: [String],
        _ body: (UnsafeBufferPointer<BlockColumn>) throws -> Void
    ) throws {
        var sources: [String: Source] = [
            "event_id": .eventIDs(block.eventNumber, block.eventText), "time": .numbers(block.time, .number),
            "person": .codes(block.person), "case": .codes(block.caseID), "session": .codes(block.session),
            "end_time": .numbers(block.end, .optionalNumber), "recorded": .numbers(block.recorded, .optionalNumber),
            "sequence": .numbers(block.sequence, .optionalNumber),
            "duration": .numbers(block.duration, .optionalNumber), "cost": .reals(block.cost),
            "attributes": .texts(block.attributes),
        ]
        for column in block.dimensions {
            if let name = column.dimension.column { sources[name] = .codes(column.codes) }
        }
        var columns = BlockColumns()
        try columns.add(table.map { sources[$0] }[...], body)
    }

    private mutating func add(
        _ rest: ArraySlice<Source?>,
        _ body: (UnsafeBufferPointer<BlockColumn>) throws -> Void
    ) throws {
        guard let source = rest.first else { return try columns.withUnsafeBufferPointer(body) }
        try BlockColumns.withColumn(source) { column in
            columns.append(column)
            try add(rest.dropFirst(), body)
        }
    }

    private static func withColumn(_ source: Source?, _ body: (BlockColumn) throws -> Void) throws {
        switch source {
        case .numbers(let numbers, let kind): try withValues(numbers, kind, body)
        case .codes(let codes): try withValues(codes.contains { $0 >= 0 } ? codes : [], .code, body)
        case .reals(let reals): try withValues(reals, .real, body)
        case .texts(let texts): try withTexts(texts, body)
        case .eventIDs(let numbers, let texts):
            try withTexts(texts) { text in
                try withValues(numbers, .eventID) { column in
                    try body(BlockColumn(kind: column.kind, values: column.values, ends: text.ends, texts: text.texts))
                }
            }
        case nil: try body(BlockColumn())
        }
    }

    private static func withValues<Value>(
        _ values: [Value],
        _ kind: BlockColumn.Kind,
        _ body: (BlockColumn) throws -> Void
    ) throws {
        if values.isEmpty { return try body(BlockColumn()) }
        try values.withUnsafeBytes { try body(BlockColumn(kind: kind, values: $0.baseAddress)) }
    }

    private static func withTexts(_ texts: TextColumn, _ body: (BlockColumn) throws -> Void) throws {
        if texts.isEmpty { return try body(BlockColumn()) }
        try texts.ends.withUnsafeBufferPointer { ends in
            try texts.bytes.withUnsafeBufferPointer { bytes in
                try body(BlockColumn(kind: .text, ends: ends.baseAddress, texts: bytes.baseAddress))
            }
        }
    }
}
