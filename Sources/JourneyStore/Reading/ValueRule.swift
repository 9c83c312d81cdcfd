internal import GRDBSQLite

/// What a column may hold. SQLite lets every value stand in every column.
enum ValueRule {
    case number(ClosedRange<Int64>)
    case optionalNumber(ClosedRange<Int64>)
    case real, optionalReal
    case text, optionalText

    /// Instants that a file can bring: 15 digits of seconds. Spans between two of them are numbers too.
    static let times: ClosedRange<Int64> = -1_000_000_000_000_000_000...1_000_000_000_000_000_000
    /// As many as can be counted.
    static let counts: ClosedRange<Int64> = 0...(1 << 53)
    /// Whole numbers that mean nothing to the program but their order.
    static let anyNumber: ClosedRange<Int64> = .min ... .max

    static var time: ValueRule { .number(times) }
    static var optionalTime: ValueRule { .optionalNumber(times) }
    static var count: ValueRule { .number(counts) }

    /// What is wrong with the value in `column` of `row`; nil where nothing is.
    func complaint(_ row: RawStatement, _ column: Int32) -> String? {
        let type = row.type(column)
        switch self {
        case .number(let range): return ValueRule.complaint(type, row, column, range)
        case .optionalNumber(let range):
            return type == SQLITE_NULL ? nil : ValueRule.complaint(type, row, column, range)
        case .real: return ValueRule.complaint(type, row, column)
        case .optionalReal: return type == SQLITE_NULL ? nil : ValueRule.complaint(type, row, column)
        case .text: return type == SQLITE_TEXT ? nil : "is \(ValueRule.name(type)) where a text belongs"
        case .optionalText:
            return type == SQLITE_TEXT || type == SQLITE_NULL
                ? nil : "is \(ValueRule.name(type)) where a text belongs"
        }
    }

    private static func complaint(
        _ type: Int32,
        _ row: RawStatement,
        _ column: Int32,
        _ range: ClosedRange<Int64>
    ) -> String? {
        guard type == SQLITE_INTEGER else { return "is \(name(type)) where a whole number belongs" }
        return range.contains(row.int(column)) ? nil : "is \(row.int(column)), which it cannot be"
    }

    private static func complaint(_ type: Int32, _ row: RawStatement, _ column: Int32) -> String? {
        guard type == SQLITE_INTEGER || type == SQLITE_FLOAT else { return "is \(name(type)) where a number belongs" }
        return row.double(column).isFinite ? nil : "is \(row.double(column)), which it cannot be"
    }

    private static func name(_ type: Int32) -> String {
        switch type {
        case SQLITE_NULL: "nothing"
        case SQLITE_TEXT: "a text"
        case SQLITE_BLOB: "a row of bytes"
        case SQLITE_FLOAT: "a fraction"
        default: "a whole number"
        }
    }
}
