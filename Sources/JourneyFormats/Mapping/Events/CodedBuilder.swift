import JourneyModel

/// A dimension or trait of a batch that grows. What is put into a row counts once the next row is begun.
struct CodedBuilder: ~Copyable {
    let name: String
    let isTrait: Bool
    private let source: RowSource
    private var dictionary: ValueDictionary
    private let codes: UnsafeMutablePointer<Int32>

    init(_ coded: EventPlan.Coded, constants: PaddedBytes, rows: Int) {
        name = coded.name
        isTrait = coded.isTrait
        source = RowSource(coded.source, constants: constants)
        dictionary = ValueDictionary(name: coded.name)
        codes = .allocate(capacity: rows)
    }

    deinit { codes.deallocate() }

    @inline(__always)
    func hasValue(_ fields: UnsafePointer<CSVScanner.Field>, _ missing: borrowing MissingWords) -> Bool {
        let text = source.field(fields, missing)
        return text.count > 0 && !FoldedName.isBlank(text)
    }

    /// Whether the value is more than a name can be.
    @inline(__always)
    func isTooLong(_ fields: UnsafePointer<CSVScanner.Field>, _ missing: borrowing MissingWords) -> Bool {
        source.field(fields, missing).count > InputBounds.name
    }

    @inline(__always)
    mutating func set(_ row: Int, _ fields: UnsafePointer<CSVScanner.Field>, _ missing: borrowing MissingWords) {
        let text = source.field(fields, missing)
        codes[row] = text.count > 0 && !FoldedName.isBlank(text) ? dictionary.code(text) : -1
    }

    /// Adds the value of `row` to its canonical hash.
    @inline(__always)
    mutating func add(_ row: Int, to sum: inout EventBatch.RowHash) {
        if codes[row] >= 0 { sum.add(dictionary.hash(codes[row])) }
    }

    /// The column for the first `rows` rows, and begins a new one; nil where no row has a value.
    ///
    /// - Parameter folded: gets the names that are spelled otherwise than they are stored.
    mutating func take(rows: Int, folded: inout [FoldedName]) -> EventBatch.Column? {
        defer { dictionary.removeAll() }
        guard !dictionary.isEmpty else { return nil }
        var column = EventBatch.Column(name: name)
        column.values = dictionary.values
        column.codes = Array(UnsafeBufferPointer(start: codes, count: rows))
        for (code, value) in dictionary.oddValues {
            let name = FoldedName.of(value)
            guard !name.utf8.elementsEqual(value.utf8) else { continue }
            column.values[code] = name
            let count = column.codes.count { $0 == Int32(code) }
            folded.append(FoldedName(spelling: value, name: name, count: count))
        }
        return column
    }
}
