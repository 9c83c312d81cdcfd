internal import JourneyModel

/// What imports have said of events that came more than once with other content (`event_versions`). The first is what the import
/// said that the event is of; each other one says whether it was taken.
final class EventVersions {
    private let connection: OpaquePointer
    private let names: ImportNames
    private let insertion: RawStatement
    private let found: RawStatement
    private var lookups: [EventVersion.NameKind: RawStatement] = [:]
    private var hasAny: Bool

    /// - Parameter names: of an import that is under way.
    init(_ connection: OpaquePointer, names: ImportNames) throws {
        self.connection = connection
        self.names = names
        insertion = try RawStatement(
            connection,
            """
            INSERT INTO event_versions(event, batch, is_taken, content) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT(event, batch) DO UPDATE SET content = excluded.content
            """
        )
        found = try RawStatement(connection, "SELECT 1 FROM event_versions WHERE event = ?1 LIMIT 1")
        hasAny = try RawStatement(connection, "SELECT 1 FROM event_versions LIMIT 1").step()
    }

    /// Keeps what an import says of an event that is known, where it is something else or the event has been told of in more
    /// than one way already.
    ///
    /// - Parameters:
    ///   - known: what the event says now.
    ///   - owner: the import that the event is of.
    ///   - takes: whether the event is to say it.
    func keep(
        _ content: EventContent,
        of event: Int64,
        known: EventContent,
        owner: Int64,
        batch: Int64,
        takes: Bool,
        isSame: Bool
    ) throws {
        // What a file says twice of its own event goes and comes with it.
        if owner == batch { return }
        if isSame {
            guard hasAny, try has(event) else { return }
        } else if try !hasAny || !has(event) {
            try insert(known, event, owner, takes: true)
        }
        hasAny = true
        try insert(content, event, batch, takes: takes)
    }

    private func has(_ event: Int64) throws -> Bool {
        found.bind(event, at: 1)
        defer { found.rewind() }
        return try found.step()
    }

    private func insert(_ content: EventContent, _ event: Int64, _ batch: Int64, takes: Bool) throws {
        insertion.bind(event, at: 1)
        insertion.bind(batch, at: 2)
        insertion.bind(Int64(takes ? 1 : 0), at: 3)
        insertion.bind(try EventVersion(content, name(_:_:)).text, at: 4)
        // Of one file the last row holds.
        try insertion.run()
    }

    private func name(_ kind: EventVersion.NameKind, _ number: Int32) throws -> String? {
        guard number > 0 else { return nil }
        switch kind {
        case .people: if let name = names.people.newName(number) { return name }
        case .cases: if let name = names.cases.newName(number) { return name }
        case .sessions: if let name = names.sessions.newName(number) { return name }
        case .dimensions: return names.dimensions.all.first { $0.id == number }?.name
        case .values(let dimension):
            let values = names.dimensions.all.first { $0.id == dimension }?.values
            if let name = values?.newName(number) { return name }
        }
        let lookup = try lookups[kind] ?? RawStatement(connection, kind.sql)
        lookups[kind] = lookup
        lookup.bind(Int64(number), at: 1)
        defer { lookup.rewind() }
        return try lookup.step() ? lookup.text(0) : nil
    }
}
