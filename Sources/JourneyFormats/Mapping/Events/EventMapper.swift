import JourneyModel

/// Turns rows of fields into a batch of events, column by column. Nothing is allocated for a row.
struct EventMapper: ~Copyable {
    /// How many events a batch may have.
    static let mostRows = 1 << 16

    enum Outcome {
        case event
        /// An event, but for optional values that cannot be read.
        case partial(LeftOut)
        /// The row tells of several events, and has no time for this one: it did not happen.
        case absent
        case rejected(String)
        /// A time that cannot be placed ends the import: the column's name and the text.
        case withoutZone(column: String, example: String)
    }

    let plan: EventPlan
    private var numbers: OwnedList<NumberBuilder>
    private var texts: OwnedList<TextBuilder>
    private var coded: OwnedList<CodedBuilder>
    private let constants: PaddedBytes
    private let time: Int
    private let sequence: Int
    private let duration: Int
    /// Among `texts`; nil where no event has an id.
    private let eventID: Int?
    /// Among `coded`.
    private let touchpoints: [Int]
    private let hashes: UnsafeMutablePointer<EventBatch.RowHash>
    private var hasHashes = false
    private let marks = TimeMarks()
    /// Events of the batch so far.
    private(set) var count = 0

    init(_ plan: EventPlan) {
        self.plan = plan
        let rows = EventMapper.mostRows
        constants = PaddedBytes(capacity: plan.constantBytes)
        let fields = plan.numberFields
        numbers = OwnedList(capacity: fields.count)
        for field in fields { numbers.append(NumberBuilder(field, plan, rows: rows)) }
        (time, sequence, duration) = (fields.place(.time), fields.place(.sequence), fields.place(.duration))
        texts = OwnedList(capacity: plan.texts.count)
        for text in plan.texts { texts.append(TextBuilder(text, constants: constants, rows: rows)) }
        eventID = plan.texts.firstIndex { $0.field == .eventID }
        coded = OwnedList(capacity: plan.coded.count)
        for column in plan.coded { coded.append(CodedBuilder(column, constants: constants, rows: rows)) }
        touchpoints = plan.coded.indices.filter { plan.coded[$0].name == Dimension.touchpoint }
        hashes = .allocate(capacity: rows)
    }

    deinit { hashes.deallocate() }

    var isFull: Bool { count == EventMapper.mostRows }

    /// Whether the row `fields` is an event; where it is, `keep` may follow. Reads its numbers.
    mutating func check(_ fields: UnsafePointer<CSVScanner.Field>) -> Outcome {
        marks.begin()
        var left: LeftOut?
        numbers: for index in 0..<numbers.count {
            switch numbers[index].set(count, fields, plan.missing, marks) {
            case .value, .marked: continue
            default:
                if let end = problem(from: index, fields, &left) { return end }
                break numbers
            }
        }
        if numbers[time].values[count] == EventBatch.none {
            return plan.eventOfRow == nil ? .rejected(plan.noTime) : .absent
        }
        for index in 0..<coded.count where coded[index].isTooLong(fields, plan.missing) {
            return .rejected(
                "the \(coded[index].name) is longer than \(InputBounds.name) bytes; text is kept with --unmapped attributes"
            )
        }
        for index in touchpoints where coded[index].hasValue(fields, plan.missing) {
            return left.map(Outcome.partial) ?? .event
        }
        return .rejected(plan.noTouchpoint)
    }

    /// Keeps the row that was just checked. `sequence` and `start` hold where the row says no order and no length of time
    /// itself.
    mutating func keep(
        _ fields: UnsafePointer<CSVScanner.Field>,
        sequence ordinal: Int64 = EventBatch.none,
        start: Int64 = EventBatch.none
    ) {
        let row = count
        if ordinal != EventBatch.none, numbers[sequence].values[row] == EventBatch.none {
            numbers[sequence].values[row] = ordinal
        }
        if marks.nanoseconds > 0 {
            let own = numbers[sequence].values[row]
            numbers[sequence].values[row] = FineOrder.sequence(
                nanoseconds: Int64(marks.nanoseconds),
                own: own == EventBatch.none ? 0 : own
            )
        }
        marks.keep()
        if start != EventBatch.none, numbers[duration].values[row] == EventBatch.none {
            let time = Timestamp(milliseconds: numbers[time].values[row])
            numbers[duration].values[row] = max(0, time.since(Timestamp(milliseconds: start)))
        }
        for index in 0..<texts.count { texts[index].set(row, fields, plan.missing) }
        for index in 0..<coded.count { coded[index].set(row, fields, plan.missing) }
        if let eventID, texts[eventID].hasText(row) {
            if hasHashes { hashes[row] = EventBatch.RowHash(high: 0, low: 0) }
        } else {
            hash(row, fields)
        }
        count = row + 1
    }

    /// The time of the event that was kept last; nil where there is none in this batch.
    var lastTime: Timestamp? {
        count > 0 ? Timestamp(milliseconds: numbers[time].values[count - 1]) : nil
    }

    /// The events so far; a new batch is begun.
    mutating func take() -> MappedEvents {
        let clockTimes = marks.take()
        var batch = EventBatch()
        var folded: [FoldedName] = []
        batch.count = count
        for index in 0..<numbers.count { numbers[index].put(into: &batch) }
        for index in 0..<texts.count { texts[index].put(into: &batch) }
        for index in 0..<coded.count {
            guard let column = coded[index].take(rows: count, folded: &folded) else { continue }
            if coded[index].isTrait { batch.traits.append(column) } else { batch.dimensions.append(column) }
        }
        if hasHashes { batch.rowHash = Array(UnsafeBufferPointer(start: hashes, count: count)) }
        batch.isKnownByCells = plan.knowsRowsByCells
        hasHashes = false
        count = 0
        return MappedEvents(batch: batch, clockTimes: clockTimes, folded: folded)
    }

    /// The hash of the row's cells, or the canonical row's (`CanonicalRow`) from what the columns hold.
    private mutating func hash(_ row: Int, _ fields: UnsafePointer<CSVScanner.Field>) {
        if !hasHashes { hashes.update(repeating: EventBatch.RowHash(high: 0, low: 0), count: row) }
        hasHashes = true
        var sum = EventBatch.RowHash(high: 0, low: 0)
        if plan.knowsRowsByCells {
            sum = plan.hashOfEvent
            for index in plan.cells.indices { plan.cells[index].add(fields[index], to: &sum) }
            hashes[row] = sum
            return
        }
        for index in 0..<numbers.count { numbers[index].add(row, to: &sum) }
        for index in 0..<texts.count { texts[index].add(row, to: &sum) }
        for index in 0..<coded.count { coded[index].add(row, to: &sum) }
        hashes[row] = sum
    }

    /// What becomes of a row whose number `first` cannot be read, and perhaps others behind it: it is rejected where that is
    /// its time, else it is left without them. A time without a zone further on ends the import all the same.
    private func problem(
        from first: Int,
        _ fields: UnsafePointer<CSVScanner.Field>,
        _ left: inout LeftOut?
    ) -> Outcome? {
        var reason: String?
        for index in first..<numbers.count {
            switch numbers[index].set(count, fields, plan.missing, marks) {
            case .value, .marked: continue
            case .withoutZone:
                return .withoutZone(column: numbers[index].name, example: numbers[index].field(fields).string)
            case .unreadable:
                let text = String(decoding: numbers[index].field(fields).bytes.prefix(80), as: UTF8.self)
                let (column, expectation) = (numbers[index].name, numbers[index].expectation)
                if index == time {
                    reason = "column \"\(column)\": \"\(text)\" is not \(expectation)"
                } else {
                    numbers[index].leaveOut(count)
                    var all = left ?? LeftOut(values: [])
                    all.values.append(LeftOut.Value(column: column, text: text, expectation: expectation))
                    left = all
                }
            }
        }
        return reason.map(Outcome.rejected)
    }
}

/// A batch of events, and which of its times clocks showed twice or never: these are settled when the batches are in the order
/// of the file again.
struct MappedEvents: Sendable {
    var batch: EventBatch
    var clockTimes: [ClockTime] = []
    /// Names that are spelled otherwise than they are stored.
    var folded: [FoldedName] = []
}

extension [EventPlan.NumberField] {
    /// Where `field`, one of them, stands.
    fileprivate func place(_ field: EventPlan.NumberField) -> Int { firstIndex(of: field) ?? 0 }
}
