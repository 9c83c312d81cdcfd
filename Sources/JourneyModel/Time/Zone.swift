/// A time zone as a value: its name and the instants at which its offset from UTC changes.
///
/// The model reads no clock and no files, so whoever knows the system's zone data makes the table (see `Zone+System` in
/// JourneyFormats); UTC and fixed offsets need none.
public struct Zone: Codable, Hashable, Sendable {
    public struct Transition: Codable, Hashable, Sendable {
        /// From this instant on …
        public var from: Timestamp
        /// … local time is UTC plus this many seconds.
        public var offsetSeconds: Int

        public init(from: Timestamp, offsetSeconds: Int) {
            self.from = from
            self.offsetSeconds = offsetSeconds
        }
    }

    public var name: String
    /// The offset before the first transition, in seconds east of UTC.
    public var initialOffsetSeconds: Int
    /// In order of time.
    public var transitions: [Transition]

    public init(name: String, initialOffsetSeconds: Int, transitions: [Transition] = []) {
        self.name = name
        self.initialOffsetSeconds = initialOffsetSeconds
        self.transitions = transitions
    }

    public static let utc = Zone(name: "UTC", initialOffsetSeconds: 0)

    /// Seconds east of UTC in force at `time`.
    public func offsetSeconds(at time: Timestamp) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].from <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffsetSeconds : transitions[low - 1].offsetSeconds
    }

    /// The instant at which clocks of this zone show `localMilliseconds` (milliseconds since 1970-01-01T00:00 on the
    /// local clock). Of a time that occurs twice, the first; a time that was skipped is moved forward by the gap, as
    /// java.time and Temporal do.
    public func instant(localMilliseconds: Int64) -> Timestamp {
        // The two candidate offsets are those in force a day before and a day after: transitions are further apart.
        let naive = Timestamp(milliseconds: localMilliseconds)
        let before = offsetSeconds(at: naive.advanced(by: -.day))
        let first = naive.advanced(by: -Int64(before) * .second)
        if offsetSeconds(at: first) == before { return first }
        let after = offsetSeconds(at: naive.advanced(by: .day))
        let second = naive.advanced(by: -Int64(after) * .second)
        if offsetSeconds(at: second) == after { return second }
        return first
    }

    /// The local calendar day at `time`.
    public func date(at time: Timestamp) -> CivilDate {
        CivilDate(daysSinceEpoch: Int(floorDivide(localMilliseconds(at: time), .day)))
    }

    /// Local midnight at the beginning of `date`.
    public func start(of date: CivilDate) -> Timestamp {
        instant(localMilliseconds: Int64(date.daysSinceEpoch) * .day)
    }

    /// Milliseconds since 1970-01-01T00:00 on the clocks of this zone at `time`.
    public func localMilliseconds(at time: Timestamp) -> Int64 {
        time.advanced(by: Int64(offsetSeconds(at: time)) * .second).milliseconds
    }
}

/// Division that rounds towards minus infinity, so that times before 1970 fall into the right day.
public func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}
