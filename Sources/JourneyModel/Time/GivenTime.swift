/// A calendar period or an instant as somebody typed it: `2025-12-31`, `31/12/2025`, `31 Dec 2025`, `2025-12`, `Dec 2025`,
/// `2025-Q4`, `2025`, `2025-12-31T09:30`; and, told by the end of the data, `last week`, `Q4`, `December`.
enum GivenTime {
    case period(Period)
    /// Milliseconds on the local clock, and seconds east of UTC where they were given.
    case instant(Int64, Int?)
    case relative(RelativePeriod)
    /// The latest quarter or month of that number (1 is the first of a year) that has begun when the data end.
    case latest(PeriodLength, Int)

    init(parsing text: String) throws(ParsingError) {
        guard let given = GivenTime(text) else { throw GivenTime.noTime(text) }
        self = given
    }

    private init?(_ text: String) {
        if let period = GivenTime.isoPeriod(text) ?? PeriodWords.period(text) {
            self = .period(period)
        } else if let instant = GivenTime.instant(text) {
            self = instant
        } else if let relative = RelativePeriod(text) {
            self = .relative(relative)
        } else if let latest = PeriodWords.withoutYear(text) {
            self = .latest(latest.length, latest.number)
        } else {
            return nil
        }
    }

    static func noTime(_ text: String) -> ParsingError {
        if PeriodWords.isMonthFirst(text) {
            return ParsingError(
                message: "'\(text)' has no such month: dates with strokes are day, month, year",
                hint: "write it like 2025-12-31 or 31/12/2025"
            )
        }
        return ParsingError(
            message: "'\(text)' is no date or time",
            hint:
                "write it like 2025-12-31, 31/12/2025, 31 Dec 2025, 2025-12, 2025-Q4, Q4, last week or 2025-12-31T09:30"
        )
    }

    var movesWithData: Bool {
        switch self {
        case .relative, .latest: true
        case .period, .instant: false
        }
    }

    /// A period as it is; an instant as the two ends of nothing.
    ///
    /// - Throws: `ParsingError` where it is told by the end of the data, and this is nil.
    func range(in zone: Zone, endOfData: Timestamp?) throws(ParsingError) -> TimeRange {
        switch self {
        case .period(let period): return period.range(in: zone)
        case .instant(let local, let offset):
            let time = GivenTime.instant(local, offset, in: zone)
            return TimeRange(from: time, to: time)
        case .relative(let period): return period.ranges(endOfData: try Self.known(endOfData), in: zone).range
        case .latest(let length, let number):
            let year = zone.date(at: try Self.known(endOfData)).year
            let month = length == .quarter ? number * 3 - 2 : number
            let here = CivilDate(year: year, month: month, day: 1).map { Period(length, containing: $0) }
            let before = CivilDate(year: year - 1, month: month, day: 1).map { Period(length, containing: $0) }
            let end = try Self.known(endOfData)
            let begun = [here, before].compactMap { $0 }.first { zone.start(of: $0.first) <= end }
            return begun?.range(in: zone) ?? TimeRange(from: end, to: end)
        }
    }

    /// The last instant of it; nil where it is told by the end of the data.
    func asOf(in zone: Zone) -> Timestamp? {
        switch self {
        case .instant(let local, let offset): GivenTime.instant(local, offset, in: zone)
        case .period(let period): zone.start(of: period.advanced(by: 1).first).advanced(by: -1)
        case .relative, .latest: nil
        }
    }

    private static func known(_ endOfData: Timestamp?) throws(ParsingError) -> Timestamp {
        guard let endOfData else {
            throw ParsingError(
                message: "there are no events by which a period could be told",
                hint: "write its dates, like 2025-10-01"
            )
        }
        return endOfData
    }

    private static func instant(_ local: Int64, _ offset: Int?, in zone: Zone) -> Timestamp {
        offset.map { Timestamp(milliseconds: local - Int64($0) * .second) } ?? zone.instant(localMilliseconds: local)
    }

    /// `2025`, `2025-Q4`, `2025-12`, `2025-12-31`.
    private static func isoPeriod(_ text: String) -> Period? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let year = parts[0].asciiNumber(digits: 4) else { return nil }
        if parts.count == 1 { return period(.year, year, 1, 1) }
        if parts.count == 2, let mark = parts[1].first, mark == "Q" || mark == "q" {
            guard let quarter = parts[1].dropFirst().asciiNumber(digits: 1), (1...4).contains(quarter) else {
                return nil
            }
            return period(.quarter, year, quarter * 3 - 2, 1)
        }
        guard let month = parts[1].asciiNumber(digits: 2) else { return nil }
        if parts.count == 2 { return period(.month, year, month, 1) }
        return parts[2].asciiNumber(digits: 2).flatMap { period(.day, year, month, $0) }
    }

    private static func period(_ length: PeriodLength, _ year: Int, _ month: Int, _ day: Int) -> Period? {
        CivilDate(year: year, month: month, day: day).map { Period(length, containing: $0) }
    }

    /// `YYYY-MM-DDThh:mm[:ss[.fff]][Z|±hh:mm]`, a space in place of the T allowed.
    private static func instant(_ text: String) -> GivenTime? {
        guard let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }),
            let day = isoPeriod(String(text[..<mark])), day.length == .day
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
        guard count.contains(parts.count), let hours = parts[0].asciiNumber(digits: 2), hours < 24,
            let minutes = parts[1].asciiNumber(digits: 2),
            minutes < 60
        else { return nil }
        var total = Int64(hours) * .hour + Int64(minutes) * .minute
        guard parts.count == 3 else { return total }
        let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, let whole = seconds[0].asciiNumber(digits: 2), whole < 60 else { return nil }
        total += Int64(whole) * .second
        guard seconds.count == 2 else { return total }
        let fraction = seconds[1]
        guard (1...9).contains(fraction.count), let value = fraction.asciiNumber(digits: fraction.count) else {
            return nil
        }
        let scale = (0..<fraction.count).reduce(1) { scale, _ in scale * 10 }
        return total + Int64(value * 1000 / scale)
    }
}

extension Substring {
    /// The number that exactly `count` ASCII digits write.
    func asciiNumber(digits count: Int) -> Int? {
        self.count == count && allSatisfy { $0.isASCII && $0.isNumber } ? Int(self) : nil
    }
}
