internal import JourneyModel

/// That two ids are one person, as the store's table `aliases` has it: by their numbers there.
struct IdentityEdge {
    let alias: Int32
    let person: Int32
    let time: Int64

    /// Calls `body` with each edge, in the order of import.
    ///
    /// - Throws: `RowFault` where an edge is between ids that the store does not know.
    static func forEach(_ connection: OpaquePointer, _ body: (IdentityEdge) -> Void) throws {
        let limits = try StoreLimits(connection)
        let rules = TableRules(
            "aliases",
            key: [("id", .number(ValueRule.anyNumber))],
            [("alias", limits.person), ("person", limits.person), ("time", .number(ValueRule.anyNumber))]
        )
        let edges = try RawStatement(connection, "SELECT \(rules.selection) FROM aliases ORDER BY id")
        while try edges.step() {
            try rules.check(edges)
            body(IdentityEdge(alias: edges.code(1), person: edges.code(2), time: edges.int(3)))
        }
    }
}

/// Since when the ids of each person are one (D26): of all edges those that join what was not joined yet, the earliest
/// first. Any two ids are then joined by the edges between them from the latest of these on.
enum IdentityTree {
    /// By alias; all as codes.
    ///
    /// - Throws: `RowFault` where an edge is between ids that the store does not know.
    static func read(_ connection: OpaquePointer) throws -> [MergedID] {
        var edges: [IdentityEdge] = []
        try IdentityEdge.forEach(connection) { edges.append($0) }
        return merged(edges)
    }

    private static func merged(_ edges: [IdentityEdge]) -> [MergedID] {
        var graph = IdentityGraph()
        var joined: [Int32: [(other: Int32, time: Int64)]] = [:]
        let ordered = edges.indices.sorted { (edges[$0].time, $0) < (edges[$1].time, $1) }
        for edge in ordered.map({ edges[$0] }) where graph.canonical(edge.alias) != graph.canonical(edge.person) {
            graph.join(edge.alias, edge.person)
            joined[edge.alias, default: []].append((edge.person, edge.time))
            joined[edge.person, default: []].append((edge.alias, edge.time))
        }
        var merged: [MergedID] = []
        for root in joined.keys where graph.canonical(root) == root {
            var reached = [(id: root, from: root)]
            while let (id, from) = reached.popLast() {
                for (other, time) in joined[id] ?? [] where other != from {
                    merged.append(MergedID(alias: other - 1, person: root - 1, other: id - 1, since: time))
                    reached.append((other, id))
                }
            }
        }
        return merged.sorted { $0.alias < $1.alias }
    }
}
