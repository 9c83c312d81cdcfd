/// How many of many times lie in one of the spans that people think in: an hour, a day, a week.
///
/// Waiting times thin out over months, so that of the equally wide bins of a ``Histogram`` the first swallows nearly all.
public struct SpanCount: Hashable, Sendable {
    /// The span's beginning, which is inside; it ends where the next of ``starts`` begins.
    public var from: Milliseconds
    public var count: Int

    public init(from: Milliseconds, count: Int) {
        self.from = from
        self.count = count
    }

    /// Where the spans begin, ascending; the last one has no end.
    public static let starts: [Milliseconds] = [
        0, .second, 10 * .second, .minute, 5 * .minute, 15 * .minute, .hour, 4 * .hour,
        .day, 3 * .day, 7 * .day, 30 * .day, 90 * .day, 365 * .day,
    ]

    /// The spans from the first that holds any of `times` to the last, those between that hold none included; empty where
    /// there are no times.
    ///
    /// - Parameter times: ascending, none below 0.
    public static func counts(ofSorted times: [Milliseconds]) -> [SpanCount] {
        let places = starts.map { start in times.partitioningIndex(where: { $0 >= start }) } + [times.count]
        let counts = starts.indices.map { SpanCount(from: starts[$0], count: places[$0 + 1] - places[$0]) }
        guard let first = counts.firstIndex(where: { $0.count > 0 }),
            let last = counts.lastIndex(where: { $0.count > 0 })
        else { return [] }
        return Array(counts[first...last])
    }
}
