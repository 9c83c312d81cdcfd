public import JourneyModel

/// How many of some of the people get how far.
public struct FunnelTally: Tally {
    public var scope: ScopeTally
    /// What the reader should know of the steps and the exclusions.
    public var notes: [Remark]
    public var whole: FunnelCounts
    /// By value of the breakdown's dimension; empty without a breakdown.
    public var groups = TallyTable<ValueName, FunnelCounts>()
    /// Instants at which a subject has several step events.
    public var stepInstants = 0
    /// Entries that exclusions made void or ended, and subjects all of whose entries are void.
    public var entriesExcluded = 0
    public var subjectsLeftOut = 0

    public init(scope: ScopeTally, notes: [Remark], whole: FunnelCounts) {
        self.scope = scope
        self.notes = notes
        self.whole = whole
    }

    public mutating func add(_ other: FunnelTally) {
        scope.add(other.scope)
        notes += other.notes.filter { !notes.contains($0) }
        whole.add(other.whole)
        groups.add(other.groups)
        stepInstants += other.stepInstants
        entriesExcluded += other.entriesExcluded
        subjectsLeftOut += other.subjectsLeftOut
    }
}
