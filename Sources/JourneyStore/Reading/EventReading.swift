internal import JourneyModel

/// Reads the events in the order of their import, a column at a time into arrays.
struct EventReading {
    private struct Column {
        var name: String
        var column: String
        var map: CodeMap
    }

    private let connection: OpaquePointer
    private let people: CodeMap
    private let cases: CodeMap
    private let sessions: CodeMap
    private let columns: [Column]
    private let expected: Int

    init(_ connection: OpaquePointer, people: CodeMap, cases: CodeMap, sessions: CodeMap) throws {
        self.connection = connection
        self.people = people
        self.cases = cases
        self.sessions = sessions
        let statement = try RawStatement(
            connection,
            """
            SELECT id, name, column_name FROM dimensions WHERE column_name IS NOT NULL
            ORDER BY min(id, 4), name
            """
        )
        var columns: [Column] = []
        while try statement.step() {
            let sql = "SELECT code, value FROM dimension_values WHERE dimension = \(statement.int(0)) ORDER BY code"
            columns.append(
                Column(
                    name: statement.text(1),
                    column: statement.text(2),
                    map: try CodeMap.read(connection, sql)
                )
            )
        }
        self.columns = columns
        let events = try RawStatement(connection, "SELECT ifnull(sum(events), 0) FROM batches")
        expected = try events.step() ? Int(events.int(0)) : 0
    }

    func read(isCancelled: () -> Bool, progress: (Double) -> Void) throws -> EventTable {
        var events = EventTable()
        reserve(&events)
        var codes = columns.map { _ in [Int32]() }
        for index in codes.indices { codes[index].reserveCapacity(expected) }
        var hasRecorded = false
        var hasSequence = false
        var hasDuration = false
        var hasCost = false
        let dimensions = columns.map { ", " + $0.column }.joined()
        let statement = try RawStatement(
            connection,
            #"SELECT time, person, "case", session, recorded, sequence, duration, cost\#(dimensions) FROM events ORDER BY id"#
        )
        while try statement.step() {
            if events.time.count & 0xFFFF == 0xFFFF {
                if isCancelled() { throw CancellationError() }
                progress(min(1, Double(events.time.count) / Double(max(1, expected))))
            }
            let time = statement.int(0)
            events.time.append(time)
            events.person.append(people.code(statement.code(1)))
            events.caseID.append(cases.code(statement.code(2)))
            events.session.append(sessions.code(statement.code(3)))
            let recorded = statement.optionalInt(4)
            let sequence = statement.optionalInt(5)
            let duration = statement.optionalInt(6)
            let cost = statement.optionalDouble(7)
            hasRecorded = hasRecorded || recorded != nil
            hasSequence = hasSequence || sequence != nil
            hasDuration = hasDuration || duration != nil
            hasCost = hasCost || cost != nil
            events.recorded.append(recorded ?? time)
            events.sequence.append(sequence ?? 0)
            events.duration.append(duration ?? -1)
            events.cost.append(cost ?? .nan)
            for index in columns.indices {
                codes[index].append(columns[index].map.code(statement.code(Int32(8 + index))))
            }
        }
        if !hasRecorded { events.recorded = [] }
        if !hasSequence { events.sequence = [] }
        if !hasDuration { events.duration = [] }
        if !hasCost { events.cost = [] }
        for (index, column) in columns.enumerated() {
            events.dimensions.append(
                CodedColumn(name: column.name, values: column.map.names, codes: codes[index])
            )
        }
        progress(1)
        return events
    }

    private func reserve(_ events: inout EventTable) {
        events.time.reserveCapacity(expected)
        events.recorded.reserveCapacity(expected)
        events.sequence.reserveCapacity(expected)
        events.person.reserveCapacity(expected)
        events.caseID.reserveCapacity(expected)
        events.session.reserveCapacity(expected)
        events.duration.reserveCapacity(expected)
        events.cost.reserveCapacity(expected)
    }
}
