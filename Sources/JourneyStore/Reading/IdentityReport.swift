/// Ids and the persons they stand for (D26).
public struct IdentityReport: Hashable, Sendable {
    /// Every id that the store knows, of events and of records without one.
    public var ids: Int
    public var persons: Int
    /// Ids that another one stands for.
    public var merges: Int
    /// Persons that have events; ids that are one person count once.
    public var personsWithEvents: Int

    public init(ids: Int, persons: Int, merges: Int, personsWithEvents: Int) {
        self.ids = ids
        self.persons = persons
        self.merges = merges
        self.personsWithEvents = personsWithEvents
    }

    static func read(_ connection: OpaquePointer) throws -> IdentityReport {
        let totals = try RawStatement(connection, "SELECT count(*), ifnull(sum(in_events), 0) FROM people")
        _ = try totals.step()
        let ids = Int(totals.int(0))
        var persons = Int(totals.int(1))
        var graph = try IdentityGraph.read(connection)
        let statement = try RawStatement(connection, "SELECT in_events FROM people WHERE id = ?1")
        var seen: Set<Int32> = []
        for id in graph.members {
            statement.bind(Int64(id), at: 1)
            defer { statement.rewind() }
            guard try statement.step(), statement.int(0) == 1 else { continue }
            if !seen.insert(graph.canonical(id)).inserted { persons -= 1 }
        }
        let merges = graph.merged.count
        return IdentityReport(ids: ids, persons: ids - merges, merges: merges, personsWithEvents: persons)
    }
}
