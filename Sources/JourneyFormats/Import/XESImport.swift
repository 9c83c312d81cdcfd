import JourneyModel

/// Reads an XES log.
struct XESImport {
    private let session: ImportSession
    private let mapping: Mapping

    init(_ session: ImportSession, mapping: Mapping) {
        self.session = session
        self.mapping = mapping
    }

    func run() throws {
        if let rows = mapping.rows, rows != .events {
            throw ImportError(
                "\(session.name): an XES log holds events, not \(rows.rawValue)",
                hint: "Import \(rows.rawValue) from a CSV file."
            )
        }
        try mapping.check(fileName: session.name, isIncomplete: true)
        let sample = try session.opened.sample(missing: mapping.missing)
        let whole = XESImport.complete(mapping, sample)
        let planner = try ColumnPlanner(
            whole,
            sample: sample,
            decisions: session.decisions,
            fileName: session.name,
            isOpen: true
        )
        let times = try ColumnTimes(whole, sample: sample, fileName: session.name)
        let mapper = try EventMapper(whole, planner: planner, times: times)
        let columns = XESColumns(mapper: mapper)
        let events = try XESEventImport(session, planner: planner, times: times, columns: columns)
        let reader = XESReader(
            session.opened.source,
            didRead: { try session.pulse.beat(rows: session.rows) },
            didBeginTrace: { events.beginTrace() },
            take: { try events.take($0) }
        )
        try reader.read()
        try session.pulse.beat(rows: session.rows, isLast: true)
        if let missing = planner.waiting.first, session.rows > 0 {
            throw ImportError(
                "\(session.name): no event or trace has an attribute \"\(missing.column)\" (for \(missing.field))",
                hint: "Attributes: \(columns.names.map { "\"\($0)\"" }.joined(separator: ", "))"
            )
        }
        let names = whole.columns.map(\.field) + whole.constants.map(\.name)
        if !names.contains("person") {
            session.note("a trace is a case, not a person: views of people need --column person=ATTRIBUTE")
        }
        events.note()
        session.didPlan(planner, columns: columns.names)
    }

    /// The standard's mapping with the user's over it. The user's columns are found first, so that `channel` and
    /// `case:channel` are one.
    static func complete(_ mapping: Mapping, _ sample: TableSample) -> Mapping {
        let columns = sample.columns.map(\.name)
        var resolved = mapping
        for index in resolved.columns.indices {
            let wanted = resolved.columns[index].column
            resolved.columns[index].column = ColumnPlanner.resolve(wanted, among: columns) ?? wanted
        }
        resolved.dropped = resolved.dropped.map { ColumnPlanner.resolve($0, among: columns) ?? $0 }
        return XESStandard.mapping(sample).overruled(by: resolved)
    }
}

/// The attributes of a log as columns, numbered as they come.
final class XESColumns {
    let mapper: EventMapper
    private(set) var names: [String] = []
    private var ofTrace: [String: Int] = [:]
    private var ofEvent: [String: Int] = [:]

    init(mapper: EventMapper) {
        self.mapper = mapper
    }

    func take(trace attribute: XESAttribute) throws {
        if let known = ofTrace[attribute.key] { return try take(known, attribute.value) }
        ofTrace[attribute.key] = try add("case:" + attribute.key)
        try take(trace: attribute)
    }

    func take(event attribute: XESAttribute) throws {
        if let known = ofEvent[attribute.key] { return try take(known, attribute.value) }
        ofEvent[attribute.key] = try add(attribute.key)
        try take(event: attribute)
    }

    private func add(_ name: String) throws -> Int {
        names.append(name)
        return try mapper.addColumn(name)
    }

    private func take(_ column: Int, _ value: String) throws {
        var text = value
        try text.withUTF8 { try mapper.take(column, $0) }
    }
}
