/// What follows what, of some of the people.
public struct PathsTally: Tally {
    /// Coming back to a touchpoint (D10).
    public struct Rework: Tally {
        public var selfLoops: Int
        public var repetitions: Int
        public var subjects: Int

        public init(selfLoops: Int, repetitions: Int, subjects: Int) {
            self.selfLoops = selfLoops
            self.repetitions = repetitions
            self.subjects = subjects
        }

        public mutating func add(_ other: Rework) {
            selfLoops += other.selfLoops
            repetitions += other.repetitions
            subjects += other.subjects
        }
    }

    public var scope: ScopeTally
    /// Of touchpoints; without subjects where only occurrences were asked for.
    public var transitions: TransitionCounts
    /// The times between the two of every occurrence, of the transitions that are shown.
    public var gaps = TallyTable<NamePair, Spans>()
    /// First and last touchpoints of subjects.
    public var starts = TallyTable<ValueName, Int>()
    public var ends = TallyTable<ValueName, Int>()
    /// Nil where only occurrences of transitions were asked for.
    public var handOffs: HandOffsTally?
    public var rework = TallyTable<ValueName, Rework>()

    public init(scope: ScopeTally, transitions: TransitionCounts) {
        self.scope = scope
        self.transitions = transitions
    }

    public mutating func add(_ other: PathsTally) {
        scope.add(other.scope)
        transitions.add(other.transitions)
        gaps.add(other.gaps)
        starts.add(other.starts)
        ends.add(other.ends)
        if let theirs = other.handOffs, handOffs?.add(theirs) == nil { handOffs = theirs }
        rework.add(other.rework)
    }
}
