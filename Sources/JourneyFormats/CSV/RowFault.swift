import JourneyModel

/// A row that cannot be read; `line` counts from where the reading began.
struct FaultyRow {
    var line: Int
    var fault: RowFault
    var raw: String

    /// The reject as the user sees it; `linesBefore` lines of the file come before where the reading began.
    func reject(linesBefore: Int) -> Reject {
        Reject(line: line + linesBefore, reason: fault.reason(linesBefore: linesBefore), raw: raw)
    }

    /// The same row, with lines counted from a place `lines` further on.
    func counted(from lines: Int) -> FaultyRow {
        FaultyRow(line: line - lines, fault: fault.counted(from: lines), raw: raw)
    }
}

/// What is wrong with a row.
enum RowFault {
    case fieldCount(expected: Int, found: Int)
    case encoding(field: Int)
    /// The number of the field, and the line on which it began.
    case unclosedQuote(field: Int, line: Int)
    case textAfterQuote(field: Int, line: Int)
    case fieldTooLong(field: Int, line: Int, maximum: Int)
    case rowTooLong(maximum: Int)
    /// The row can be taken apart, and says what no record can.
    case content(String)

    fileprivate func counted(from lines: Int) -> RowFault {
        switch self {
        case .unclosedQuote(let field, let line): .unclosedQuote(field: field, line: line - lines)
        case .textAfterQuote(let field, let line): .textAfterQuote(field: field, line: line - lines)
        case .fieldTooLong(let field, let line, let maximum):
            .fieldTooLong(field: field, line: line - lines, maximum: maximum)
        case .fieldCount, .encoding, .rowTooLong, .content: self
        }
    }

    func reason(linesBefore: Int) -> String {
        switch self {
        case .fieldCount(let expected, let found):
            "\(expected) fields expected, as in the header, and \(found) found"
        case .encoding(let field):
            "field \(field) is not valid UTF-8; is the file in another encoding? Try --encoding windows-1252"
        case .unclosedQuote(let field, let line):
            "the quote opened on line \(line + linesBefore) (field \(field)) is never closed"
        case .textAfterQuote(let field, let line):
            "text after the closing quote of field \(field), which began on line \(line + linesBefore)"
        case .fieldTooLong(let field, let line, let maximum):
            "field \(field), which began on line \(line + linesBefore), is longer than \(maximum) bytes; "
                + "is a quote not closed?"
        case .rowTooLong(let maximum): "the row is longer than \(maximum) bytes"
        case .content(let reason): reason
        }
    }
}
