/// Completed transactions by service and channel, counted between the instants that figures of cost begin or end at.
public struct CostCompletions: Tally {
    /// By service, then the instant after which they were completed (and before the next), then channel.
    private var counts = TallyTable<String, TallyTable<Int64, TallyTable<ValueName, Int>>>()

    public init() {}

    public mutating func add(_ count: Int, of service: String, after instant: Int64, on channel: ValueName) {
        counts.add(TallyTable([instant: TallyTable([channel: count])]), to: service)
    }

    public mutating func add(_ other: CostCompletions) {
        counts.add(other.counts)
    }

    /// Completions of a service in `span`, which must be one of those the counts were made for.
    func count(_ service: String, in span: Range<Int64>) -> Int {
        stretches(service, span).reduce(0) { $0 + $1.sum }
    }

    /// … on one channel.
    func count(_ service: String, on channel: String, in span: Range<Int64>) -> Int {
        stretches(service, span).reduce(0) { $0 + ($1[ValueName(channel)] ?? 0) }
    }

    private func stretches(_ service: String, _ span: Range<Int64>) -> [TallyTable<ValueName, Int>] {
        counts[service]?.pairs.filter { span.contains($0.key) }.map(\.value) ?? []
    }
}
