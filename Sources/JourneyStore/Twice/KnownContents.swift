internal import JourneyModel

/// What an import says of events that are known by an id: whether it is what the store has, is found out when the file has been
/// read. Waits with the rows beside the events, in a file without a name where there is much of it.
final class KnownContents {
    /// What was found.
    struct Outcome {
        /// Events that came with other content.
        var changed = 0
        /// Of those: taken.
        var updated = 0
        /// The imports whose events are not what they were.
        var batches: Set<Int64> = []
        var hasNewColumns = false
    }

    let update: ImportChoices.Update
    private let saysTheSame: Bool
    private let path: String
    private var area: StagingArea?
    private var count = 0

    /// - Parameters:
    ///   - path: the store's.
    ///   - saysTheSame: whether nothing can be said that is not in the store.
    init(besideStore path: String, update: ImportChoices.Update, saysTheSame: Bool) {
        self.saysTheSame = saysTheSame
        self.path = path
        self.update = update
    }

    /// - Parameters:
    ///   - slot: the number that the event would have, were it not known.
    ///   - owner: the number of the event that it is; 0 where it is known by an id that is a plain number.
    func stage(_ event: Int, of block: EventBlock, slot: Int64, owner: Int64) throws {
        if saysTheSame { return }
        let area = self.area ?? StagingArea(besideStore: path)
        self.area = area
        count += 1
        try area.put(owner == 0 ? block.eventNumber[event] : owner)
        try area.put(owner == 0)
        try EventContent.stage(event, of: block, in: area)
    }

    /// Compares, and changes the events where the newest holds.
    ///
    /// - Parameters:
    ///   - connection: has all events, those of this import too.
    ///   - batches: the imports among whose events the ids are, this one with them.
    func settle(
        in connection: OpaquePointer,
        batch: Int64,
        among batches: [StoredBatch],
        names: ImportNames,
        check: BlockCheck,
        tick: () throws -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        guard let area else { return outcome }
        let staged = try area.finish()
        let events = try numberedEvents(staged, among: batches, connection, tick)
        var table = try EventContentTable(connection)
        let versions = try EventVersions(connection, names: names)
        var rest = staged
        for index in 0..<count {
            if index & 0xFFF == 0 { try tick() }
            let row = rest.take(Int64.self)
            let isNumber = rest.take(Bool.self)
            let content = EventContent(&rest)
            guard let event = isNumber ? events.event(of: row) : row, let known = try table.content(of: event),
                let owner = batches.first(where: { $0.has(event) })
            else { continue }
            let isSame = content.saysTheSame(as: known)
            try versions.keep(
                content,
                of: event,
                known: known,
                owner: owner.number,
                batch: batch,
                takes: update == .newest,
                isSame: isSame
            )
            if isSame { continue }
            outcome.changed += 1
            guard update == .newest else { continue }
            if try makeColumns(content, names, connection) {
                outcome.hasNewColumns = true
                table = try EventContentTable(connection)
            }
            mark(content, names, check)
            try table.set(content, of: event)
            outcome.updated += 1
            outcome.batches.insert(owner.number)
        }
        return outcome
    }

    /// The events that the ids which are plain numbers belong to.
    private func numberedEvents(
        _ staged: StagedBytes,
        among batches: [StoredBatch],
        _ connection: OpaquePointer,
        _ tick: () throws -> Void
    ) throws -> NumberedEvents {
        var rest = staged
        var numbers: [Int64] = []
        for _ in 0..<count {
            let row = rest.take(Int64.self)
            if rest.take(Bool.self) { numbers.append(row) }
            _ = EventContent(&rest)
        }
        return try NumberedEvents(numbers, among: batches, connection, tick)
    }

    /// Columns for dimensions that no event has had. Whether there are new ones.
    private func makeColumns(_ content: EventContent, _ names: ImportNames, _ connection: OpaquePointer) throws -> Bool
    {
        var isNew = false
        for value in content.dimensions {
            guard let dimension = names.dimensions.all.first(where: { $0.id == value.dimension }),
                dimension.column == nil
            else { continue }
            let column = DimensionColumn.name(of: Int64(dimension.id))
            try DimensionColumn.make(column, of: dimension.id, name: dimension.name, in: connection)
            dimension.column = column
            dimension.isOfEvents = true
            isNew = true
        }
        return isNew
    }

    private func mark(_ content: EventContent, _ names: ImportNames, _ check: BlockCheck) {
        if content.person > 0 { check.people[Int(content.person)] = true }
        if content.caseID > 0 { names.cases.used[Int(content.caseID)] = true }
        if content.session > 0 { names.sessions.used[Int(content.session)] = true }
        for value in content.dimensions {
            names.dimensions.all.first { $0.id == value.dimension }?.values.used[Int(value.code)] = true
        }
    }
}

/// One import, as `batches` has it.
struct StoredBatch {
    var number: Int64
    var source: Int64
    var first: Int64
    var last: Int64

    func has(_ event: Int64) -> Bool { first <= event && event <= last }

    /// Those of a source whose numbers tell its events apart, in the order of their events.
    static func numbered(of source: Int64, _ connection: OpaquePointer) throws -> [StoredBatch] {
        let rows = try RawStatement(
            connection,
            """
            SELECT id, source, first_event, last_event FROM batches
            WHERE source = ?1 AND first_event IS NOT NULL AND is_again = 0 ORDER BY first_event
            """
        )
        rows.bind(source, at: 1)
        var batches: [StoredBatch] = []
        while try rows.step() {
            batches.append(
                StoredBatch(number: rows.int(0), source: rows.int(1), first: rows.int(2), last: rows.int(3))
            )
        }
        return batches
    }
}

/// The events that have ids which are plain numbers, found in one reading of the imports that may have them.
struct NumberedEvents {
    private let numbers: [Int64]
    private var events: [Int64]

    init(
        _ wanted: [Int64],
        among batches: [StoredBatch],
        _ connection: OpaquePointer,
        _ tick: () throws -> Void
    ) throws {
        numbers = wanted.sorted()
        events = [Int64](repeating: 0, count: numbers.count)
        guard !numbers.isEmpty else { return }
        let rows = try RawStatement(
            connection,
            """
            SELECT id, event_id FROM events
            WHERE id BETWEEN ?1 AND ?2 AND typeof(event_id) = 'integer' AND event_id BETWEEN ?3 AND ?4
            """
        )
        for batch in batches {
            rows.bind(batch.first, at: 1)
            rows.bind(batch.last, at: 2)
            rows.bind(numbers.first ?? 0, at: 3)
            rows.bind(numbers.last ?? 0, at: 4)
            var read = 0
            var place = 0
            while try rows.step() {
                read += 1
                if read & 0xFFFF == 0 { try tick() }
                let number = rows.int(1)
                // Ids mostly ascend.
                if place + 1 < numbers.count, numbers[place + 1] == number {
                    place += 1
                } else {
                    place = NumberedEvents.place(of: number, in: numbers)
                }
                if place < numbers.count, numbers[place] == number, events[place] == 0 { events[place] = rows.int(0) }
            }
            rows.rewind()
        }
    }

    /// Nil where no event has the number.
    func event(of number: Int64) -> Int64? {
        let place = NumberedEvents.place(of: number, in: numbers)
        return place < numbers.count && numbers[place] == number && events[place] > 0 ? events[place] : nil
    }

    private static func place(of number: Int64, in numbers: [Int64]) -> Int {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
