public import JourneyModel
public import Threads

/// A store at one moment: whatever is read through it belongs together. Valid inside of `StoreReader.reading` only.
///
/// Codes are the store's own: a person's, case's or session's number in the store less one, a value's number in its
/// dimension less one.
public struct StoreReading {
    /// Names by code.
    public enum Names: String, Sendable {
        case people, cases, sessions
    }

    private let connection: OpaquePointer

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    /// Of a store that no writer of this version has opened yet, `store` and `state` are 0.
    public func stamp() throws -> StoreStamp { try StoreHistory.stamp(connection) }

    /// What happened since `stamp`.
    public func change(since stamp: StoreStamp) throws -> StoreChange {
        try StoreHistory.change(since: stamp, in: connection)
    }

    /// Whether all that happened since `stamp` is that something was declared: nothing else is to be read again.
    public func hasOnlyDeclared(since stamp: StoreStamp) throws -> Bool {
        try StoreHistory.hasOnlyDeclared(since: stamp, in: connection)
    }

    /// The number of the last event; 0 where there is none.
    public func lastEvent() throws -> Int64 {
        let row = try RawStatement(connection, "SELECT ifnull(max(id), 0) FROM events")
        guard try row.step() else { return 0 }
        guard ValueRule.counts.contains(row.int(0)) else {
            throw RowFault(table: "events", row: row.int(0), "its number is \(row.int(0)), which it cannot be")
        }
        return row.int(0)
    }

    public func reach() throws -> DataReach { try BatchReach.read(connection) }

    /// What events are of: persons where any event has one, else cases where any has one, else persons.
    public func unit() throws -> CountingUnit {
        let row = try RawStatement(
            connection,
            "SELECT EXISTS (SELECT 1 FROM people WHERE in_events), EXISTS (SELECT 1 FROM cases)"
        )
        guard try row.step() else { return .person }
        return row.int(0) == 0 && row.int(1) != 0 ? .case : .person
    }

    /// Events in the order of their numbers. Of `events` optional columns are empty where no event of the block has a value;
    /// there is a column for every dimension of events in the order of their numbers, touchpoint, channel and service first.
    ///
    /// - Parameters:
    ///   - number: events above this one are read; 0 for all.
    ///   - blockSize: how many events `body` is given at a time.
    ///   - cancellation: asked before each block.
    ///   - progress: called after each block with the share of the events read, 0…1.
    /// - Throws: `StoreError`; `CancellationError`; what `body` throws.
    public func events(
        after number: Int64 = 0,
        blockSize: Int = 1 << 17,
        cancellation: Cancellation = .never,
        progress: (Double) -> Void = { _ in },
        _ body: (StoredEvents) throws -> Void
    ) throws {
        try EventScan(connection).read(
            after: number,
            blockSize: blockSize,
            cancellation: cancellation,
            progress: progress,
            body
        )
    }

    /// Everything that is not read by one of the other functions: declarations, and the dimensions of events, in the order of
    /// their numbers, with their values and no codes. The value of a code that nothing has is empty. There are no records,
    /// and persons have neither names nor traits here, nor have cases and sessions.
    public func tables() throws -> JourneySnapshot {
        var snapshot = JourneySnapshot(generation: try StoreHistory.generation(connection), events: EventTable())
        snapshot.events.dimensions = try EventScan(connection).dimensions.map { dimension in
            CodedColumn(name: dimension.name, values: try ValueReading.values(connection, of: dimension.number))
        }
        snapshot.isDemo = try StoreReader.meta(connection, "is_demo") != 0
        snapshot.mergedIdentities = try IdentityGraph.read(connection).merged.count
        try SideReading.readDeclarations(connection, into: &snapshot)
        snapshot.declared = try DeclaredText.latest(connection)?.declared
        return snapshot
    }

    /// The records of one table beside the events, in the order of their import. Persons are those that the records name,
    /// whoever stands for them (D26); a row that makes no sense is left out.
    ///
    /// - Parameters:
    ///   - number: records above this one are read; 0 for all.
    ///   - people: codes of persons in use: one more than the highest.
    public func records(_ kind: RecordKind, after number: Int64 = 0, people: Int) throws -> RecordTable {
        try SideReading(connection).records(kind, after: number, people: people)
    }

    /// Hands out the names of codes above `code` in their order, so that the n-th is that of `code` + n. A code that nothing
    /// has gets an empty name.
    ///
    /// - Parameter code: -1 for all names.
    public func names(of names: Names, after code: Int = -1, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws
    {
        let rows = try RawStatement(connection, "SELECT id, name FROM \(names.rawValue) WHERE id > ?1 ORDER BY id")
        let rules = TableRules.names(names.rawValue)
        var numbers = try NameNumbers(names.rawValue, names.rawValue, after: Int64(code) + 1, connection)
        rows.bind(numbers.last == 0 ? .min : numbers.last, at: 1)
        while try rows.step() {
            try rules.check(rows)
            for _ in 0..<(try numbers.take(rows.int(0))) { try body(UnsafeBufferPointer(start: nil, count: 0)) }
            try rows.withText(1, body)
        }
    }

    /// The traits of persons or cases by name, only those that a subject has: a code for each person or case, by its own
    /// code, up to the last one that has any. Of ids that are one person (D26) only the one that stands for the others has
    /// codes: the newest that is known of any of them, of equally new ones that of the oldest id.
    public func traits(of subject: Dimension.Subject) throws -> [CodedColumn] {
        try ValueReading.traits(connection, of: subject)
    }

    /// For each id of a person for which another one stands, the code of that one, and how both were found to be one (D26).
    public func canonicalPeople() throws -> [MergedID] { try IdentityTree.read(connection) }
}

extension StoreReader {
    /// Everything that `body` reads is of one moment. It may not keep what it is given.
    ///
    /// - Throws: `StoreError`, and what `body` throws.
    public func reading<Result>(_ body: (StoreReading) throws -> Result) throws -> Result {
        try read { try body(StoreReading($0)) }
    }

    /// Costs microseconds.
    ///
    /// - Throws: `StoreError.busy` where an import writes for longer than the patience: the data read before still hold.
    public func stamp() throws -> StoreStamp { try reading { try $0.stamp() } }

    public func change(since stamp: StoreStamp) throws -> StoreChange { try reading { try $0.change(since: stamp) } }
}
