extension TimeRange {
    /// Reads the ends as a person gives them. A date stands for the whole day in `zone`, a month, quarter or year for
    /// all of it: from its beginning, and to its end (`to 2025-12-31` includes the 31st, `to 2025-12` all of December).
    /// A time as the end is not part of the range.
    ///
    /// - Throws: `ParsingError` where an end cannot be read, or the range would be empty.
    public init(parsingFrom from: String?, to: String?, in zone: Zone) throws(ParsingError) {
        self.init()
        if let from { self.from = try GivenTime(parsing: from).range(in: zone).from }
        if let to { self.to = try GivenTime(parsing: to).range(in: zone).to }
        if let start = self.from, let end = self.to, start >= end {
            throw ParsingError(
                message: "the range from '\(from ?? "")' to '\(to ?? "")' is empty",
                hint: "--from must lie before --to"
            )
        }
    }
}

extension Timestamp {
    /// Reads what was known when: a time as it stands; a date, month or year means its last instant in `zone`.
    ///
    /// - Throws: `ParsingError` where it is neither.
    public init(parsingAsOf text: String, in zone: Zone) throws(ParsingError) {
        switch try GivenTime(parsing: text) {
        case .instant(let local, let offset): self = GivenTime.instant(local, offset, in: zone)
        case .period(let period): self = zone.start(of: period.advanced(by: 1).first).advanced(by: -1)
        }
    }
}

/// A calendar period or an instant as somebody typed it.
private enum GivenTime {
    case period(Period)
    /// Milliseconds on the local clock, and seconds east of UTC where they were given.
    case instant(Int64, Int?)

    init(parsing text: String) throws(ParsingError) {
        guard let given = GivenTime.period(text) ?? GivenTime.instant(text) else {
            throw ParsingError(
                message: "'\(text)' is no date or time",
                hint: "write it like 2025-12-31, 2025-12, 2025-Q4, 2025 or 2025-12-31T09:30"
            )
        }
        self = given
    }

    /// A period as it is; an instant as the two ends of nothing.
    func range(in zone: Zone) -> TimeRange {
        switch self {
        case .period(let period): return period.range(in: zone)
        case .instant(let local, let offset):
            let time = GivenTime.instant(local, offset, in: zone)
            return TimeRange(from: time, to: time)
        }
    }

    static func instant(_ local: Int64, _ offset: Int?, in zone: Zone) -> Timestamp {
        offset.map { Timestamp(milliseconds: local - Int64($0) * .second) } ?? zone.instant(localMilliseconds: local)
    }

    private static func period(_ text: String) -> GivenTime? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let year = digits(parts[0], 4) else { return nil }
        if parts.count == 1 { return period(.year, year, 1, 1) }
        if parts.count == 2, let mark = parts[1].first, mark == "Q" || mark == "q" {
            guard let quarter = digits(parts[1].dropFirst(), 1), (1...4).contains(quarter) else { return nil }
            return period(.quarter, year, quarter * 3 - 2, 1)
        }
        guard let month = digits(parts[1], 2) else { return nil }
        if parts.count == 2 { return period(.month, year, month, 1) }
        return digits(parts[2], 2).flatMap { period(.day, year, month, $0) }
    }

    private static func period(_ length: PeriodLength, _ year: Int, _ month: Int, _ day: Int) -> GivenTime? {
        CivilDate(year: year, month: month, day: day).map { .period(Period(length, containing: $0)) }
    }

    /// `YYYY-MM-DDThh:mm[:ss[.fff]][Z|±hh:mm]`, a space in place of the T allowed.
    private static func instant(_ text: String) -> GivenTime? {
        guard let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }),
            case .period(let day)? = period(String(text[..<mark])), day.length == .day
        else { return nil }
        var clock = text[text.index(after: mark)...]
        var offset: Int?
        if clock.last == "Z" || clock.last == "z" {
            offset = 0
            clock = clock.dropLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let seconds = time(clock[clock.index(after: sign)...], parts: 2...2) else { return nil }
            offset = Int(seconds / .second) * (clock[sign] == "-" ? -1 : 1)
            clock = clock[..<sign]
        }
        guard let sinceMidnight = time(clock, parts: 2...3) else { return nil }
        return .instant(Int64(day.first.daysSinceEpoch) * .day + sinceMidnight, offset)
    }

    /// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff` in milliseconds.
    private static func time(_ text: Substring, parts count: ClosedRange<Int>) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard count.contains(parts.count), let hours = digits(parts[0], 2), hours < 24,
            let minutes = digits(parts[1], 2),
            minutes < 60
        else { return nil }
        var total = Int64(hours) * .hour + Int64(minutes) * .minute
        guard parts.count == 3 else { return total }
        let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, let whole = digits(seconds[0], 2), whole < 60 else { return nil }
        total += Int64(whole) * .second
        guard seconds.count == 2 else { return total }
        let fraction = seconds[1]
        guard (1...9).contains(fraction.count), let value = digits(fraction, fraction.count) else { return nil }
        let scale = (0..<fraction.count).reduce(1) { scale, _ in scale * 10 }
        return total + Int64(value * 1000 / scale)
    }

    /// The number that exactly `count` ASCII digits write.
    private static func digits(_ text: Substring, _ count: Int) -> Int? {
        text.count == count && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}
