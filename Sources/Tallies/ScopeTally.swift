public import JourneyModel

/// What a receipt says of what a scope selected: how much was looked at, and what the reader should know of the scope itself.
public struct ScopeTally: Tally {
    /// The unit that is counted, and the horizon (D28): those of the whole store, which every part is told.
    public var unit: CountingUnit
    public var horizon: Timestamp?
    /// Events of the whole store that are later than their own recording or import: they do not move the horizon.
    public var later: Int
    /// The generation of the store in which was declared what the events mean; nil where nobody has declared anything.
    public var declared: Int64?
    public var events: Int
    public var subjects: Int
    public var eventsWithoutSubject: Int
    public var notes: [Remark]

    public init(
        unit: CountingUnit,
        horizon: Timestamp?,
        later: Int = 0,
        declared: Int64? = nil,
        events: Int,
        subjects: Int,
        eventsWithoutSubject: Int,
        notes: [Remark]
    ) {
        self.unit = unit
        self.horizon = horizon
        self.later = later
        self.declared = declared
        self.events = events
        self.subjects = subjects
        self.eventsWithoutSubject = eventsWithoutSubject
        self.notes = notes
    }

    public mutating func add(_ other: ScopeTally) {
        events += other.events
        subjects += other.subjects
        eventsWithoutSubject += other.eventsWithoutSubject
        horizon = horizon.greater(other.horizon)
        later = max(later, other.later)
        declared = declared ?? other.declared
        notes += other.notes.filter { !notes.contains($0) }
    }

    /// The receipt of an answer to a question of `scope`.
    public func receipt(
        _ definitions: [DefinitionID],
        scope: Scope,
        facts: [Receipt.Fact] = [],
        notes others: [Remark] = []
    ) -> Receipt {
        let later: [Remark] = self.later > 0 ? [.laterThanRecorded(self.later)] : []
        return Receipt(
            definitions: definitions,
            scope: scope,
            unit: unit,
            events: events,
            subjects: subjects,
            eventsWithoutSubject: eventsWithoutSubject,
            horizon: horizon,
            facts: facts + (declared.map { [Receipt.Fact(.declarations, .remark(.declaredIn(generation: $0)))] } ?? []),
            notes: notes + later + others
        )
    }
}
