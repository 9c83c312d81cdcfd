import JourneyModel

/// Who has worked out what a scope selects, and so knows of a receipt all but what the question counted.
protocol ReceiptSource {
    var scope: Scope { get }
    var filter: ScopeFilter { get }
    var unit: CountingUnit { get }
    /// Events in scope that belong to no subject of the unit.
    var eventsWithoutSubject: Int { get }
    /// H of the definitions: the as-of time, else the store's latest recorded time (D28). Nil in an empty store.
    var horizon: Timestamp? { get }
}

extension ReceiptSource {
    /// The receipt of an answer that looked at `events` in scope of `subjects`.
    func receipt(
        _ definitions: [DefinitionID],
        events: Int,
        subjects: Int,
        facts: [Receipt.Fact] = [],
        notes: [Remark] = []
    ) -> Receipt {
        Receipt(
            definitions: definitions,
            scope: scope,
            unit: unit,
            events: events,
            subjects: subjects,
            eventsWithoutSubject: eventsWithoutSubject,
            horizon: horizon,
            facts: facts,
            notes: filter.notes + notes
        )
    }
}
