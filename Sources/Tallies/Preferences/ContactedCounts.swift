/// Persons who were contacted, of all services or of one, and what was known of their preferences.
public struct ContactedCounts: Tally {
    /// Persons with an outbound contact in range: P.
    public var contacted = 0
    public var asked = 0
    public var captured = 0
    public var usable = 0
    /// Outbound contacts to persons with a preference then, and those whose routing cites it.
    public var contactsToCaptured = 0
    public var cited = 0
    /// … of persons who chose a channel, on a channel that is known; and on the chosen one.
    public var contactsToChoosers = 0
    public var honoured = 0

    public init() {}

    public mutating func add(_ other: ContactedCounts) {
        contacted += other.contacted
        asked += other.asked
        captured += other.captured
        usable += other.usable
        contactsToCaptured += other.contactsToCaptured
        cited += other.cited
        contactsToChoosers += other.contactsToChoosers
        honoured += other.honoured
    }
}
