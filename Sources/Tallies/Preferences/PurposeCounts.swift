/// Outbound contacts for one purpose, against the consents that cover it (D17).
public struct PurposeCounts: Tally {
    public var contacts = 0
    /// Contacts after a refusal or withdrawal, and the persons they went to.
    public var breaches = 0
    public var peopleBreached = 0
    /// Contacts of which no consent of the person speaks, and the persons they went to.
    public var uncovered = 0
    public var peopleUncovered = 0

    public init() {}

    public mutating func add(_ other: PurposeCounts) {
        contacts += other.contacts
        breaches += other.breaches
        peopleBreached += other.peopleBreached
        uncovered += other.uncovered
        peopleUncovered += other.peopleUncovered
    }
}
