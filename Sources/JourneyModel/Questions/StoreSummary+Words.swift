private import Spelling

extension Remark {
    /// - Parameters:
    ///   - kind: of the records, as the store calls their table.
    ///   - known: names in the events, of which one may have been meant.
    public static func recordsOfNobodysName(
        _ kind: String,
        _ dimension: String,
        _ name: String,
        among known: Set<String>
    ) -> Remark {
        let near = Spelling.nearest(to: name, among: known.sorted()).first
        return recordsOfNobodysName(kind, dimension, name, nearest: near)
    }
}

extension StoreSummary {
    /// Words of the data that look like one that rules go by, and are none: of how things ended, of who acted, of directions and
    /// of what routed a contact. A word that looks like none of them is the data's own.
    public static func wordsNotUnderstood(in catalog: Catalog) -> [Finding] {
        let successes = (catalog.declared?.declarations.successes ?? []).flatMap(\.outcomes).map { $0.lowercased() }
        let outcomes = Outcome.completed.union(Outcome.failed).union(Outcome.undelivered)
            .union([Outcome.resolved]).union(successes)
        return words(of: Dimension.outcome, outcomes, catalog) { $0.lowercased() }
            + words(of: Dimension.direction, [Direction.inbound, Direction.outbound], catalog) { $0 }
            + words(of: Dimension.routing, ["preference"], catalog) { $0 }
            + words(of: Dimension.actor, ["system"], catalog) { $0.lowercased() }
    }

    /// - Parameter compared: what a rule makes of a word before it looks it up.
    private static func words(
        of dimension: String,
        _ known: Set<String>,
        _ catalog: Catalog,
        _ compared: (String) -> String
    ) -> [Finding] {
        catalog.values(of: dimension).compactMap { value in
            guard !known.contains(compared(value.name)),
                let near = Spelling.nearest(to: value.name, among: known.sorted()).first
            else { return nil }
            return Finding(
                title: .wordNotUnderstood(dimension, value.name, nearest: near),
                count: value.count,
                of: catalog.events
            )
        }
    }
}
