/// What outbound contacts come to against preferences and consents, over all services and channels.
public struct PreferenceTotals: Tally {
    public var contacts = 0
    public var contactsWithoutChannel = 0
    public var contentCaptured = 0
    public var contactsToContent = 0
    public var tailoredToContent = 0
    /// Outbound contacts that were tailored: all, and those with consent (P5).
    public var tailored = 0
    public var tailoredWithConsent = 0
    public var stale = 0
    public var conflicting = 0
    public var breaches = 0
    public var peopleBreached = 0
    /// Contacts of which no consent of the person speaks, and the persons they went to.
    public var uncovered = 0
    public var peopleUncovered = 0
    public var peopleNotUsed = 0
    public var peopleNotHonoured = 0

    public init() {}

    public mutating func add(_ other: PreferenceTotals) {
        contacts += other.contacts
        contactsWithoutChannel += other.contactsWithoutChannel
        contentCaptured += other.contentCaptured
        contactsToContent += other.contactsToContent
        tailoredToContent += other.tailoredToContent
        tailored += other.tailored
        tailoredWithConsent += other.tailoredWithConsent
        stale += other.stale
        conflicting += other.conflicting
        breaches += other.breaches
        peopleBreached += other.peopleBreached
        uncovered += other.uncovered
        peopleUncovered += other.peopleUncovered
        peopleNotUsed += other.peopleNotUsed
        peopleNotHonoured += other.peopleNotHonoured
    }
}
