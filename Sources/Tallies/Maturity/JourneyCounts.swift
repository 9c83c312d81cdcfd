/// How channels hang together in people's journeys (D20).
public struct JourneyCounts: Tally {
    /// Persons who used several channels of one service, and those of them with a case that has events on several.
    public var several = 0
    public var linked = 0
    /// Hand-offs from one channel to another; those completed within 28 days; those that asked again.
    public var handOffs = 0
    public var completed = 0
    public var askedAgain = 0

    public init() {}

    public mutating func add(_ other: JourneyCounts) {
        several += other.several
        linked += other.linked
        handOffs += other.handOffs
        completed += other.completed
        askedAgain += other.askedAgain
    }
}
