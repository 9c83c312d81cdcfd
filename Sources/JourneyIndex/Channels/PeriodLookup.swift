import JourneyModel

/// Finds the calendar period of a time. Periods are numbered as they are first met; most times fall into the one looked
/// up last.
struct PeriodLookup: Sendable {
    let zone: Zone
    let length: PeriodLength
    /// By number.
    private(set) var periods: [Period] = []
    /// In order of time: where a known period starts and ends, and its number.
    private var spans: [(start: Int64, end: Int64, number: Int)] = []
    private var last = 0

    init(zone: Zone, length: PeriodLength) {
        self.zone = zone
        self.length = length
    }

    /// The instants of the period looked up last.
    var span: Range<Int64> { spans[last].start..<spans[last].end }

    mutating func number(of time: Int64) -> Int {
        if last < spans.count, spans[last].start <= time, time < spans[last].end { return spans[last].number }
        // The first span that starts after the time; the one before it is the only one that can contain it.
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start <= time { low = middle + 1 } else { high = middle }
        }
        if low > 0, time < spans[low - 1].end {
            last = low - 1
        } else {
            last = low
            let period = Period(length, containing: zone.date(at: Timestamp(milliseconds: time)))
            let range = period.range(in: zone)
            let start = min(range.from?.milliseconds ?? time, time)
            let end = max(range.to?.milliseconds ?? .max, time == .max ? .max : time + 1)
            spans.insert((start, end, periods.count), at: low)
            periods.append(period)
        }
        return spans[last].number
    }
}
