import JourneyModel

/// The attributes of a log as columns, numbered as they come, and its events in batches.
final class GrowingColumns {
    /// Events are handed over when so many are there.
    private static let rows = 1 << 14

    private let session: ImportSession
    private let planner: ColumnPlanner
    private let times: ColumnTimes
    private var plan: EventPlan
    private var mapper: EventMapper
    private(set) var names: [String] = []
    private var ofTrace: [String: Int] = [:]
    private var ofEvent: [String: Int] = [:]
    /// The values of the event at hand, and where in them each column's lies.
    private let bytes = PaddedBytes(capacity: 1024)
    private var ranges: [Range<Int>] = []
    private var fields: [CSVScanner.Field] = []

    init(_ session: ImportSession, plan: EventPlan, planner: ColumnPlanner, times: ColumnTimes) {
        self.session = session
        self.plan = plan
        self.planner = planner
        self.times = times
        mapper = EventMapper(plan)
    }

    /// Begins an event.
    func begin() {
        bytes.removeAll()
        for index in ranges.indices { ranges[index] = 0..<0 }
    }

    func take(trace attribute: XESAttribute) throws {
        if let known = ofTrace[attribute.key] { return take(known, attribute.value) }
        let column = try add("case:" + attribute.key)
        ofTrace[attribute.key] = column
        take(column, attribute.value)
    }

    func take(event attribute: XESAttribute) throws {
        if let known = ofEvent[attribute.key] { return take(known, attribute.value) }
        let column = try add(attribute.key)
        ofEvent[attribute.key] = column
        take(column, attribute.value)
    }

    /// Whether what was taken is an event.
    func check() -> EventMapper.Outcome {
        fields.removeAll(keepingCapacity: true)
        for range in ranges { fields.append(bytes.field(range)) }
        // One more, so that there is a first even where no attribute was met.
        fields.append(bytes.field(0..<0))
        return fields.withUnsafeBufferPointer { fields in
            fields.baseAddress.map { mapper.check($0) } ?? .rejected(plan.noTime)
        }
    }

    /// Keeps the event that was just checked, the `ordinal`th of the log; `start` is when it began.
    func keep(ordinal: Int, start: Timestamp?) throws {
        let begun = start?.milliseconds ?? EventBatch.none
        fields.withUnsafeBufferPointer { fields in
            if let base = fields.baseAddress { mapper.keep(base, sequence: Int64(ordinal), start: begun) }
        }
        if mapper.count >= GrowingColumns.rows { try handOver() }
    }

    func handOver() throws {
        try session.take(mapper.take())
    }

    /// A batch's columns are known when it is begun: with a new one, a new batch begins.
    private func add(_ name: String) throws -> Int {
        guard names.count < InputBounds.columns else {
            throw ImportError(
                "\(session.name): the log has more than \(InputBounds.columns) different attributes",
                hint: "Nothing was stored. Are values written as keys? Export the log with fewer attributes."
            )
        }
        try plan.addColumn(name, use: planner.use(of: name), times: times)
        try handOver()
        mapper = EventMapper(plan)
        names.append(name)
        ranges.append(0..<0)
        return names.count - 1
    }

    private func take(_ column: Int, _ value: String) {
        let start = bytes.count
        var text = value
        text.withUTF8 { bytes.append(UnsafeRawBufferPointer($0)) }
        ranges[column] = start..<bytes.count
    }
}
