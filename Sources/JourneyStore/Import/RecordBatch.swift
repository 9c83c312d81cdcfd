internal import JourneyModel

/// Gathers single events into a batch.
struct RecordBatch {
    private var batch = EventBatch()
    private var dimensions = NamedColumns()
    private var traits = NamedColumns()

    var count: Int { batch.count }

    /// - Parameter rowHash: of an event without an id.
    mutating func append(_ event: EventRecord, rowHash: (EventRecord) -> (UInt64, UInt64)) {
        let row = batch.count
        batch.time.append(event.time.milliseconds)
        set(event.end?.milliseconds, \.end, EventBatch.none)
        set(event.recorded?.milliseconds, \.recorded, EventBatch.none)
        set(event.sequence, \.sequence, EventBatch.none)
        set(event.duration, \.duration, EventBatch.none)
        set(event.cost, \.cost, .nan)
        batch.person.append(event.person)
        batch.caseID.append(event.caseID)
        batch.session.append(event.session)
        batch.eventID.append(event.eventID)
        if event.eventID == nil {
            let (high, low) = rowHash(event)
            set(EventBatch.RowHash(high: high, low: low), \.rowHash, RecordBatch.noHash)
        }
        // A row that names a dimension twice counts the first, of a trait the last.
        for value in event.dimensions { dimensions.set(value, row: row, isFirstHeld: true) }
        for value in event.traits { traits.set(value, row: row, isFirstHeld: false) }
        for value in event.attributes { append(value) }
        batch.count += 1
    }

    /// The batch so far; a new one is begun.
    mutating func takeBatch() -> EventBatch {
        var full = batch
        full.dimensions = dimensions.columns(rows: full.count)
        full.traits = traits.columns(rows: full.count)
        RecordBatch.fill(&full.end, full.count, EventBatch.none)
        RecordBatch.fill(&full.recorded, full.count, EventBatch.none)
        RecordBatch.fill(&full.sequence, full.count, EventBatch.none)
        RecordBatch.fill(&full.duration, full.count, EventBatch.none)
        RecordBatch.fill(&full.cost, full.count, .nan)
        RecordBatch.fill(&full.rowHash, full.count, RecordBatch.noHash)
        for index in full.attributes.indices { full.attributes[index].texts.pad(to: full.count) }
        self = RecordBatch()
        return full
    }

    private static let noHash = EventBatch.RowHash(high: 0, low: 0)

    private mutating func set<Value>(
        _ value: Value?,
        _ path: WritableKeyPath<EventBatch, [Value]>,
        _ missing: Value
    ) {
        guard let value else { return }
        let missed = batch.count - batch[keyPath: path].count
        batch[keyPath: path].append(contentsOf: repeatElement(missing, count: missed))
        batch[keyPath: path].append(value)
    }

    private static func fill<Value>(_ column: inout [Value], _ count: Int, _ missing: Value) {
        if !column.isEmpty { column.append(contentsOf: repeatElement(missing, count: count - column.count)) }
    }

    /// A name that comes twice in a row takes a column of its own for the second.
    private mutating func append(_ value: NamedValue) {
        let row = batch.count
        let free = batch.attributes.firstIndex { $0.name == value.name && $0.texts.count <= row }
        if free == nil { batch.attributes.append(EventBatch.Attribute(name: value.name)) }
        let place = free ?? batch.attributes.count - 1
        batch.attributes[place].texts.pad(to: row)
        batch.attributes[place].texts.append(value.value)
    }
}

/// Columns of coded values, found by name. Names and values are told apart by their bytes, as the store does.
private struct NamedColumns {
    private var columns: [EventBatch.Column] = []
    private var places: [[UInt8]: Int] = [:]
    private var codes: [[[UInt8]: Int32]] = []

    mutating func set(_ value: NamedValue, row: Int, isFirstHeld: Bool) {
        let name = Array(value.name.utf8)
        let place = places[name] ?? add(value.name, name)
        let missed = row + 1 - columns[place].codes.count
        if missed <= 0 && isFirstHeld { return }
        columns[place].codes.append(contentsOf: repeatElement(-1, count: missed))
        columns[place].codes[row] = code(value.value, place)
    }

    func columns(rows: Int) -> [EventBatch.Column] {
        columns.map { column in
            var full = column
            full.codes.append(contentsOf: repeatElement(-1, count: rows - column.codes.count))
            return full
        }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) -> Int {
        places[bytes] = columns.count
        columns.append(EventBatch.Column(name: name))
        codes.append([:])
        return columns.count - 1
    }

    private mutating func code(_ value: String, _ place: Int) -> Int32 {
        let bytes = Array(value.utf8)
        if let code = codes[place][bytes] { return code }
        let code = Int32(columns[place].values.count)
        codes[place][bytes] = code
        columns[place].values.append(value)
        return code
    }
}
