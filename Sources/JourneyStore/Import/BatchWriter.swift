internal import GRDB
internal import JourneyModel
internal import Threads

/// The last step of an import: writes what is beside the events, once the file has been read and its events are in their
/// table.
final class BatchWriter {
    private let database: Database
    private let connection: OpaquePointer
    /// Where the events are.
    private let events: OpaquePointer
    private let names: ImportNames
    private let check: BlockCheck
    private let batch: Int64
    private let cancellation: Cancellation
    private var side: SideWriter
    /// Whether `events` has columns that its view does not show.
    private(set) var hasNewColumns = false

    init(
        _ database: Database,
        connection: OpaquePointer,
        events: OpaquePointer,
        names: ImportNames,
        check: BlockCheck,
        batch: Int64,
        cancellation: Cancellation
    ) throws {
        self.database = database
        self.connection = connection
        self.events = events
        self.names = names
        self.check = check
        self.batch = batch
        self.cancellation = cancellation
        side = try SideWriter(connection, names: names, batch: batch)
    }

    /// - Parameters:
    ///   - staged: the rows beside the events.
    ///   - firstEvent: the number of the file's first event.
    ///   - isChanged: set where the store's data are not the same any more, beyond the record of the import.
    func write(
        _ staged: StagedBytes?,
        _ summary: inout ImportSummary,
        origin: BatchOrigin,
        firstEvent: Int64,
        mark: ImportMark?,
        isAgain: Bool,
        contents: KnownContents,
        isChanged: inout Bool
    ) throws {
        if let staged { try store(staged) }
        try check.storeKeys(in: connection, tick: tick)
        let events = check.read > 0 ? (first: firstEvent, last: firstEvent + Int64(check.read) - 1) : nil
        try check.knownEvents.store(in: connection, batch: batch, table: KnownStretches.events, tick: tick)
        try check.knownNumbers.store(in: connection, batch: batch, table: KnownStretches.numbers, tick: tick)
        try side.storeKnown(in: connection, tick: tick)
        let outcome = try settle(contents, origin, events)
        summary.batch = Int(batch)
        summary.changed = outcome.changed
        summary.updated = outcome.updated
        hasNewColumns = outcome.hasNewColumns
        summary.events = check.stored
        summary.identicalRows = check.keys.identicalRows
        summary.ties = try ties(events)
        summary.stored = check.stored + side.stored
        summary.duplicates = check.read - check.stored + side.duplicates
        try storeNames()
        try check.traits.store(in: connection, batch: batch, importedAt: origin.importedAt, tick: tick)
        try origin.store(
            in: database,
            batch: batch,
            summary,
            check,
            mark: mark,
            isAgain: isAgain,
            events: events
        )
        for number in outcome.batches { try BatchRecount.everything(of: number, in: connection) }
        if let events, check.stored > 0 {
            let likeness = EventLikeness(
                connection,
                own: self.events,
                batch: batch,
                events: events.first...events.last
            )
            summary.sharedIDs = try likeness.storeSharedIDs()
            summary.likeOthers = try likeness.likeOthers(of: check.stored)
        }
        summary.changes = changes()
        let hasNewChannels = names.dimensions.all.contains { $0.name == Dimension.channel && $0.values.hasNew }
        if hasNewChannels || side.hasNewDeclarations || side.changedTables.contains(.preferences) {
            summary.unknownPreferences = try UnknownPreferences.read(connection)
        }
        isChanged = summary.stored > 0 || summary.updated > 0 || side.hasNewDeclarations
    }

    private func settle(
        _ contents: KnownContents,
        _ origin: BatchOrigin,
        _ own: (first: Int64, last: Int64)?
    ) throws -> KnownContents.Outcome {
        let source = try origin.sourceNumber(in: connection)
        var batches = try StoredBatch.numbered(of: source, connection)
        if let own {
            batches.append(StoredBatch(number: batch, source: source, first: own.first, last: own.last))
        }
        return try contents.settle(
            in: connection,
            batch: batch,
            among: batches,
            names: names,
            check: check,
            tick: tick
        )
    }

    private func changes() -> ImportChanges {
        var changes: ImportChanges = []
        if names.people.hasNew { changes.insert(.people) }
        if names.cases.hasNew { changes.insert(.cases) }
        if names.sessions.hasNew { changes.insert(.sessions) }
        if names.dimensions.all.contains(where: { $0.subject != .event && $0.values.hasNew }) {
            changes.insert(.values)
        }
        if !check.traits.isEmpty { changes.insert(.traits) }
        if side.hasNewDeclarations { changes.insert(.declarations) }
        for kind in side.changedTables where kind != .rejects {
            changes.insert(kind == .aliases ? .aliases : .records)
        }
        return changes
    }

    private func tick() throws {
        try cancellation.check()
    }

    private func store(_ staged: StagedBytes) throws {
        var staged = staged
        var untilCheck = 0
        while !staged.isAtEnd {
            untilCheck -= 1
            if untilCheck < 0 {
                untilCheck = 4095
                try tick()
            }
            switch StagedKind(rawValue: staged.take(UInt8.self)) {
            case .side: try side.storeRow(&staged)
            case .trait: try side.storeTrait(&staged, in: check.traits)
            case .role: try side.storeRole(&staged)
            case .channelKind: try side.storeChannelKind(&staged)
            case nil: throw ImportFailure.staging
            }
        }
        try side.storeWaiting(in: check.traits)
    }

    /// By person where the file has persons, as a funnel counts.
    private func ties(_ numbers: (first: Int64, last: Int64)?) throws -> Int {
        let counter = check.hasPersons ? check.personTies : check.caseTies
        guard !counter.isOrdered, let numbers else { return counter.ties }
        return try TieCounter.ties(
            in: events,
            by: check.hasPersons ? "person" : "case",
            from: numbers.first,
            to: numbers.last,
            count: check.stored
        )
    }

    private func storeNames() throws {
        try storePeople()
        for (table, codes) in [("cases", names.cases), ("sessions", names.sessions)] {
            try tick()
            let name = try RawStatement(connection, "INSERT INTO \(table)(id, name) VALUES (?1, ?2)")
            try storeNames(of: codes, in: table) { try insert(name, $0, $1) }
        }
        let dimensionName = try RawStatement(
            connection,
            "INSERT OR IGNORE INTO dimensions(id, name) VALUES (?1, ?2)"
        )
        for dimension in names.dimensions.all {
            let sql = "INSERT INTO dimension_values(dimension, code, value) VALUES (\(dimension.id), ?1, ?2)"
            let value = try RawStatement(connection, sql)
            var hasValues = false
            try dimension.values.insertNew {
                hasValues = true
                try insert(value, $0, $1)
            }
            guard dimension.isNew && hasValues else { continue }
            dimensionName.bind(Int64(dimension.id), at: 1)
            dimensionName.bind(dimension.name, at: 2)
            try dimensionName.runKeepingBindings()
        }
    }

    private func storeNames(
        of codes: NameCodes,
        in table: String,
        _ insert: (Int32, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        try NameIndex.keeping(table, new: codes.newCount, known: Int(codes.firstNew) - 1, in: connection) {
            try codes.insertNew(insert)
        }
    }

    private func storePeople() throws {
        let people = names.people
        for number in Int(people.firstNew)..<max(Int(people.firstNew), check.people.end) where check.people[number] {
            people.used[number] = true
        }
        let person = try RawStatement(connection, "INSERT INTO people(id, name, in_events) VALUES (?1, ?2, ?3)")
        try tick()
        try storeNames(of: people, in: "people") { number, name in
            person.bind(Int64(check.people[Int(number)] ? 1 : 0), at: 3)
            try insert(person, number, name)
        }
        try markKnownPeople()
    }

    /// Persons that the store knew without events and that have some now.
    private func markKnownPeople() throws {
        let waiting = try RawStatement(
            connection,
            "SELECT id FROM people WHERE in_events = 0 AND id > 0 AND id < \(names.people.firstNew)"
        )
        var met: [Int64] = []
        guard names.people.firstNew > 1, check.stored > 0 else { return }
        while try waiting.step() {
            if check.people[Int(waiting.int(0))] { met.append(waiting.int(0)) }
        }
        let mark = try RawStatement(connection, "UPDATE people SET in_events = 1 WHERE id = ?1")
        for number in met {
            mark.bind(number, at: 1)
            try mark.runKeepingBindings()
        }
    }

    private func insert(_ statement: RawStatement, _ number: Int32, _ name: UnsafeBufferPointer<UInt8>) throws {
        statement.bind(Int64(number), at: 1)
        statement.bind(borrowed: UnsafeRawBufferPointer(name), at: 2)
        try statement.runKeepingBindings()
    }
}
