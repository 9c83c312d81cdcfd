internal import JourneyModel

/// Reads a snapshot in one transaction: names and identities first, then the events in one pass.
struct SnapshotReading {
    private let connection: OpaquePointer
    private var identities: IdentityGraph

    init(_ connection: OpaquePointer) throws {
        self.connection = connection
        identities = try IdentityGraph.read(connection)
    }

    mutating func snapshot(isCancelled: () -> Bool, progress: (Double) -> Void) throws -> JourneySnapshot {
        let names = try CodeMap.read(connection, "SELECT id, name FROM people ORDER BY id")
        var traits = try TraitReading(connection)
        let people = try people(&traits)
        let cases = try CodeMap.read(connection, #"SELECT id, name FROM cases ORDER BY id"#)
        let sessions = try CodeMap.read(connection, "SELECT id, name FROM sessions ORDER BY id")
        let events = try EventReading(connection, people: people, cases: cases, sessions: sessions)
            .read(isCancelled: isCancelled, progress: progress)
        var snapshot = JourneySnapshot(generation: try StoreReader.meta(connection, "generation"), events: events)
        snapshot.people = SubjectTable(
            names: people.names,
            traits: try traits.columns(of: .person, subjects: people)
        )
        snapshot.cases = SubjectTable(names: cases.names, traits: try traits.columns(of: .case, subjects: cases))
        snapshot.sessions = sessions.names
        snapshot.mergedIdentities = identities.merged.count
        snapshot.isDemo = try StoreReader.meta(connection, "is_demo") != 0
        let side = SideReading(connection) { [identities] id in
            var identities = identities
            return names.name(identities.canonical(id))
        }
        try side.read(into: &snapshot)
        return snapshot
    }

    /// Codes of the persons that have events or traits; every id has the code of the one that stands for it.
    private mutating func people(_ traits: inout TraitReading) throws -> CodeMap {
        let statement = try RawStatement(
            connection,
            """
            SELECT id, name, in_events OR EXISTS (SELECT 1 FROM person_traits t WHERE t.person = p.id)
            FROM people p ORDER BY id
            """
        )
        var ids: [Int32] = []
        var names: [String] = []
        var isKept: [Bool] = []
        while try statement.step() {
            ids.append(statement.code(0))
            names.append(statement.text(1))
            isKept.append(statement.int(2) != 0)
        }
        // A person is kept where any of the ids is; the canonical id comes first, as it is the lowest.
        var kept: Set<Int32> = []
        for id in identities.members {
            if let place = SnapshotReading.place(of: id, in: ids), isKept[place] {
                kept.insert(identities.canonical(id))
            }
        }
        var map = CodeMap(highest: ids.last ?? 0)
        for (place, id) in ids.enumerated() {
            let canonical = identities.canonical(id)
            if canonical == id {
                if isKept[place] || kept.contains(id) { map.add(id, names[place]) }
            } else {
                map.alias(id, of: canonical)
            }
        }
        return map
    }

    private static func place(of id: Int32, in ids: [Int32]) -> Int? {
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }
}
