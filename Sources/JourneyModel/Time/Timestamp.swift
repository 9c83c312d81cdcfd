/// An instant: milliseconds since 1970-01-01T00:00:00Z, the one form in which the store, the index and the answers
/// keep time (architecture: "time is kept in milliseconds UTC").
public struct Timestamp: Codable, Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant `milliseconds` later; saturates instead of overflowing, because both numbers may come from data.
    public func advanced(by milliseconds: Milliseconds) -> Timestamp {
        let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
        if overflow { return Timestamp(milliseconds: milliseconds > 0 ? .max : .min) }
        return Timestamp(milliseconds: sum)
    }

    /// The span from `earlier` to this instant in milliseconds; saturates.
    public func since(_ earlier: Timestamp) -> Milliseconds {
        let (span, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        if overflow { return milliseconds > 0 ? .max : .min }
        return span
    }
}

/// A length of time in milliseconds.
public typealias Milliseconds = Int64

extension Milliseconds {
    public static let second: Milliseconds = 1000
    public static let minute: Milliseconds = 60 * second
    public static let hour: Milliseconds = 60 * minute
    public static let day: Milliseconds = 24 * hour
}
