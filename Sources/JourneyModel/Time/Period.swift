/// How a time axis is divided: `--every month`.
public enum PeriodLength: String, CaseIterable, Codable, Sendable {
    case day, week, month, quarter, year
}

/// One calendar period in a zone, half open: `start` belongs to it, `end` to the next.
public struct Period: Codable, Hashable, Comparable, Sendable {
    public var length: PeriodLength
    public var first: CivilDate

    /// The period of `length` that contains `date`. Weeks begin on Monday (ISO 8601).
    public init(_ length: PeriodLength, containing date: CivilDate) {
        self.length = length
        switch length {
        case .day:
            first = date
        case .week:
            first = CivilDate(daysSinceEpoch: date.daysSinceEpoch - (date.weekday - 1))
        case .month:
            first = Period.firstOfMonth(date.year, date.month)
        case .quarter:
            first = Period.firstOfMonth(date.year, (date.month - 1) / 3 * 3 + 1)
        case .year:
            first = Period.firstOfMonth(date.year, 1)
        }
    }

    /// The period after this one (`steps` may be negative).
    public func advanced(by steps: Int) -> Period {
        var next = self
        switch length {
        case .day: next.first = CivilDate(daysSinceEpoch: first.daysSinceEpoch + steps)
        case .week: next.first = CivilDate(daysSinceEpoch: first.daysSinceEpoch + 7 * steps)
        case .month: next.first = Period.month(first, plus: steps)
        case .quarter: next.first = Period.month(first, plus: 3 * steps)
        case .year: next.first = Period.month(first, plus: 12 * steps)
        }
        return next
    }

    /// The instants that the period covers in `zone`, from its start to just before the next one's.
    public func range(in zone: Zone) -> TimeRange {
        TimeRange(from: zone.start(of: first), to: zone.start(of: advanced(by: 1).first))
    }

    /// `2025-11`, `2025-Q4`, `2025`, or the first day for days and weeks.
    public var label: String {
        switch length {
        case .day, .week: first.text
        case .month: "\(padded(first.year, 4))-\(padded(first.month, 2))"
        case .quarter: "\(padded(first.year, 4))-Q\((first.month - 1) / 3 + 1)"
        case .year: padded(first.year, 4)
        }
    }

    public static func < (left: Period, right: Period) -> Bool {
        left.first < right.first
    }

    private static func firstOfMonth(_ year: Int, _ month: Int) -> CivilDate {
        var date = CivilDate(daysSinceEpoch: 0)
        date.year = year
        date.month = month
        return date
    }

    private static func month(_ date: CivilDate, plus months: Int) -> CivilDate {
        let total = date.year * 12 + date.month - 1 + months
        let year = Int(floorDivide(Int64(total), 12))
        return firstOfMonth(year, total - year * 12 + 1)
    }
}

/// A span of time, half open: `from` is inside, `to` is not; an absent end is unbounded.
public struct TimeRange: Codable, Hashable, Sendable {
    public var from: Timestamp?
    public var to: Timestamp?

    public init(from: Timestamp? = nil, to: Timestamp? = nil) {
        self.from = from
        self.to = to
    }

    public static let all = TimeRange()

    public func contains(_ time: Timestamp) -> Bool {
        if let from, time < from { return false }
        if let to, time >= to { return false }
        return true
    }
}
