public import JourneyModel

/// Hand-offs from one channel to another within journeys (D20), of some of the people.
public struct HandOffsTally: Tally {
    /// From one channel to one other.
    public struct Pair: Tally {
        /// The time between the two events, of every hand-off.
        public var gaps = Spans()
        /// Whose they are: persons, or cases where nobody is known.
        public var subjects = 0
        /// Hand-offs that have had their 28 days, and those of them after which the journey was completed within these.
        public var due = 0
        public var completed = 0
        /// Hand-offs that have had their 7 days, and those of them that asked again within these.
        public var dueToAsk = 0
        public var askedAgain = 0

        public init() {}

        public mutating func add(_ other: Pair) {
            gaps.add(other.gaps)
            subjects += other.subjects
            due += other.due
            completed += other.completed
            dueToAsk += other.dueToAsk
            askedAgain += other.askedAgain
        }
    }

    /// What the store knows that hand-offs are told by.
    public struct Signs: Tally {
        public var cases: Bool
        public var completion: Bool

        public init(cases: Bool, completion: Bool) {
            self.cases = cases
            self.completion = completion
        }

        public mutating func add(_ other: Signs) {
            cases = cases || other.cases
            completion = completion || other.completion
        }
    }

    /// D20: until when after a hand-off the journey is completed, and until when it asks again.
    public static let window: Milliseconds = journeyGap
    public static let reaskWindow: Milliseconds = 7 * .day

    public var scope: ScopeTally
    public var pairs: TallyTable<NamePair, Pair>
    /// Whose the hand-offs are, each once, whatever the channels.
    public var subjects: Int
    /// Inbound events in range that say no channel.
    public var withoutChannel: Int
    public var linkage: LinkageCounts
    public var signs: Signs

    public init(
        scope: ScopeTally,
        pairs: TallyTable<NamePair, Pair>,
        subjects: Int,
        withoutChannel: Int,
        linkage: LinkageCounts,
        signs: Signs
    ) {
        self.scope = scope
        self.pairs = pairs
        self.subjects = subjects
        self.withoutChannel = withoutChannel
        self.linkage = linkage
        self.signs = signs
    }

    public mutating func add(_ other: HandOffsTally) {
        scope.add(other.scope)
        pairs.add(other.pairs)
        subjects += other.subjects
        withoutChannel += other.withoutChannel
        linkage.add(other.linkage)
        signs.add(other.signs)
    }
}
