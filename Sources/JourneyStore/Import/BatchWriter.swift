internal import GRDB
internal import JourneyModel

/// The second half of an import: writes what was staged, in one go. Everything here happens inside the import's
/// transaction, after the file has been read.
struct BatchWriter {
    private let database: Database
    private let connection: OpaquePointer
    private let names: ImportNames
    private let batch: Int64
    private let importedAt: Int64
    private let isCancelled: () -> Bool

    private var counts = BatchCounts()
    private var personTraits = TraitChanges()
    private var caseTraits = TraitChanges()
    private var peopleInEvents: PeopleInEvents
    private var side: SideWriter

    init(
        _ database: Database,
        connection: OpaquePointer,
        names: ImportNames,
        batch: Int64,
        importedAt: Int64,
        isCancelled: @escaping () -> Bool
    ) throws {
        self.database = database
        self.connection = connection
        self.names = names
        self.batch = batch
        self.importedAt = importedAt
        self.isCancelled = isCancelled
        peopleInEvents = PeopleInEvents(firstNew: names.people.firstNew)
        side = try SideWriter(connection, names: names, batch: batch)
    }

    /// - Parameter isChanged: set where the store's data are not the same any more, beyond the record of the import.
    mutating func write(
        _ staging: BatchStaging,
        _ summary: inout ImportSummary,
        origin: BatchOrigin,
        isChanged: inout Bool
    ) throws {
        let staged = try staging.finish()
        var keys = staging.keys
        let count = keys.count
        let firstEvent = try nextID("events")
        let duplicates = try keys.store(in: connection, firstEvent: firstEvent, tick: tick)
        summary.identicalRows = keys.identicalRows
        counts.identicalRows = keys.storedIdenticalRows
        summary.events = count - duplicates.count
        if summary.events > 0 { try addColumns() }
        var ties = TieCounter(firstNew: staging.hasCases ? names.cases.firstNew : names.people.firstNew)
        if count > 0 || staging.hasSideRows {
            try store(staged, firstEvent: firstEvent, duplicates, byCase: staging.hasCases, &ties)
        }
        summary.ties = ties.ties
        if !ties.isOrdered { summary.ties = countTies(staged, duplicates, byCase: staging.hasCases) }
        summary.stored = summary.events + side.stored
        summary.duplicates = duplicates.count + side.duplicates
        try storeNames()
        try personTraits.store(in: connection, table: "person_traits", subject: "person", tick: tick)
        try caseTraits.store(in: connection, table: "case_traits", subject: "case", tick: tick)
        let events = summary.events > 0 ? (firstEvent, firstEvent + Int64(count) - 1) : nil
        try origin.store(in: database, batch: batch, importedAt: importedAt, summary, counts, events: events)
        isChanged = summary.stored > 0 || side.hasNewDeclarations
    }

    private func tick() throws {
        if isCancelled() { throw CancellationError() }
    }

    private func nextID(_ table: String) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT ifnull(max(id), 0) + 1 FROM \(table)") ?? 1
    }

    /// A column in `events` for every dimension that the store does not know yet.
    private func addColumns() throws {
        var isChanged = false
        for dimension in names.dimensions.all where dimension.isOfEvents && dimension.column == nil {
            let column = "dim_\(dimension.id)"
            try database.execute(sql: "ALTER TABLE events ADD COLUMN \(column) INTEGER")
            try database.execute(
                sql: """
                    INSERT INTO dimensions(id, name, column_name) VALUES (?1, ?2, ?3)
                    ON CONFLICT(id) DO UPDATE SET column_name = excluded.column_name
                    """,
                arguments: [dimension.id, dimension.name, column]
            )
            dimension.column = column
            isChanged = true
        }
        if isChanged { try JourneyEventsView.create(in: database) }
    }

    private mutating func store(
        _ staged: StagedBytes,
        firstEvent: Int64,
        _ duplicates: BitSet,
        byCase: Bool,
        _ ties: inout TieCounter
    ) throws {
        var staged = staged
        let insertion = try EventInsertion(connection, dimensions: names.dimensions.all)
        var index = 0
        var untilCheck = 0
        while !staged.isAtEnd {
            untilCheck -= 1
            if untilCheck < 0 {
                untilCheck = 4095
                try tick()
            }
            switch StagedKind(rawValue: staged.take(UInt8.self)) {
            case .event:
                let event = staged.take(StagedEvent.self)
                if duplicates.contains(index) {
                    staged.skipRest(of: event)
                } else {
                    try store(event, id: firstEvent + Int64(index), &staged, insertion)
                    ties.add(byCase ? event.caseID : event.person, at: event.time)
                }
                index += 1
            case .side: try side.storeRow(&staged)
            case .trait: try side.storeTrait(&staged, in: &personTraits)
            case .role: try side.storeRole(&staged)
            case .channelKind: try side.storeChannelKind(&staged)
            case nil: throw ImportFailure.staging
            }
        }
    }

    private mutating func store(
        _ event: StagedEvent,
        id: Int64,
        _ staged: inout StagedBytes,
        _ insertion: EventInsertion
    ) throws {
        insertion.begin(id: id, event)
        if event.person >= 0 {
            names.people.markUsed(event.person)
            peopleInEvents.insert(event.person)
        }
        names.cases.markUsed(event.caseID)
        names.sessions.markUsed(event.session)
        var hasChannel = false
        var hasService = false
        for _ in 0..<event.dimensions {
            let value = staged.take(StagedValue.self)
            insertion.bind(value)
            // The first dimensions of every store: touchpoint, channel, service.
            if value.dimension == 1 { hasChannel = true }
            if value.dimension == 2 { hasService = true }
        }
        for _ in 0..<event.traits { apply(staged.take(StagedValue.self), of: event) }
        let fields = StagedFields(rawValue: event.fields)
        var known = importedAt
        if fields.contains(.end) { insertion.bindEnd(staged.take(Int64.self)) }
        if fields.contains(.recorded) {
            known = staged.take(Int64.self)
            insertion.bindRecorded(known)
        }
        if fields.contains(.sequence) { insertion.bindSequence(staged.take(Int64.self)) }
        if fields.contains(.duration) { insertion.bindDuration(staged.take(Int64.self)) }
        if fields.contains(.cost) { insertion.bindCost(staged.take(Double.self)) }
        if fields.contains(.eventID) { insertion.bindEventID(staged.takeText()) }
        if fields.contains(.attributes) { insertion.bindAttributes(staged.takeText()) }
        try insertion.store()
        counts.add(event, hasChannel: hasChannel, hasService: hasService, known: known)
    }

    private mutating func apply(_ value: StagedValue, of event: StagedEvent) {
        let trait = names.dimensions.all[Int(value.dimension)]
        let isOfCase = Dimension.subject(of: trait.name) == .case
        let subject = isOfCase ? event.caseID : event.person
        guard subject >= 0 else { return }
        trait.values.markUsed(value.code)
        if isOfCase {
            caseTraits.set(trait.id, of: subject, to: value.code)
        } else {
            personTraits.set(trait.id, of: subject, to: value.code)
        }
    }

    /// Ties of a file that is not in the order of time.
    private func countTies(_ staged: StagedBytes, _ duplicates: BitSet, byCase: Bool) -> Int {
        var events: [(subject: Int32, time: Int64)] = []
        var staged = staged
        var index = 0
        while let event = staged.nextEvent() {
            let subject = byCase ? event.caseID : event.person
            if subject >= 0 && !duplicates.contains(index) { events.append((subject, event.time)) }
            index += 1
        }
        return TieCounter.ties(among: &events)
    }

    private func storeNames() throws {
        let person = try RawStatement(connection, "INSERT INTO people(id, name, in_events) VALUES (?1, ?2, ?3)")
        try names.people.insertNew { id, name in
            person.bind(Int64(peopleInEvents.contains(new: id) ? 1 : 0), at: 3)
            try insert(person, id, name)
        }
        let known = try RawStatement(connection, "UPDATE people SET in_events = 1 WHERE id = ?1 AND in_events = 0")
        for id in peopleInEvents.known.sorted() {
            known.bind(Int64(id), at: 1)
            try known.runKeepingBindings()
        }
        let newCase = try RawStatement(connection, "INSERT INTO cases(id, name) VALUES (?1, ?2)")
        try names.cases.insertNew { try insert(newCase, $0, $1) }
        let session = try RawStatement(connection, "INSERT INTO sessions(id, name) VALUES (?1, ?2)")
        try names.sessions.insertNew { try insert(session, $0, $1) }
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
            if dimension.isNew && hasValues { try insert(dimensionName, dimension.id, dimension.name) }
        }
    }

    private func insert(_ statement: RawStatement, _ id: Int32, _ name: String) throws {
        statement.bind(Int64(id), at: 1)
        statement.bind(name, at: 2)
        try statement.runKeepingBindings()
    }
}
