import JourneyModel

/// The time in which something that is counted may happen: subjects without an event in it need no look.
struct TimeWindow: Sendable {
    private let from: Int64
    private let to: Int64
    /// What began in the window may end until then.
    private let end: Int64

    /// The time from the first of `spans` to the last, nil where there is none, and `rest` after it.
    init(_ spans: [ClosedRange<Int64>?], rest: Milliseconds) {
        from = spans.compactMap { $0?.lowerBound }.min() ?? .max
        to = spans.compactMap { $0?.upperBound }.max() ?? .min
        end = Timestamp(milliseconds: to).advanced(by: rest).milliseconds
    }

    /// The events of one subject, in the order of time, that may matter; empty where none does.
    @inline(__always)
    func rows(of range: Range<Int>, _ time: Column<Int64>) -> Range<Int> {
        if range.isEmpty || time[range.lowerBound] > to || time[range.upperBound &- 1] < from { return 0..<0 }
        return time[range.upperBound &- 1] <= end ? range : trimmed(range, time)
    }

    private func trimmed(_ range: Range<Int>, _ time: Column<Int64>) -> Range<Int> {
        range.lowerBound..<time.values[range].partitioningIndex { $0 > end }
    }
}
