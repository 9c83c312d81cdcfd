internal import JourneyModel

/// Reads all events into one table, with the codes of a snapshot.
struct EventReading {
    private let scan: EventScan
    private let people: CodeMap
    private let cases: CodeMap
    private let sessions: CodeMap
    private let values: [CodeMap]

    init(_ connection: OpaquePointer, people: CodeMap, cases: CodeMap, sessions: CodeMap) throws {
        let scan = try EventScan(connection)
        self.scan = scan
        self.people = people
        self.cases = cases
        self.sessions = sessions
        values = try scan.dimensions.map { dimension in
            try CodeMap.read(
                connection,
                "SELECT code, value FROM dimension_values WHERE dimension = \(dimension.number) ORDER BY code"
            )
        }
    }

    func read(isCancelled: () -> Bool, progress: (Double) -> Void) throws -> EventTable {
        var events = EventTable()
        var codes = values.map { _ in [Int32]() }
        var has = (recorded: false, sequence: false, duration: false, cost: false)
        try scan.read(after: 0, blockSize: 1 << 16, isCancelled: isCancelled, progress: progress) { block in
            let table = block.events
            has.recorded = has.recorded || !table.recorded.isEmpty
            has.sequence = has.sequence || !table.sequence.isEmpty
            has.duration = has.duration || !table.duration.isEmpty
            has.cost = has.cost || !table.cost.isEmpty
            events.time += table.time
            events.recorded += table.recorded.isEmpty ? table.time : table.recorded
            events.sequence += table.sequence.isEmpty ? table.time.map { _ in 0 } : table.sequence
            events.duration += table.duration.isEmpty ? table.time.map { _ in -1 } : table.duration
            events.cost += table.cost.isEmpty ? table.time.map { _ in .nan } : table.cost
            events.person += table.person.map { people.code($0 + 1) }
            events.caseID += table.caseID.map { cases.code($0 + 1) }
            events.session += table.session.map { sessions.code($0 + 1) }
            for (index, column) in table.dimensions.enumerated() {
                codes[index] += column.codes.map { values[index].code($0 + 1) }
            }
        }
        if !has.recorded { events.recorded = [] }
        if !has.sequence { events.sequence = [] }
        if !has.duration { events.duration = [] }
        if !has.cost { events.cost = [] }
        events.dimensions = columns(codes)
        return events
    }

    /// Touchpoint, channel and service, then the others by name.
    private func columns(_ codes: [[Int32]]) -> [CodedColumn] {
        let columns = codes.indices.map { index in
            CodedColumn(name: scan.dimensions[index].name, values: values[index].names, codes: codes[index])
        }
        let first = Schema.firstDimensions.count
        let others = columns.dropFirst(first).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return columns.prefix(first) + others
    }
}
