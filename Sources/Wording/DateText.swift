public import JourneyModel

/// Dates as the header and the axes write them.
public enum DateText {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `1 Oct 2025`, `Oct 1, 2025` or `2025-10-01`.
    public static func text(_ date: CivilDate) -> String {
        switch WordingStyle.current.dates {
        case .dayMonthYear: "\(date.day) \(month(date)) \(date.year)"
        case .monthDayYear: "\(month(date)) \(date.day), \(date.year)"
        case .iso: date.text
        }
    }

    /// `1 Oct 2025 09:05` in `zone`.
    public static func text(_ time: Timestamp, in zone: Zone) -> String {
        let local = zone.localMilliseconds(at: time)
        let minutes = Int((local - floorDivide(local, .day) * .day) / .minute)
        return "\(text(zone.date(at: time))) \(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    /// A span as short as it can be said: `Oct–Dec 2025`, `Oct 2025`, `2025`, `3–9 Nov 2025`, `since 1 Oct 2025`,
    /// `all time`; `2025-10–2025-12` and so on where dates are so written. The range's end is not part of it.
    public static func text(_ range: TimeRange, in zone: Zone) -> String {
        switch (range.from, range.to) {
        case (nil, nil): return "all time"
        case (let from?, nil): return "since " + text(zone.date(at: from))
        case (nil, let to?): return "until " + text(lastDay(before: to, in: zone))
        case (let from?, let to?):
            return text(from: zone.date(at: from), through: lastDay(before: to, in: zone))
        }
    }

    private static func text(from: CivilDate, through last: CivilDate) -> String {
        let wholeMonths = from.day == 1 && last.day == CivilDate.days(inMonth: last.month, of: last.year)
        let sameYear = from.year == last.year
        if wholeMonths, from.month == 1, last.month == 12 {
            return sameYear ? "\(from.year)" : "\(from.year)–\(last.year)"
        }
        if wholeMonths, WordingStyle.current.dates == .iso {
            let ends = [from, last].map { "\(padded($0.year, 4))-\(padded($0.month, 2))" }
            return ends[0] == ends[1] ? ends[0] : "\(ends[0])–\(ends[1])"
        }
        if wholeMonths {
            if sameYear, from.month == last.month { return "\(month(from)) \(from.year)" }
            return sameYear
                ? "\(month(from))–\(month(last)) \(last.year)"
                : "\(month(from)) \(from.year)–\(month(last)) \(last.year)"
        }
        if from == last { return text(from) }
        switch WordingStyle.current.dates {
        case .dayMonthYear where sameYear && from.month == last.month: return "\(from.day)–\(text(last))"
        case .dayMonthYear where sameYear: return "\(from.day) \(month(from))–\(text(last))"
        case .monthDayYear where sameYear && from.month == last.month:
            return "\(month(from)) \(from.day)–\(last.day), \(last.year)"
        case .monthDayYear where sameYear: return "\(month(from)) \(from.day)–\(text(last))"
        default: return "\(text(from))–\(text(last))"
        }
    }

    private static func lastDay(before end: Timestamp, in zone: Zone) -> CivilDate {
        zone.date(at: end.advanced(by: -1))
    }

    static func month(_ date: CivilDate) -> String {
        months.indices.contains(date.month - 1) ? months[date.month - 1] : "?"
    }
}
