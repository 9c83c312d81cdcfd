extension Timestamp {
    /// ISO 8601 in UTC with milliseconds, as all output of the program has it: `2010-10-02T07:20:39.266Z`.
    public var iso8601: String {
        let days = floorDivide(milliseconds, .day)
        let date = CivilDate(daysSinceEpoch: Int(days))
        let rest = Int(milliseconds - days * .day)
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
        return "\(date.text)T\(clock.joined(separator: ":")).\(padded(rest % 1000, 3))Z"
    }
}
