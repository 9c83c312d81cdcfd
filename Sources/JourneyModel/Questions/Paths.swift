/// Which touchpoint follows which (D9): pairs of consecutive events of one subject, ties in time by import order.
public struct PathsQuery: Question {
    public typealias Answer = PathsResult

    public var scope: Scope
    /// How many transitions to return; the rest is in the totals.
    public var top: Int
    /// Counts are transitions and how often they occur; in full also how many subjects have them and in what time, where
    /// journeys start and end, hand-offs and rework.
    public var extent: AnswerExtent

    public init(scope: Scope = Scope(), top: Int = 20, extent: AnswerExtent = .full) {
        self.extent = extent
        self.scope = scope
        self.top = top
    }
}

public struct PathsResult: CountedAnswer {
    public struct Transition: Hashable, Sendable {
        public var from: String
        public var to: String
        /// Occurrences.
        public var count: Int
        /// Subjects with at least one; nil where only occurrences were asked for.
        public var subjects: Int?
        /// count / all transitions out of `from`.
        public var share: Measure
        /// Median time between the two, in milliseconds.
        public var medianGap: Double?

        public init(from: String, to: String, count: Int, subjects: Int?, share: Measure, medianGap: Double?) {
            self.from = from
            self.to = to
            self.count = count
            self.subjects = subjects
            self.share = share
            self.medianGap = medianGap
        }
    }

    /// A touchpoint that subjects come back to (D10).
    public struct Rework: Hashable, Sendable {
        public var touchpoint: String
        /// Again immediately.
        public var selfLoops: Int
        /// Again, not immediately.
        public var repetitions: Int
        /// Subjects with either.
        public var subjects: Int

        public init(touchpoint: String, selfLoops: Int, repetitions: Int, subjects: Int) {
            self.touchpoint = touchpoint
            self.selfLoops = selfLoops
            self.repetitions = repetitions
            self.subjects = subjects
        }
    }

    public var query: PathsQuery
    /// By count, then from, then to.
    public var transitions: [Transition]
    public var transitionTotal: Int
    public var distinctTransitions: Int
    /// First and last touchpoints of subjects, by count, then name.
    public var starts: [Catalog.Value]
    public var ends: [Catalog.Value]
    /// Hand-offs between channels (D20), as their own question has them; nil where only occurrences were asked for.
    public var handOffs: HandOffsResult?
    /// All of both, those included that are too few to be shown.
    public var startTotal: Int
    public var endTotal: Int
    /// By subjects, then name.
    public var rework: [Rework]
    public var receipt: Receipt

    public init(
        query: PathsQuery,
        transitions: [Transition],
        transitionTotal: Int,
        distinctTransitions: Int,
        starts: [Catalog.Value],
        ends: [Catalog.Value],
        handOffs: HandOffsResult?,
        rework: [Rework],
        receipt: Receipt
    ) {
        self.query = query
        self.transitions = transitions
        self.transitionTotal = transitionTotal
        self.distinctTransitions = distinctTransitions
        self.starts = starts
        self.ends = ends
        self.handOffs = handOffs
        startTotal = starts.reduce(0) { $0 + $1.count }
        endTotal = ends.reduce(0) { $0 + $1.count }
        self.rework = rework
        self.receipt = receipt
    }
}

/// What comes next (or before) after a run of touchpoints: one level of the tree that opens from any touchpoint (D9).
public struct BranchesQuery: Question {
    public typealias Answer = BranchesResult

    public enum Direction: String, Hashable, Sendable { case forward, backward }

    public var scope: Scope
    /// The run so far, the anchor first: forward `[A, B]` means A immediately followed by B; backward, A immediately
    /// preceded by B. Counted from the subject's first A.
    public var path: [String]
    public var direction: Direction

    public init(scope: Scope = Scope(), path: [String], direction: Direction = .forward) {
        self.scope = scope
        self.path = path
        self.direction = direction
    }
}

public struct BranchesResult: CountedAnswer {
    public struct Branch: Hashable, Sendable {
        /// Nil: the journey ends (forward) or begins (backward) here.
        public var touchpoint: String?
        public var subjects: Int
        /// subjects / subjects on the run so far.
        public var share: Measure
        public var medianDelay: Double?

        public init(touchpoint: String?, subjects: Int, share: Measure, medianDelay: Double?) {
            self.touchpoint = touchpoint
            self.subjects = subjects
            self.share = share
            self.medianDelay = medianDelay
        }
    }

    public var query: BranchesQuery
    /// Subjects on the run so far.
    public var subjects: Int
    /// By subjects, then name.
    public var branches: [Branch]
    public var receipt: Receipt

    public init(query: BranchesQuery, subjects: Int, branches: [Branch], receipt: Receipt) {
        self.query = query
        self.subjects = subjects
        self.branches = branches
        self.receipt = receipt
    }
}
