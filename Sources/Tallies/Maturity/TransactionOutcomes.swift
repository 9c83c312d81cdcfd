public import JourneyModel

/// What becomes of transactions.
public struct TransactionOutcomes: Tally {
    /// The quarters that are compared, or why there are none: every part of a store is told the same.
    public enum Quarters: Codable, Hashable, Sendable {
        case noEvents, tooFew
        case of(Period, Period)
    }

    /// Of those started in range: all, and by service and channel (D13).
    public var cohort = CohortCount()
    public var channels = TallyTable<ValueName, TallyTable<ValueName, CohortCount>>()
    /// By trait of persons, then its value.
    public var groups = TallyTable<String, TallyTable<ValueName, CohortCount>>()
    /// Digital completions whose next seven days are known, and those in which nobody got in touch with staff.
    public var digital = 0
    public var selfServed = 0
    public var quarters = Quarters.noEvents
    /// By service, of both quarters.
    public var oldQuarter = TallyTable<ValueName, CohortCount>()
    public var newQuarter = TallyTable<ValueName, CohortCount>()

    public init() {}

    public mutating func add(_ other: TransactionOutcomes) {
        cohort.add(other.cohort)
        channels.add(other.channels)
        groups.add(other.groups)
        digital += other.digital
        selfServed += other.selfServed
        if quarters == .noEvents { quarters = other.quarters }
        oldQuarter.add(other.oldQuarter)
        newQuarter.add(other.newQuarter)
    }
}
