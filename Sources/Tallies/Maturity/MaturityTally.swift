public import JourneyModel

/// What the store says of every criterion that is measured, and what people stated of the others (D24).
///
/// Statements are of the store and of no person: they lie whole in one part of it, or in every part alike.
public struct MaturityTally: Tally {
    /// How much of the range the store has data for, its last instant included; every part is told the same.
    public var dataSpan: Milliseconds
    public var signs: MaturitySigns
    public var events: EventQuality
    /// Steps of transactions in range by who did them.
    public var steps: StepCounts
    /// By services with events in range.
    public var services: TallyTable<ValueName, ServiceOffer>
    /// Kinds of end point that occur in range, and those at which feedback was asked.
    public var reached: Set<EndPoint>
    public var asked: Set<EndPoint>
    public var transactions: TransactionOutcomes
    public var handOffs: HandOffsTally
    /// With what a receipt says of the scope.
    public var preferences: PreferencesTally
    public var assessments: [AssessmentRecord]

    public init(
        dataSpan: Milliseconds,
        signs: MaturitySigns,
        events: EventQuality,
        steps: StepCounts,
        services: TallyTable<ValueName, ServiceOffer>,
        reached: Set<EndPoint>,
        asked: Set<EndPoint>,
        transactions: TransactionOutcomes,
        handOffs: HandOffsTally,
        preferences: PreferencesTally,
        assessments: [AssessmentRecord]
    ) {
        self.dataSpan = dataSpan
        self.signs = signs
        self.events = events
        self.steps = steps
        self.services = services
        self.reached = reached
        self.asked = asked
        self.transactions = transactions
        self.handOffs = handOffs
        self.preferences = preferences
        self.assessments = assessments
    }

    public mutating func add(_ other: MaturityTally) {
        dataSpan = max(dataSpan, other.dataSpan)
        signs.add(other.signs)
        events.add(other.events)
        steps.add(other.steps)
        services.add(other.services)
        reached.formUnion(other.reached)
        asked.formUnion(other.asked)
        transactions.add(other.transactions)
        handOffs.add(other.handOffs)
        preferences.add(other.preferences)
        if assessments.isEmpty { assessments = other.assessments }
    }
}
