internal import JourneyModel

/// Which states a store has had: every change of its data adds one.
enum StoreHistory {
    /// What a change was.
    enum Kind: String {
        case made, `import`, alias, demo, erase, declare, forget, replace, update

        /// Those that change what is there of events.
        static let rewriting: [Kind] = [.erase, .forget, .replace, .update]
    }

    /// Draws the store's own number, which tells it from every other one, and its first state.
    static func begin(in connection: OpaquePointer) throws {
        let store = try RawStatement(connection, "INSERT INTO meta(key, value) VALUES ('store', ?1)")
        store.bind(Int64(bitPattern: UInt64.random(in: 1 ... .max)), at: 1)
        try store.run()
        try add(.made, in: connection)
    }

    /// Counts the generation up, with a new state.
    static func record(_ kind: Kind, in connection: OpaquePointer) throws {
        try RawStatement(connection, "UPDATE meta SET value = value + 1 WHERE key = 'generation'").run()
        try add(kind, in: connection)
    }

    /// A store of version 1 has number and state 0.
    static func stamp(_ connection: OpaquePointer) throws -> StoreStamp {
        let generation = try generation(connection)
        let store = try StoreReader.meta(connection, "store")
        guard store != 0, let entry = try entry(generation, in: connection) else {
            return StoreStamp(store: 0, generation: generation, state: 0)
        }
        return StoreStamp(store: UInt64(bitPattern: store), generation: generation, state: entry.state)
    }

    /// How many changes the store has had.
    static func generation(_ connection: OpaquePointer) throws -> Int64 {
        let generation = try StoreReader.meta(connection, "generation")
        guard ValueRule.counts.contains(generation) else {
            throw RowFault(table: "meta", row: "generation", "'value' is \(generation), which it cannot be")
        }
        return generation
    }

    static func change(since stamp: StoreStamp, in connection: OpaquePointer) throws -> StoreChange {
        let now = try self.stamp(connection)
        if stamp == now { return .none }
        guard stamp.store == now.store, now.store != 0, stamp.generation < now.generation,
            let entry = try entry(stamp.generation, in: connection), entry.state == stamp.state,
            try !hasRewritten(since: stamp.generation, in: connection)
        else { return .unknown }
        return .appended(after: entry.lastEvent)
    }

    /// Whether all that has happened since `stamp` is that something was declared, at least once.
    static func hasOnlyDeclared(since stamp: StoreStamp, in connection: OpaquePointer) throws -> Bool {
        guard case .appended = try change(since: stamp, in: connection) else { return false }
        let others = try RawStatement(connection, "SELECT 1 FROM changes WHERE kind <> ?1 AND generation > ?2 LIMIT 1")
        others.bind(Kind.declare.rawValue, at: 1)
        others.bind(stamp.generation, at: 2)
        return try !others.step()
    }

    private static func add(_ kind: Kind, in connection: OpaquePointer) throws {
        let change = try RawStatement(
            connection,
            """
            INSERT INTO changes(generation, state, kind, last_event)
            SELECT value, ?1, ?2, (SELECT ifnull(max(id), 0) FROM events) FROM meta WHERE key = 'generation'
            """
        )
        change.bind(Int64(bitPattern: UInt64.random(in: 0 ... .max)), at: 1)
        change.bind(kind.rawValue, at: 2)
        try change.run()
    }

    private static func hasRewritten(since generation: Int64, in connection: OpaquePointer) throws -> Bool {
        let kinds = Kind.rewriting.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let change = try RawStatement(
            connection,
            "SELECT 1 FROM changes WHERE kind IN (\(kinds)) AND generation > ?1 LIMIT 1"
        )
        change.bind(generation, at: 1)
        return try change.step()
    }

    private static func entry(
        _ generation: Int64,
        in connection: OpaquePointer
    ) throws -> (state: UInt64, lastEvent: Int64)? {
        let row = try RawStatement(connection, "SELECT state, last_event FROM changes WHERE generation = ?1")
        row.bind(generation, at: 1)
        guard try row.step() else { return nil }
        guard ValueRule.counts.contains(row.int(1)) else {
            throw RowFault(table: "changes", row: generation, "'last_event' is \(row.int(1)), which it cannot be")
        }
        return (UInt64(bitPattern: row.int(0)), row.int(1))
    }
}
