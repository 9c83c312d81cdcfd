public import JourneyModel

/// Turns events that come one by one into batches.
public struct EventBatchBuilder {
    /// Texts that come again and again, and what each is called in a batch. Texts are told apart by their bytes, as the store
    /// does.
    private struct CodedColumn {
        var column: EventBatch.Column
        var codes: [[UInt8]: Int32] = [:]

        /// Sets the code of the row; rows before it that have none get -1.
        ///
        /// - Parameter isFirstHeld: what to do with the second value of a row.
        mutating func set(_ value: String, row: Int, isFirstHeld: Bool) {
            if column.codes.count > row && isFirstHeld { return }
            pad(to: row + 1)
            column.codes[row] = code(value)
        }

        private mutating func code(_ value: String) -> Int32 {
            let bytes = Array(value.utf8)
            if let code = codes[bytes] { return code }
            let code = Int32(column.values.count)
            codes[bytes] = code
            column.values.append(value)
            return code
        }

        mutating func pad(to count: Int) {
            while column.codes.count < count { column.codes.append(-1) }
        }
    }

    private var batch = EventBatch()
    private var dimensions: [CodedColumn] = []
    private var traits: [CodedColumn] = []

    public init() {}

    /// Events so far.
    public var count: Int { batch.count }

    public mutating func append(_ event: EventRecord) {
        let row = batch.count
        batch.count += 1
        batch.time.append(event.time.milliseconds)
        EventBatchBuilder.set(event.end?.milliseconds, EventBatch.none, row, &batch.end)
        EventBatchBuilder.set(event.recorded?.milliseconds, EventBatch.none, row, &batch.recorded)
        EventBatchBuilder.set(event.sequence, EventBatch.none, row, &batch.sequence)
        EventBatchBuilder.set(event.duration, EventBatch.none, row, &batch.duration)
        EventBatchBuilder.set(event.cost, .nan, row, &batch.cost)
        EventBatchBuilder.set(event.person, row, &batch.person)
        EventBatchBuilder.set(event.caseID, row, &batch.caseID)
        EventBatchBuilder.set(event.session, row, &batch.session)
        EventBatchBuilder.set(event.eventID, row, &batch.eventID)
        // A row that names a dimension twice counts the first, of a trait the last.
        EventBatchBuilder.set(event.dimensions, row, &dimensions, isFirstHeld: true)
        EventBatchBuilder.set(event.traits, row, &traits, isFirstHeld: false)
        for attribute in event.attributes { set(attribute, row) }
        if event.eventID == nil || !batch.rowHash.isEmpty { hash(event, row) }
    }

    /// The events so far, in the order they came; a new batch is begun.
    public mutating func take() -> EventBatch {
        defer { self = EventBatchBuilder() }
        let count = batch.count
        batch.dimensions = EventBatchBuilder.columns(dimensions, count)
        batch.traits = EventBatchBuilder.columns(traits, count)
        EventBatchBuilder.pad(&batch.end, EventBatch.none, count)
        EventBatchBuilder.pad(&batch.recorded, EventBatch.none, count)
        EventBatchBuilder.pad(&batch.sequence, EventBatch.none, count)
        EventBatchBuilder.pad(&batch.duration, EventBatch.none, count)
        EventBatchBuilder.pad(&batch.cost, .nan, count)
        EventBatchBuilder.pad(&batch.person, count)
        EventBatchBuilder.pad(&batch.caseID, count)
        EventBatchBuilder.pad(&batch.session, count)
        EventBatchBuilder.pad(&batch.eventID, count)
        for index in batch.attributes.indices { batch.attributes[index].texts.pad(to: count) }
        return batch
    }

    /// A name that comes twice in a row takes a column of its own for the second.
    private mutating func set(_ attribute: NamedValue, _ row: Int) {
        let known = batch.attributes.firstIndex {
            $0.texts.count <= row && EventBatchBuilder.isSame($0.name, attribute.name)
        }
        let place = known ?? batch.attributes.count
        if known == nil { batch.attributes.append(EventBatch.Attribute(name: attribute.name)) }
        EventBatchBuilder.set(attribute.value, row, &batch.attributes[place].texts)
    }

    private mutating func hash(_ event: EventRecord, _ row: Int) {
        let none = EventBatch.RowHash(high: 0, low: 0)
        while batch.rowHash.count < row { batch.rowHash.append(none) }
        guard event.eventID == nil else { return batch.rowHash.append(none) }
        let (high, low) = CanonicalRow.hash(event)
        batch.rowHash.append(EventBatch.RowHash(high: high, low: low))
    }

    /// A column stays empty until the first row with a value, and is as long as the batch from then on, but for rows at its
    /// end.
    private static func set<Number>(_ value: Number?, _ none: Number, _ row: Int, _ column: inout [Number]) {
        guard let value else { return }
        while column.count < row { column.append(none) }
        column.append(value)
    }

    private static func set(_ text: String?, _ row: Int, _ column: inout TextColumn) {
        guard let text, !text.isEmpty, column.count <= row else { return }
        column.pad(to: row)
        column.append(text)
    }

    private static func set(
        _ values: [NamedValue],
        _ row: Int,
        _ columns: inout [CodedColumn],
        isFirstHeld: Bool
    ) {
        for (index, value) in values.enumerated() {
            // Events name their dimensions in one order, mostly.
            let isHere = index < columns.count && isSame(columns[index].column.name, value.name)
            let known = isHere ? index : columns.firstIndex { isSame($0.column.name, value.name) }
            if known == nil { columns.append(CodedColumn(column: EventBatch.Column(name: value.name))) }
            columns[known ?? columns.count - 1].set(value.value, row: row, isFirstHeld: isFirstHeld)
        }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    private static func pad<Number>(_ column: inout [Number], _ none: Number, _ count: Int) {
        if !column.isEmpty { while column.count < count { column.append(none) } }
    }

    private static func pad(_ column: inout TextColumn, _ count: Int) {
        if !column.isEmpty { column.pad(to: count) }
    }

    private static func columns(_ columns: [CodedColumn], _ count: Int) -> [EventBatch.Column] {
        columns.map { coded in
            var coded = coded
            coded.pad(to: count)
            return coded.column
        }
    }
}
