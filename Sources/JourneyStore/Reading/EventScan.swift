internal import JourneyModel
internal import Threads

/// Reads events in the order of their numbers, a block at a time, with the store's own codes.
struct EventScan {
    struct Dimension {
        var number: Int64
        var name: String
        var column: String
    }

    /// Lengths of time: two instants lie no further apart.
    static let spans: ClosedRange<Int64> = 2 * ValueRule.times.lowerBound...2 * ValueRule.times.upperBound

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
        var names: Set<String> = []
        while try rows.step() {
            try TableRules.dimensions.check(rows)
            let dimension = Dimension(number: rows.int(0), name: rows.text(1), column: rows.text(2))
            try DimensionColumn.check(dimension.column, of: dimension.number)
            guard names.insert(dimension.name).inserted else {
                throw RowFault(table: "dimensions", row: dimension.number, "'name' is that of another one")
            }
            dimensions.append(dimension)
        }
        self.dimensions = dimensions
    }

    /// - Parameters:
    ///   - number: events above this one are read.
    ///   - blockSize: how many events `body` is given at a time.
    ///   - progress: called after each block with the share of the events read, 0…1.
    /// - Throws: `CancellationError`, which is asked for before each block; `RowFault`.
    func read(
        after number: Int64,
        blockSize: Int,
        cancellation: Cancellation,
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
        // Numbers begin with 1, in a store that does not lie.
        rows.bind(number == 0 ? .min : number, at: 1)
        let limits = try StoreLimits(connection)
        var block = ScannedBlock(
            dimensions: dimensions,
            limits,
            after: number,
            rows: min(blockSize, max(1, expected))
        )
        var read = 0
        while try rows.step() {
            try block.append(rows)
            guard block.count == blockSize else { continue }
            try cancellation.check()
            try body(block.take())
            read += blockSize
            progress(min(1, Double(read) / Double(max(1, expected))))
        }
        try cancellation.check()
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

/// Events on their way from rows into columns: every value is one that the questions can be asked of.
private struct ScannedBlock {
    private static let firstDimension: Int32 = 9

    private let dimensions: [EventScan.Dimension]
    private let limits: StoreLimits
    /// The highest number of a value, by dimension.
    private let values: [Int64]
    private let rows: Int
    /// The number of the event before.
    private var last: Int64
    private var numbers: [Int64] = []
    private var events = EventTable()
    private var codes: [[Int32]]
    private var hasRecorded = false
    private var hasSequence = false
    private var hasDuration = false
    private var hasCost = false

    init(dimensions: [EventScan.Dimension], _ limits: StoreLimits, after last: Int64, rows: Int) {
        self.dimensions = dimensions
        self.limits = limits
        self.last = last
        self.rows = rows
        values = dimensions.map { limits.values(of: $0.number) }
        codes = dimensions.map { _ in [] }
        reserve()
    }

    var count: Int { numbers.count }

    @inline(__always)
    mutating func append(_ row: RawStatement) throws(RowFault) {
        let number = row.int(0)
        guard number > last, number <= ValueRule.counts.upperBound else {
            throw RowFault(table: "events", row: number, "its number is \(number) after \(last), which it cannot be")
        }
        last = number
        numbers.append(number)
        guard let time = try value(row, 1, in: ValueRule.times) else { throw fault(row, 1, .time) }
        events.time.append(time)
        events.person.append(try code(row, 2, upTo: limits.people))
        events.caseID.append(try code(row, 3, upTo: limits.cases))
        events.session.append(try code(row, 4, upTo: limits.sessions))
        let recorded = try value(row, 5, in: ValueRule.times)
        let sequence = try value(row, 6, in: ValueRule.anyNumber)
        let duration = try value(row, 7, in: EventScan.spans)
        let cost = row.optionalDouble(8)
        if let cost, !cost.isFinite || cost == 0 && !row.isNumber(8) { throw fault(row, 8, .optionalReal) }
        hasRecorded = hasRecorded || recorded != nil
        hasSequence = hasSequence || sequence != nil
        hasDuration = hasDuration || duration != nil
        hasCost = hasCost || cost != nil
        events.recorded.append(recorded ?? time)
        events.sequence.append(sequence ?? 0)
        events.duration.append(duration ?? -1)
        events.cost.append(cost ?? .nan)
        for index in codes.indices {
            codes[index].append(try code(row, ScannedBlock.firstDimension + Int32(index), upTo: values[index]))
        }
    }

    /// The code in `column`: its number less one, -1 for none.
    @inline(__always)
    private func code(_ row: RawStatement, _ column: Int32, upTo highest: Int64) throws(RowFault) -> Int32 {
        let number = row.int(column)
        if number > 0, number <= highest { return Int32(truncatingIfNeeded: number) - 1 }
        // What is no number reads as 0 too.
        if number == 0, row.isNull(column) { return -1 }
        throw fault(row, column, .optionalNumber(1...max(1, highest)))
    }

    @inline(__always)
    private func value(
        _ row: RawStatement,
        _ column: Int32,
        in range: ClosedRange<Int64>
    ) throws(RowFault) -> Int64? {
        let value = row.int(column)
        if value == 0 {
            if row.isNull(column) { return nil }
            guard row.isNumber(column) else { throw fault(row, column, .optionalNumber(range)) }
        }
        guard range.contains(value) else { throw fault(row, column, .optionalNumber(range)) }
        return value
    }

    @inline(never)
    private func fault(_ row: RawStatement, _ column: Int32, _ rule: ValueRule) -> RowFault {
        let names = ["id", "time", "person", "case", "session", "recorded", "sequence", "duration", "cost"]
        let place = Int(column)
        let name = place < names.count ? names[place] : dimensions[place - names.count].column
        return RowFault(
            table: "events",
            row: row.int(0),
            "'\(name)' \(rule.complaint(row, column) ?? "is not what it can be")"
        )
    }

    /// The block so far; a new one is begun.
    mutating func take() -> StoredEvents {
        var taken = StoredEvents(numbers: numbers, events: events)
        if !hasRecorded { taken.events.recorded = [] }
        if !hasSequence { taken.events.sequence = [] }
        if !hasDuration { taken.events.duration = [] }
        if !hasCost { taken.events.cost = [] }
        taken.events.dimensions = zip(dimensions, codes).map { CodedColumn(name: $0.name, codes: $1) }
        self = ScannedBlock(dimensions: dimensions, limits, after: last, rows: rows)
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
