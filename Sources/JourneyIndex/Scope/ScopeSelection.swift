import JourneyModel

/// A question's scope, ready to scan: the unit's projection and which of its events count.
struct ScopeSelection: Sendable {
    let scope: Scope
    let filter: ScopeFilter
    let projection: Projection
    let mask: EventMask
    /// Which of the projection's unassigned events are in scope.
    let unassignedMask: EventMask
    /// H of the definitions: the as-of time, else the store's latest recorded time (D28). Nil in an empty store.
    let horizon: Timestamp?

    var unit: CountingUnit { projection.unit }
    /// Events in scope that belong to no subject of the unit.
    var eventsWithoutSubject: Int { unassignedMask.count }

    /// The receipt of an answer that looked at `events` in scope of `subjects`.
    func receipt(
        _ definitions: [DefinitionID],
        events: Int,
        subjects: Int,
        facts: [Receipt.Fact] = [],
        notes: [String] = []
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
