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
        var hasSequence = false
        try scan.read(after: 0, blockSize: 1 << 16, isCancelled: isCancelled, progress: progress) { block in
            let table = block.events
            EventReading.append(table.recorded, to: &events.recorded, events.time) { table.time }
            EventReading.append(table.duration, to: &events.duration, events.time.map { _ in -1 }) {
                table.time.map { _ in -1 }
            }
            EventReading.append(table.cost, to: &events.cost, events.time.map { _ in .nan }) {
                table.time.map { _ in .nan }
            }
            hasSequence = hasSequence || !table.sequence.isEmpty
            events.sequence += table.sequence.isEmpty ? table.time.map { _ in 0 } : table.sequence
            events.time += table.time
            events.person += table.person.map { people.code($0 + 1) }
            events.caseID += table.caseID.map { cases.code($0 + 1) }
            events.session += table.session.map { sessions.code($0 + 1) }
            for (index, column) in table.dimensions.enumerated() {
                codes[index] += column.codes.map { values[index].code($0 + 1) }
            }
        }
        if !hasSequence { events.sequence = [] }
        let columns = scan.dimensions.indices.map { index in
            CodedColumn(name: scan.dimensions[index].name, values: values[index].names, codes: codes[index])
        }
        let first = Schema.firstDimensions.count
        events.dimensions =
            columns.prefix(first)
            + columns.dropFirst(first).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return events
    }

    /// Appends a block's column, which is empty where no event of the block has a value.
    private static func append<Value>(
        _ column: [Value],
        to all: inout [Value],
        _ before: @autoclosure () -> [Value],
        missing: () -> [Value]
    ) {
        if column.isEmpty && all.isEmpty { return }
        if all.isEmpty { all = before() }
        all += column.isEmpty ? missing() : column
    }
}
