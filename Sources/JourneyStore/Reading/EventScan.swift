internal import JourneyModel

/// Reads events in the order of their numbers, a block at a time, with the store's own codes.
struct EventScan {
    struct Dimension {
        var number: Int64
        var name: String
        var column: String
    }

    private let connection: OpaquePointer
    /// In the order of their numbers; of those beyond the first three, the ones that have values: erasing may have left
    /// none.
    let dimensions: [Dimension]

    init(_ connection: OpaquePointer) throws {
        self.connection = connection
        let rows = try RawStatement(
            connection,
            """
            SELECT id, name, column_name FROM dimensions d WHERE column_name IS NOT NULL
              AND (id <= \(Schema.firstDimensions.count) OR EXISTS (SELECT 1 FROM dimension_values WHERE dimension = d.id))
            ORDER BY id
            """
        )
        var dimensions: [Dimension] = []
        while try rows.step() {
            dimensions.append(Dimension(number: rows.int(0), name: rows.text(1), column: rows.text(2)))
        }
        self.dimensions = dimensions
    }

    /// - Parameters:
    ///   - number: events above this one are read.
    ///   - blockSize: how many events `body` is given at a time.
    ///   - progress: called after each block with the share of the events read, 0…1.
    /// - Throws: `CancellationError` where `isCancelled`, asked before each block, says so.
    func read(
        after number: Int64,
        blockSize: Int,
        isCancelled: () -> Bool,
        progress: (Double) -> Void,
        _ body: (StoredEvents) throws -> Void
    ) throws {
        let expected = try expected(after: number)
        let columns = dimensions.map { ", " + $0.column }.joined()
        let rows = try RawStatement(
            connection,
            """
            SELECT id, time, person, "case", session, recorded, sequence, duration, cost\(columns)
            FROM events WHERE id > ?1 ORDER BY id
            """
        )
        rows.bind(number, at: 1)
        var block = ScannedBlock(dimensions: dimensions.map(\.name), rows: min(blockSize, max(1, expected)))
        var read = 0
        while try rows.step() {
            block.append(rows)
            guard block.count == blockSize else { continue }
            if isCancelled() { throw CancellationError() }
            try body(block.take())
            read += blockSize
            progress(min(1, Double(read) / Double(max(1, expected))))
        }
        if isCancelled() { throw CancellationError() }
        if block.count > 0 { try body(block.take()) }
        progress(1)
    }

    /// How many events there are above `number`, and perhaps some of its own batch.
    private func expected(after number: Int64) throws -> Int {
        let events = try RawStatement(connection, "SELECT ifnull(sum(events), 0) FROM batches WHERE last_event > ?1")
        events.bind(number, at: 1)
        return try events.step() ? Int(events.int(0)) : 0
    }
}

/// Events on their way from rows into columns.
private struct ScannedBlock {
    private static let firstDimension: Int32 = 9

    private let names: [String]
    private let rows: Int
    private var numbers: [Int64] = []
    private var events = EventTable()
    private var codes: [[Int32]]
    private var hasRecorded = false
    private var hasSequence = false
    private var hasDuration = false
    private var hasCost = false

    init(dimensions: [String], rows: Int) {
        names = dimensions
        self.rows = rows
        codes = dimensions.map { _ in [] }
        reserve()
    }

    var count: Int { numbers.count }

    @inline(__always)
    mutating func append(_ row: RawStatement) {
        numbers.append(row.int(0))
        let time = row.int(1)
        events.time.append(time)
        events.person.append(row.number(2) - 1)
        events.caseID.append(row.number(3) - 1)
        events.session.append(row.number(4) - 1)
        let recorded = row.optionalInt(5)
        let sequence = row.optionalInt(6)
        let duration = row.optionalInt(7)
        let cost = row.optionalDouble(8)
        hasRecorded = hasRecorded || recorded != nil
        hasSequence = hasSequence || sequence != nil
        hasDuration = hasDuration || duration != nil
        hasCost = hasCost || cost != nil
        events.recorded.append(recorded ?? time)
        events.sequence.append(sequence ?? 0)
        events.duration.append(duration ?? -1)
        events.cost.append(cost ?? .nan)
        for index in codes.indices { codes[index].append(row.number(ScannedBlock.firstDimension + Int32(index)) - 1) }
    }

    /// The block so far; a new one is begun.
    mutating func take() -> StoredEvents {
        var taken = StoredEvents(numbers: numbers, events: events)
        if !hasRecorded { taken.events.recorded = [] }
        if !hasSequence { taken.events.sequence = [] }
        if !hasDuration { taken.events.duration = [] }
        if !hasCost { taken.events.cost = [] }
        taken.events.dimensions = zip(names, codes).map { CodedColumn(name: $0, codes: $1) }
        self = ScannedBlock(dimensions: names, rows: rows)
        return taken
    }

    private mutating func reserve() {
        numbers.reserveCapacity(rows)
        events.time.reserveCapacity(rows)
        events.recorded.reserveCapacity(rows)
        events.sequence.reserveCapacity(rows)
        events.person.reserveCapacity(rows)
        events.caseID.reserveCapacity(rows)
        events.session.reserveCapacity(rows)
        events.duration.reserveCapacity(rows)
        events.cost.reserveCapacity(rows)
        for index in codes.indices { codes[index].reserveCapacity(rows) }
    }
}
