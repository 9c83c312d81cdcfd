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
        let next = transitions.partitioningIndex { $0.from > time }
        return next == 0 ? initialOffsetSeconds : transitions[next - 1].offsetSeconds
    }

    /// When clocks show a time: where they are put back some come twice, where they are put forward some never.
    public enum LocalTime: Hashable, Sendable {
        case once(Timestamp)
        case twice(first: Timestamp, second: Timestamp)
        /// The time moved forward by the gap, as java.time and Temporal do.
        case never(moved: Timestamp)
    }

    /// When clocks of this zone show `localMilliseconds` (milliseconds since 1970-01-01T00:00 on the local clock).
    public func times(localMilliseconds: Int64) -> LocalTime {
        // The two candidate offsets are those in force a day before and a day after: transitions are further apart.
        let naive = Timestamp(milliseconds: localMilliseconds)
        let before = offsetSeconds(at: naive.advanced(by: -.day))
        let after = offsetSeconds(at: naive.advanced(by: .day))
        let first = naive.advanced(by: -Int64(before) * .second)
        if before == after { return .once(first) }
        let second = naive.advanced(by: -Int64(after) * .second)
        switch (offsetSeconds(at: first) == before, offsetSeconds(at: second) == after) {
        case (true, true): return .twice(first: first, second: second)
        case (true, false): return .once(first)
        case (false, true): return .once(second)
        case (false, false): return .never(moved: first)
        }
    }

    /// The instant at which clocks of this zone show `localMilliseconds`. Of a time that occurs twice, the first; a time that
    /// was skipped is moved forward by the gap.
    public func instant(localMilliseconds: Int64) -> Timestamp {
        switch times(localMilliseconds: localMilliseconds) {
        case .once(let time), .twice(let time, _), .never(let time): time
        }
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
