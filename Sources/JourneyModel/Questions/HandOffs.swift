/// Hand-offs from one channel to another within a journey (D20), and what becomes of them.
public struct HandOffsQuery: Question {
    public typealias Answer = HandOffsResult

    public var scope: Scope

    public init(scope: Scope = Scope()) {
        self.scope = scope
    }
}

/// A hand-off is two neighbours among the inbound events of one journey (D10) that are on different channels, the later of
/// them in range, up to and with the event that completes the journey. Events that say no channel are passed over.
public struct HandOffsResult: CountedAnswer {
    /// From one channel to one other.
    public struct Pair: Hashable, Sendable {
        public var from: String
        public var to: String
        public var count: Int
        /// Whose they are, each once.
        public var subjects: Int
        /// Journeys completed within 28 days of the hand-off / hand-offs that have had these (D20).
        public var completed: Measure
        /// Hand-offs after which, within 7 days on the new channel and before the next hand-off, the journey comes again to
        /// a touchpoint that it had before, or an event says so (`reask`) / hand-offs that have had these (D20).
        public var reAsked: Measure
        /// Median time between the two events, in milliseconds: how long it takes to go on (D20).
        public var medianGap: Double?

        public init(
            from: String,
            to: String,
            count: Int,
            subjects: Int,
            completed: Measure,
            reAsked: Measure,
            medianGap: Double?
        ) {
            self.from = from
            self.to = to
            self.count = count
            self.subjects = subjects
            self.completed = completed
            self.reAsked = reAsked
            self.medianGap = medianGap
        }
    }

    public var query: HandOffsQuery
    public var handOffs: Int
    /// Whose they are, each once: persons, or cases where nobody is known.
    public var subjects: Int
    /// Hand-offs whose 28 days are not over at the horizon: they are in no rate of completion.
    public var pending: Int
    /// As of a pair, of all.
    public var completed: Measure
    public var reAsked: Measure
    public var medianGap: Double?
    /// By count, then from, then to.
    public var pairs: [Pair]
    /// Of persons who used several channels of one service, those with a case that has events on several (D20).
    public var isolation: Measure
    public var receipt: Receipt

    public init(
        query: HandOffsQuery,
        handOffs: Int,
        subjects: Int,
        pending: Int,
        completed: Measure,
        reAsked: Measure,
        medianGap: Double?,
        pairs: [Pair],
        isolation: Measure,
        receipt: Receipt
    ) {
        self.query = query
        self.handOffs = handOffs
        self.subjects = subjects
        self.pending = pending
        self.completed = completed
        self.reAsked = reAsked
        self.medianGap = medianGap
        self.pairs = pairs
        self.isolation = isolation
        self.receipt = receipt
    }
}
