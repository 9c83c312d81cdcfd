import JourneyModel
import Tallies

/// Who has worked out what a scope selects, and so knows of a receipt all but what the question counted.
protocol ReceiptSource {
    var scope: Scope { get }
    var filter: ScopeFilter { get }
    /// The unit that is counted.
    var countedUnit: CountingUnit { get }
    /// Events in scope that belong to no subject of the unit.
    var eventsWithoutSubject: Int { get }
    /// H of the definitions: as far as the data reach, no later than the as-of time (D28). Nil where nothing says.
    var horizon: Timestamp? { get }
    /// Events of the store that are later than their own recording or import.
    var later: Int { get }
}

extension ReceiptSource {
    /// What a receipt says of this scope, where a question looked at `events` in it of `subjects`.
    func tally(events: Int, subjects: Int) -> ScopeTally {
        ScopeTally(
            unit: countedUnit,
            horizon: horizon,
            later: later,
            declared: filter.declared,
            events: events,
            subjects: subjects,
            eventsWithoutSubject: eventsWithoutSubject,
            notes: filter.notes
        )
    }

    /// The receipt of an answer that looked at `events` in scope of `subjects`.
    func receipt(
        _ definitions: [DefinitionID],
        events: Int,
        subjects: Int,
        facts: [Receipt.Fact] = [],
        notes: [Remark] = []
    ) -> Receipt {
        tally(events: events, subjects: subjects).receipt(definitions, scope: scope, facts: facts, notes: notes)
    }
}
