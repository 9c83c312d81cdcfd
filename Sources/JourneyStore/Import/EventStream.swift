internal import JourneyModel

/// Hands what an import stores to whoever grows with the store.
struct EventStream {
    private let sink: (any StoredEventSink)?

    init(_ sink: (any StoredEventSink)?) {
        self.sink = sink
    }

    /// - Parameter block: events to store, checked and numbered.
    func hand(_ block: EventBlock) throws {
        guard let sink, block.count > 0 else { return }
        try sink.take(StoredEvents(numbers: block.numbers, events: EventStream.table(block)))
    }

    private static func table(_ block: EventBlock) -> EventTable {
        var recorded = block.recorded
        for index in recorded.indices where recorded[index] == EventBatch.none { recorded[index] = block.time[index] }
        return EventTable(
            time: block.time,
            recorded: recorded,
            sequence: block.sequence.map { $0 == EventBatch.none ? 0 : $0 },
            person: block.person,
            caseID: block.caseID,
            session: block.session,
            duration: block.duration.map { $0 == EventBatch.none ? -1 : $0 },
            cost: block.cost,
            dimensions: dimensions(block)
        )
    }

    /// Those that a stored event has, in the order of their numbers; the first three always.
    private static func dimensions(_ block: EventBlock) -> [CodedColumn] {
        let missing = [Int32](repeating: -1, count: block.count)
        var columns = Schema.firstDimensions.map { CodedColumn(name: $0.name, codes: missing) }
        for (place, column) in block.dimensions.enumerated() {
            let codes = column.codes.isEmpty ? missing : column.codes
            if place < columns.count {
                columns[place].codes = codes
            } else if column.dimension.isOfEvents {
                columns.append(CodedColumn(name: column.dimension.name, codes: codes))
            }
        }
        return columns
    }
}
