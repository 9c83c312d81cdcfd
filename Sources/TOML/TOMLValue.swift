/// A value of a TOML text, with the place where it begins.
public struct TOMLValue: Sendable {
    public enum Kind: Sendable {
        case string(String)
        case integer(Int)
        case float(Double)
        case bool(Bool)
        /// A date, a time or both, checked and as it is written.
        case time(TOMLTime)
        case array([TOMLValue])
        case table(TOMLTable)
    }

    public let kind: Kind
    public let place: TOMLPlace

    public var string: String? { if case .string(let text) = kind { text } else { nil } }

    public var integer: Int? { if case .integer(let number) = kind { number } else { nil } }

    /// An integer or a float.
    public var number: Double? {
        switch kind {
        case .integer(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }

    public var bool: Bool? { if case .bool(let flag) = kind { flag } else { nil } }

    public var time: TOMLTime? { if case .time(let time) = kind { time } else { nil } }

    public var array: [TOMLValue]? { if case .array(let values) = kind { values } else { nil } }

    public var table: TOMLTable? { if case .table(let table) = kind { table } else { nil } }
}

/// A date or time of a TOML text. It is kept as text: who needs it as a point in time knows which calendar and zone.
public struct TOMLTime: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case offsetDateTime, localDateTime, localDate, localTime
    }

    public let kind: Kind
    public let text: String
}

/// Where something stands in a text. Both count from 1; a column is a character (Unicode scalar).
public struct TOMLPlace: Hashable, Comparable, Sendable {
    public let line: Int
    public let column: Int

    public static func < (one: TOMLPlace, other: TOMLPlace) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }
}
