/// The statement that stores an event, with a parameter for each of the import's dimensions.
struct EventInsertion {
    private static let columns = [
        "id", "time", "person", "\"case\"", "session", "end_time", "recorded", "sequence", "duration", "cost",
        "event_id", "attributes",
    ]

    private let statement: RawStatement
    /// The parameter of each of the import's dimensions, by place; 0 for traits.
    private let parameters: [Int32]
    private let dimensions: [ImportDimension]

    init(_ connection: OpaquePointer, dimensions: [ImportDimension]) throws {
        var columns = EventInsertion.columns
        var parameters: [Int32] = []
        for dimension in dimensions {
            if let column = dimension.column, dimension.isOfEvents {
                columns.append(column)
                parameters.append(Int32(columns.count))
            } else {
                parameters.append(0)
            }
        }
        self.parameters = parameters
        self.dimensions = dimensions
        let marks = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
        statement = try RawStatement(
            connection,
            "INSERT INTO events(\(columns.joined(separator: ", "))) VALUES (\(marks))"
        )
    }

    /// Binds the fixed part.
    func begin(id: Int64, _ event: StagedEvent) {
        statement.bind(id, at: 1)
        statement.bind(event.time, at: 2)
        if event.person >= 0 { statement.bind(Int64(event.person), at: 3) }
        if event.caseID >= 0 { statement.bind(Int64(event.caseID), at: 4) }
        if event.session >= 0 { statement.bind(Int64(event.session), at: 5) }
    }

    func bind(_ value: StagedValue) {
        let parameter = parameters[Int(value.dimension)]
        if parameter > 0 {
            statement.bind(Int64(value.code), at: parameter)
            dimensions[Int(value.dimension)].values.markUsed(value.code)
        }
    }

    func bindEnd(_ value: Int64) { statement.bind(value, at: 6) }
    func bindRecorded(_ value: Int64) { statement.bind(value, at: 7) }
    func bindSequence(_ value: Int64) { statement.bind(value, at: 8) }
    func bindDuration(_ value: Int64) { statement.bind(value, at: 9) }
    func bindCost(_ value: Double) { statement.bind(value, at: 10) }
    func bindAttributes(_ text: UnsafeRawBufferPointer) { statement.bind(borrowed: text, at: 12) }

    /// An id that is a plain whole number is kept as one: a third of the space.
    func bindEventID(_ text: UnsafeRawBufferPointer) {
        if let number = EventInsertion.number(text) {
            statement.bind(number, at: 11)
        } else {
            statement.bind(borrowed: text, at: 11)
        }
    }

    func store() throws { try statement.run() }

    /// The number that `text` is the one way of writing; nil for `007`, `+1`, `-0`, and what is no number.
    static func number(_ text: UnsafeRawBufferPointer) -> Int64? {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = text.dropFirst(isNegative ? 1 : 0)
        guard let first = digits.first, digits.count <= 18 else { return nil }
        if first == UInt8(ascii: "0") && (digits.count > 1 || isNegative) { return nil }
        var number: Int64 = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return isNegative ? -number : number
    }
}
