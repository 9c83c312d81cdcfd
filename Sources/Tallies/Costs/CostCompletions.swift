/// Completed transactions by service and channel, counted between the instants that figures of cost begin or end at.
public struct CostCompletions: Tally {
    /// By service, then the instant after which they were completed (and before the next), then channel.
    public var counts: TallyTable<String, TallyTable<Int64, TallyTable<ValueName, Int>>>

    public init(_ counts: TallyTable<String, TallyTable<Int64, TallyTable<ValueName, Int>>> = TallyTable()) {
        self.counts = counts
    }

    public mutating func add(_ other: CostCompletions) {
        counts.add(other.counts)
    }
}
