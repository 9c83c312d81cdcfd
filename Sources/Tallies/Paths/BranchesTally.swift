/// What comes next after a run of touchpoints, of some of the people.
public struct BranchesTally: Tally {
    public var scope: ScopeTally
    /// By the touchpoint that comes next: the time to it.
    public var next: TallyTable<ValueName, Spans>
    /// Subjects whose journey ends (or begins) with the run.
    public var ends: Int

    public init(scope: ScopeTally, next: TallyTable<ValueName, Spans>, ends: Int) {
        self.scope = scope
        self.next = next
        self.ends = ends
    }

    public mutating func add(_ other: BranchesTally) {
        scope.add(other.scope)
        next.add(other.next)
        ends += other.ends
    }
}
