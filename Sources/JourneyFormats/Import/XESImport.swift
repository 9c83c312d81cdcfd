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
        let columns = XESColumns(session, plan: try EventPlan(whole, planner: planner), planner: planner, times: times)
        let events = try XESEventImport(session, planner: planner, times: times, columns: columns)
        let reader = XESReader(
            session.opened.source,
            didRead: { try session.beat() },
            didBeginTrace: { events.beginTrace() },
            take: { try events.take($0) }
        )
        try reader.read()
        try events.finish()
        try session.beat(isLast: true)
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
