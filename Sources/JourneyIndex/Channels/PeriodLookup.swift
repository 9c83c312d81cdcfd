import JourneyModel

/// Finds the calendar period of a time. Periods are numbered as they are first met.
///
/// Time is cut into buckets shorter than any period, so that in a bucket at most one period ends: which one a time falls
/// into is one comparison, without a guess that goes wrong as often as a person's next event is of another month.
final class PeriodLookup {
    private struct Bucket: BitwiseCopyable {
        /// When the period in which the bucket begins ends.
        var end: Int64
        /// Periods by number: before the end, and from it on; -1 where nobody has asked yet.
        var before: Int32
        var after: Int32

        static let unknown = Bucket(end: .min, before: -1, after: -1)
    }

    /// A bucket is 2^26 milliseconds long, some 18 hours: the shortest day has 23.
    private static let bucketBits: Int64 = 26
    /// Times further apart are looked up one by one: more than a century.
    private static let mostBuckets: Int64 = 1 << 16

    let zone: Zone
    let length: PeriodLength
    /// By number.
    private(set) var periods: [Period] = []
    /// In order of time: where a known period starts and ends, and its number.
    private var spans: [(start: Int64, end: Int64, number: Int)] = []
    private let origin: Int64
    private let count: Int
    private let buckets: WorkingTable<Bucket>

    /// - Parameter times: where most times lie.
    init(zone: Zone, length: PeriodLength, times: ClosedRange<Int64>) {
        self.zone = zone
        self.length = length
        origin = times.lowerBound
        let (range, isTooWide) = times.upperBound.subtractingReportingOverflow(origin)
        let needed = range >> PeriodLookup.bucketBits + 1
        count = isTooWide || needed > PeriodLookup.mostBuckets ? 0 : Int(needed)
        buckets = WorkingTable(repeating: .unknown, count: count)
    }

    /// The number of the period of `time`.
    @inline(__always)
    func number(of time: Int64) -> Int {
        let index = Int(truncatingIfNeeded: (time &- origin) >> PeriodLookup.bucketBits)
        if UInt(bitPattern: index) < UInt(bitPattern: count) {
            let bucket = buckets[index]
            let number = time < bucket.end ? bucket.before : bucket.after
            if number >= 0 { return Int(number) }
        }
        return find(time, in: index)
    }

    /// Looks `time` up among the known periods, and keeps what is found in its bucket.
    private func find(_ time: Int64, in index: Int) -> Int {
        let found = search(time)
        guard (0..<count).contains(index) else { return found.number }
        let start = origin + Int64(index) << PeriodLookup.bucketBits
        let (last, isPastAll) = start.addingReportingOverflow(1 << PeriodLookup.bucketBits - 1)
        if isPastAll { return found.number }
        let (first, final) = (search(start), search(last))
        // Not kept where a zone left a day out.
        guard first.number == final.number || first.end == final.start else { return found.number }
        buckets[index] = Bucket(end: first.end, before: Int32(first.number), after: Int32(final.number))
        return found.number
    }

    private func search(_ time: Int64) -> (start: Int64, end: Int64, number: Int) {
        // The first span that starts after the time; the one before it is the only one that can contain it.
        let next = spans.partitioningIndex { $0.start > time }
        if next > 0, time < spans[next - 1].end { return spans[next - 1] }
        let period = Period(length, containing: zone.date(at: Timestamp(milliseconds: time)))
        let range = period.range(in: zone)
        let start = min(range.from?.milliseconds ?? time, time)
        let end = max(range.to?.milliseconds ?? .max, time == .max ? .max : time + 1)
        spans.insert((start, end, periods.count), at: next)
        periods.append(period)
        return spans[next]
    }
}
