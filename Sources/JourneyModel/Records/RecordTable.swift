/// Rows of one table beside the events, a column a field.
public struct RecordTable: Sendable {
    public let kind: RecordKind
    /// In the order of the kind's fields that questions ask for.
    public private(set) var columns: [RecordColumn]
    public private(set) var count = 0
    /// The number in the store of the last row that was looked at.
    public var lastRow: Int64

    /// - Parameter lastRow: the number of the row after which the table begins.
    public init(_ kind: RecordKind, after lastRow: Int64 = 0) {
        self.kind = kind
        self.lastRow = lastRow
        columns = kind.indexedFields.map(RecordColumn.init)
    }

    /// Adds a row, unless a value that it needs is missing.
    ///
    /// - Parameter value: of the column at a place; a person by code.
    public mutating func append(_ value: (Int) -> RecordValue) {
        for place in columns.indices { columns[place].append(value(place)) }
        count += 1
        if columns.contains(where: \.lacksLast) {
            for place in columns.indices { columns[place].removeLast() }
            count -= 1
        }
    }
}

/// The values of one field of some records, each as a whole number.
///
/// A code's cell is one more than the code, and 0 for none. A time is its own cell, and the least of all for none. A real
/// is the bits of its floating-point number, those of "not a number" for none.
public struct RecordColumn: Sendable {
    public let field: RecordField
    public private(set) var cells: [Int64] = []
    /// Of texts: the one of each code.
    public private(set) var texts: [String] = []
    private var codes: [String: Int64] = [:]
    private let form: RecordField.Form
    private let words: Set<String>?
    private let isNeeded: Bool

    init(_ field: RecordField) {
        self.field = field
        form = field.form
        words = field.words.map { Set($0) }
        isNeeded = field.isNeeded
    }

    /// The cell of a record without a value.
    public static func none(_ form: RecordField.Form) -> Int64 {
        switch form {
        case .person, .text, .whole: 0
        case .time: .min
        case .real: Int64(bitPattern: Double.nan.bitPattern)
        }
    }

    fileprivate mutating func append(_ value: RecordValue) {
        cells.append(cell(value))
    }

    fileprivate mutating func removeLast() { cells.removeLast() }

    /// Whether the last value is missing and must not be.
    fileprivate var lacksLast: Bool { isNeeded && cells.last == RecordColumn.none(form) }

    private mutating func cell(_ value: RecordValue) -> Int64 {
        switch (form, value) {
        case (.person, .person(let code)) where code >= 0: return Int64(code) + 1
        case (.text, .text(let text)): return cell(of: text)
        case (.time, .whole(let value)), (.whole, .whole(let value)): return value
        case (.real, .real(let value)): return Int64(bitPattern: value.bitPattern)
        default: return RecordColumn.none(form)
        }
    }

    private mutating func cell(of text: String) -> Int64 {
        if let cell = codes[text] { return cell }
        if let words, !words.contains(text) { return 0 }
        texts.append(text)
        codes[text] = Int64(texts.count)
        return Int64(texts.count)
    }
}
