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
        if let only = mapping.onlyOfTables {
            throw ImportError("\(session.name): \(only) is for tables, and an XES log is none", hint: "Leave it out.")
        }
        try mapping.check(fileName: session.name, isIncomplete: true)
        var sample = XESSample(missing: MissingWords(mapping.missing))
        let name = casesAreTraces ? XESTraceNames(file: session.name) : nil
        // The first events wait until enough are there to tell what their attributes are.
        var waiting: [XESEvent] = []
        var plan: Plan?
        func begin() throws -> Plan {
            let begun = try self.plan(sample.table)
            for event in waiting { try begun.events.take(event) }
            waiting = []
            plan = begun
            return begun
        }
        let reader = XESReader(session.source, didRead: { try session.beat() }) { read in
            let event = name?.named(read) ?? read
            if let plan { return try plan.events.take(event) }
            sample.add(event)
            waiting.append(event)
            if sample.isFull { _ = try begin() }
        }
        try reader.read()
        if let name, name.count > 0 {
            session.note(
                "nameless-traces",
                "traces without a name are cases by their place in the file: \(name.count)",
                count: name.count
            )
        }
        try finish(try plan ?? begin())
    }

    /// Whether nobody says what the case is: then it is the trace.
    private var casesAreTraces: Bool {
        !(mapping.columns.map(\.field) + mapping.constants.map(\.name)).contains("case")
    }

    private struct Plan {
        let mapping: Mapping
        let planner: ColumnPlanner
        let columns: GrowingColumns
        let events: XESEventImport
    }

    private func plan(_ sample: TableSample) throws -> Plan {
        let whole = XESImport.complete(mapping, sample)
        let planner = try ColumnPlanner(
            whole,
            sample: sample,
            decisions: session.decisions,
            fileName: session.name,
            isOpen: true
        )
        let times = try ColumnTimes(whole, sample: sample, fileName: session.name)
        session.didFind(try sample.order(planner, times))
        let plan = try EventPlan(whole, planner: planner)
        let columns = GrowingColumns(session, plan: plan, planner: planner, times: times)
        let events = try XESEventImport(session, planner: planner, times: times, columns: columns)
        return Plan(mapping: whole, planner: planner, columns: columns, events: events)
    }

    private func finish(_ plan: Plan) throws {
        let (whole, planner, columns, events) = (plan.mapping, plan.planner, plan.columns, plan.events)
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
            session.note("no-person", "a trace is a case, not a person: views of people need --column person=ATTRIBUTE")
        }
        events.note()
        session.didPlan([planner], columns: columns.names)
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
