import JourneyModel

/// The records of one table beside the events, read where they lie: a column a field, in the order of their import.
struct RecordRows: Sendable {
    private let kind: RecordKind
    private let image: IndexImage
    private let records: IndexManifest.Records
    private let declarations: Declarations?

    /// - Parameter declarations: which names are the same; nil where nobody has declared anything.
    init(_ kind: RecordKind, of image: IndexImage, _ declarations: Declarations? = nil) {
        self.kind = kind
        self.image = image
        self.declarations = declarations
        records = image.manifest.records[kind] ?? IndexManifest.Records()
    }

    var count: Int { records.count }

    /// Of a field of persons or texts: the code of each record; -1 for none.
    func codes(_ field: RecordField) -> CodeColumn { image.codes(.record(field), count: count) }

    /// Of a field of texts: the text of each code. Several codes have the same where names are declared to be the same.
    func texts(_ field: RecordField) -> [String] {
        let texts = records.texts[field] ?? []
        guard let same = declarations?.sameNames(field.column), !same.isEmpty else { return texts }
        return texts.map { same[$0] ?? $0 }
    }

    /// Of a field of times: milliseconds; the least of all for none. Nil where no record has one.
    func times(_ field: RecordField) -> Column<Int64>? { image.values(.record(field), as: Int64.self) }

    /// Of a field of times that every record has.
    func everyTime(_ field: RecordField) -> Column<Int64> {
        times(field) ?? Column(count: count) { $0.initialize(repeating: .min) }
    }

    /// Of a field of real numbers: "not a number" for none. Nil where no record has one.
    func reals(_ field: RecordField) -> Column<Double>? {
        guard let bits = times(field) else { return nil }
        return bits.values.withMemoryRebound(to: Double.self) { Column(values: $0, owner: bits.owner) }
    }

    /// Of a field of whole numbers.
    func wholes(_ field: RecordField) -> WholeColumn { WholeColumn(image.column(.record(field)), count: count) }

    /// The text of a record; nil for none.
    func text(_ field: RecordField) -> (Int) -> String? {
        let (codes, texts) = (codes(field), texts(field))
        return { codes[$0] < 0 ? nil : texts[Int(codes[$0])] }
    }

    /// The records one by one, for kinds of which there are few. Persons are codes.
    var all: [SideRecord] {
        let fields = kind.indexedFields
        let values = fields.map(values)
        return (0..<count).map { row in
            var record = SideRecord(kind)
            for (field, value) in zip(fields, values) { record[field] = value(row) }
            return record
        }
    }

    private func values(_ field: RecordField) -> (Int) -> RecordValue {
        switch field.form {
        case .person:
            let codes = codes(field)
            return { codes[$0] < 0 ? .none : .person(codes[$0]) }
        case .text:
            let text = text(field)
            return { .of(text($0)) }
        case .time:
            let times = everyTime(field)
            return { times[$0] == .min ? .none : .whole(times[$0]) }
        case .real:
            let reals = reals(field)
            return { row in reals.flatMap { $0[row].isNaN ? nil : .real($0[row]) } ?? .none }
        case .whole:
            let wholes = wholes(field)
            return { .whole(wholes[$0]) }
        }
    }

    /// By code + 1 of a field of texts: what `value` makes of the text, nil for none.
    func table<Value>(_ field: RecordField, _ value: (String?) -> Value) -> [Value] {
        [value(nil)] + texts(field).map(value)
    }
}

/// Whole numbers side by side, in the smallest width that holds them all.
struct WholeColumn: Sendable {
    private let column: StoredColumn?

    /// - Parameter column: nil where no number is other than 0.
    init(_ column: StoredColumn?, count: Int) {
        self.column = column?.count == count ? column : nil
    }

    subscript(row: Int) -> Int64 {
        guard let column else { return 0 }
        let bytes = column.bytes
        return switch column.width {
        case 1: Int64(bytes.load(fromByteOffset: row, as: UInt8.self))
        case 2: Int64(bytes.load(fromByteOffset: row &* 2, as: UInt16.self))
        case 4: Int64(bytes.load(fromByteOffset: row &* 4, as: UInt32.self))
        default: bytes.load(fromByteOffset: row &* 8, as: Int64.self)
        }
    }
}
