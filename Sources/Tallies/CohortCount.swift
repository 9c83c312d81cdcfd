/// Transactions whose 28 days are over, and those of them that were completed within.
public struct CohortCount: Tally {
    public var started = 0
    public var completed = 0

    public init() {}

    public mutating func add(_ other: CohortCount) {
        started += other.started
        completed += other.completed
    }
}
