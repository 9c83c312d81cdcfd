import JourneyModel

/// An axis of time that gives each of the spans people think in the same room, as ``SpanHistogram`` has a row for each: most
/// convert soon and some after months, so that on an even axis the first hours would be one column.
struct SpanAxis: Hashable {
    /// Where the spans begin, ascending.
    let starts: [Milliseconds]
    /// Where the last one ends.
    let end: Milliseconds

    /// From the start of the span in which `first` lies to `last`, which is above 0.
    init(from first: Milliseconds, to last: Milliseconds) {
        let within = SpanCount.starts.filter { $0 < last }
        starts = Array(within[(within.lastIndex { $0 <= first } ?? 0)...])
        end = last
    }

    /// The time at a share of the axis, from 0 to 1.
    func time(at share: Double) -> Milliseconds {
        let place = share * Double(starts.count)
        let index = min(starts.count - 1, max(0, Int(place)))
        let next = index + 1 < starts.count ? starts[index + 1] : end
        return starts[index] + Milliseconds(Double(next - starts[index]) * (place - Double(index)))
    }
}
