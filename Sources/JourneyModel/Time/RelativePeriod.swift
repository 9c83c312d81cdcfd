/// A period that moves with the data, so that what was kept this quarter still says something next quarter. It is told by
/// the data's end and not by the clock: a store that nobody imports into stays as it is.
public enum RelativePeriod: Hashable, Sendable {
    /// The last one that the data covers to its end: `last quarter`.
    case last(PeriodLength)
    /// The one in which the data ends: `this quarter`.
    case this(PeriodLength)
    /// So many days, the last of them the one on which the data ends: `last 28 days`.
    case days(Int)

    /// Reads `last quarter`, `this month`, `last 28 days`; nil for anything else.
    public init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        switch words.count {
        case 2:
            guard let length = PeriodLength(rawValue: words[1]) else { return nil }
            switch words[0] {
            case "last": self = .last(length)
            case "this": self = .this(length)
            default: return nil
            }
        case 3:
            guard words[0] == "last", words[2] == "days", let days = Int(words[1]), (1...36_525).contains(days) else {
                return nil
            }
            self = .days(days)
        default: return nil
        }
    }

    /// The form that `init(_:)` reads.
    public var text: String {
        switch self {
        case .last(let length): "last \(length.rawValue)"
        case .this(let length): "this \(length.rawValue)"
        case .days(let days): "last \(days) days"
        }
    }

    /// The period, and the like one before it, of data that ends at `last`.
    public func ranges(endOfData last: Timestamp, in zone: Zone) -> (range: TimeRange, before: TimeRange) {
        let day = zone.date(at: last)
        switch self {
        case .this(let length): return Self.pair(Period(length, containing: day), zone)
        case .last(let length):
            let period = Period(length, containing: day)
            // A day without events at the end is no reason to call the period unfinished.
            let isOver = period.range(in: zone).to.map { $0.since(last) <= .day } ?? false
            return Self.pair(isOver ? period : period.advanced(by: -1), zone)
        case .days(let days):
            func start(_ offset: Int) -> Timestamp {
                zone.start(of: CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1 + offset))
            }
            return (
                TimeRange(from: start(-days), to: start(0)), TimeRange(from: start(-2 * days), to: start(-days))
            )
        }
    }

    private static func pair(_ period: Period, _ zone: Zone) -> (range: TimeRange, before: TimeRange) {
        (period.range(in: zone), period.advanced(by: -1).range(in: zone))
    }
}
