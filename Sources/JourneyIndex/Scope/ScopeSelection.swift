import JourneyModel

/// A question's scope, ready to scan: the unit's projection and which of its events count.
struct ScopeSelection: ReceiptSource, Sendable {
    let scope: Scope
    let filter: ScopeFilter
    let projection: Projection
    let mask: EventMask
    /// Which of the projection's unassigned events are in scope.
    let unassignedMask: EventMask
    let horizon: Timestamp?
    let later: Int

    var countedUnit: CountingUnit { projection.unit }
    var eventsWithoutSubject: Int { unassignedMask.count }
}
