public import JourneyModel

/// Days in UTC on which something happened, from 1990 on: an earlier time is a wrong one (D27).
public struct DaysSeen: Tally {
    /// In days since 1970.
    private static let firstDay = Int64(CivilDate.firstSensible.daysSinceEpoch)
    /// Times beyond are out of all reason.
    private static let mostDays: Int64 = 1 << 22

    /// A bit a day.
    private var words: [UInt64] = []

    public init() {}

    /// The day of `time`; nil before 1990.
    @inline(__always)
    public static func day(of time: Int64) -> Int64? {
        guard time >= firstDay * .day, time < (firstDay + mostDays) * .day else { return nil }
        return time / .day - firstDay
    }

    /// - Parameter day: what `day(of:)` says.
    public mutating func insert(_ day: Int64) {
        let word = Int(day >> 6)
        if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
        words[word] |= 1 << UInt64(day & 63)
    }

    public mutating func add(_ other: DaysSeen) {
        if words.count < other.words.count { words += Array(repeating: 0, count: other.words.count - words.count) }
        for (place, word) in other.words.enumerated() { words[place] |= word }
    }

    /// Days from the first one with an event to that of `horizon`, and how many of them have none.
    public func upTo(_ horizon: Timestamp?) -> (days: Int, without: Int) {
        guard let horizon, let last = DaysSeen.day(of: horizon.milliseconds),
            let word = words.firstIndex(where: { $0 != 0 })
        else { return (0, 0) }
        let first = Int64(word * 64 + words[word].trailingZeroBitCount)
        guard first <= last else { return (0, 0) }
        let seen = (first...last).reduce(0) { $0 + (has($1) ? 1 : 0) }
        return (Int(last - first) + 1, Int(last - first) + 1 - seen)
    }

    private func has(_ day: Int64) -> Bool {
        let word = Int(day >> 6)
        return word < words.count && words[word] >> UInt64(day & 63) & 1 == 1
    }
}
