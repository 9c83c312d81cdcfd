import JourneyModel

/// D26 and D17 as they are written, replayed: which records of consent speak for an id, while ids are found to be one person.
struct ReferenceIdentity {
    struct Edge {
        let alias: String
        let person: String
        let time: Timestamp
    }

    let edges: [Edge]

    init(_ edges: [Edge]) { self.edges = edges }

    private struct Group {
        var ids: Set<String>
        /// What holds now: one record, several of one instant, or those of each of several ids that were merged.
        var speaking: [ConsentRecord] = []
        /// Records after this replace what holds; one at this very instant is added.
        var since = Int64.min
    }

    /// Those of `records` that hold for the person whom `id` is known to be just before `time`. A new record takes the place of
    /// the earlier ones; where two ids are found to be one person, what held for both holds, until that person says something
    /// later than that.
    func spoken(
        _ records: [ConsentRecord],
        by id: String,
        before time: Timestamp
    ) -> (_ applies: (ConsentRecord) -> Bool) -> [ConsentRecord] {
        { applies in
            var groups = Set(records.map(\.person) + edges.flatMap { [$0.alias, $0.person] } + [id])
                .map { Group(ids: [$0]) }
            let known = records.filter(applies)
            let merges = edges.filter { $0.time < time }
            for instant in Set(known.map(\.time) + merges.map(\.time)).sorted() {
                for record in known where record.time == instant {
                    for place in groups.indices where groups[place].ids.contains(record.person) {
                        if instant.milliseconds > groups[place].since { groups[place].speaking = [] }
                        groups[place].speaking.append(record)
                        groups[place].since = instant.milliseconds
                    }
                }
                for edge in merges where edge.time == instant {
                    let joined = groups.filter { $0.ids.contains(edge.alias) || $0.ids.contains(edge.person) }
                    guard joined.count == 2 else { continue }
                    groups.removeAll { $0.ids.contains(edge.alias) || $0.ids.contains(edge.person) }
                    groups.append(
                        Group(
                            ids: joined[0].ids.union(joined[1].ids),
                            speaking: joined[0].speaking + joined[1].speaking,
                            since: instant.milliseconds
                        )
                    )
                }
            }
            return groups.first { $0.ids.contains(id) }?.speaking ?? []
        }
    }
}
