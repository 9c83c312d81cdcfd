import JourneyModel

/// A number for each row of a batch that grows. What is put into a row counts once the next row is begun.
struct NumberBuilder: ~Copyable {
    let field: EventPlan.NumberField
    /// The column's name; empty where no column holds the field.
    let name: String
    let values: UnsafeMutablePointer<Int64>
    private let reader: EventNumber
    private let column: Int
    /// What a row without a value has; none, where the mapping says no constant.
    private let constant: Int64
    private let none: Int64

    init(_ field: EventPlan.NumberField, _ plan: EventPlan, rows: Int) {
        let number = plan.numbers.first { $0.field == field }
        self.field = field
        name = number?.name ?? ""
        column = number?.column ?? -1
        reader = EventNumber(field, parser: number?.parser, reading: number?.reading ?? NumberReading())
        // The bits of `EventBatch.none` are those of a cost of -0.
        none = field == .cost ? Int64(bitPattern: Double.nan.bitPattern) : EventBatch.none
        constant = plan.constants[field] ?? none
        values = .allocate(capacity: rows)
    }

    deinit { values.deallocate() }

    /// What a field should have held, for the reject.
    var expectation: String { reader.expectation }

    /// The field in the row `fields`.
    func field(_ fields: UnsafePointer<CSVScanner.Field>) -> CSVScanner.Field { fields[column] }

    /// Sets the value of `row` from its fields, or to the constant or none. What a time says beyond that goes to `marks`.
    @inline(__always)
    func set(
        _ row: Int,
        _ fields: UnsafePointer<CSVScanner.Field>,
        _ missing: borrowing MissingWords,
        _ marks: TimeMarks
    ) -> EventNumber.Outcome {
        values[row] = constant
        guard column >= 0 else { return .value(constant) }
        let text = fields[column]
        if missing.matches(text) { return .value(constant) }
        let outcome = reader.read(text)
        switch outcome {
        case .value(let value): values[row] = value
        case .marked(let value, let mark):
            values[row] = value
            marks.note(mark, of: field, row: row)
        case .withoutZone, .unreadable: break
        }
        return outcome
    }

    /// Leaves `row` without a value.
    func leaveOut(_ row: Int) { values[row] = none }

    /// Adds the value of `row` to its canonical hash; the order is no part of it.
    func add(_ row: Int, to sum: inout EventBatch.RowHash) {
        guard values[row] != none else { return }
        switch field {
        case .time: sum.add(CanonicalRow.Name.time.hash(values[row]))
        case .end: sum.add(CanonicalRow.Name.end.hash(values[row]))
        case .recorded: sum.add(CanonicalRow.Name.recorded.hash(values[row]))
        case .cost: sum.add(CanonicalRow.Name.cost.hash(UInt64(bitPattern: values[row])))
        case .duration: sum.add(CanonicalRow.Name.duration.hash(values[row]))
        case .sequence: break
        }
    }

    /// Puts the values of the batch's rows where they belong; nothing where there is none.
    func put(into batch: inout EventBatch) {
        let all = UnsafeBufferPointer(start: values, count: batch.count)
        guard all.contains(where: { $0 != none }) else { return }
        switch field {
        case .time: batch.time = Array(all)
        case .end: batch.end = Array(all)
        case .recorded: batch.recorded = Array(all)
        case .sequence: batch.sequence = Array(all)
        case .duration: batch.duration = Array(all)
        case .cost: batch.cost = all.map { Double(bitPattern: UInt64(bitPattern: $0)) }
        }
    }
}
