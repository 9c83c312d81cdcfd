import JourneyModel

/// Where each part of an event comes from: what the mapping says, column by column.
struct EventPlan: Sendable {
    enum Source: Hashable, Sendable {
        case column(Int)
        /// The same in every row, in UTF-8.
        case constant([UInt8])
    }

    enum TextField: Hashable, Sendable {
        case person, caseID, session, eventID
        case attribute(String)
    }

    /// Fields that hold a number of 64 bits; of the cost it is the bit pattern.
    enum NumberField: Int, CaseIterable, Hashable, Sendable {
        case time, end, recorded, sequence, cost, duration
    }

    struct Text: Sendable {
        var field: TextField
        var source: Source
        /// Stands behind the text in every row that has one.
        var suffix: [UInt8] = []
    }

    /// A dimension, or a trait by its full name.
    struct Coded: Sendable {
        var name: String
        var isTrait: Bool
        var source: Source
    }

    struct Number: Sendable {
        var field: NumberField
        var column: Int
        /// The column's name, for messages.
        var name: String
        var parser: TimestampParser?
        /// How it is written where it is no time.
        var reading = NumberReading()
    }

    private(set) var texts: [Text] = []
    private(set) var coded: [Coded] = []
    /// In the order of the columns: the first that cannot be read is the one that the reject names.
    private(set) var numbers: [Number] = []
    private(set) var constants: [NumberField: Int64] = [:]
    private(set) var columnCount = 0
    /// What the cells of each of the table's own columns add to a row's hash.
    private(set) var cells: [CellHash] = []
    /// What such a hash begins with: of several events of one row, each has its own.
    let hashOfEvent: EventBatch.RowHash
    /// Whether rows without an id are known by their cells, and not by what is made of them.
    var knowsRowsByCells = false
    let missing: MissingWords
    let noTime: String
    let noTouchpoint: String
    /// The column of the time where a row tells of several events, of which this is one; nil where the row is the event.
    let eventOfRow: String?

    /// - Parameter isOneOfSeveral: whether a row tells of several events, of which this is one.
    /// - Throws: `ImportError` where a constant cannot be what its field holds.
    init(_ mapping: Mapping, planner: ColumnPlanner, isOneOfSeveral: Bool = false) throws {
        eventOfRow = isOneOfSeveral ? planner.column(of: "time") ?? "" : nil
        hashOfEvent = eventOfRow.map(CellHash.ofName) ?? EventBatch.RowHash(high: 0, low: 0)
        missing = MissingWords(mapping.missing)
        noTime = "no time" + EventPlan.place(of: "time", planner)
        noTouchpoint = "no touchpoint" + EventPlan.place(of: Dimension.touchpoint, planner)
        let zone = try mapping.zone.map(Zone.named)
        for constant in mapping.constants { try add(constant, zone) }
    }

    /// Makes a column known, the next one of the table.
    ///
    /// - Parameter isOwn: whether it is in the file, and not made of others by the mapping.
    /// - Throws: `ImportError` where it holds times and nobody knows how they are written.
    mutating func addColumn(_ name: String, use: ColumnUse, times: ColumnTimes, isOwn: Bool = true) throws {
        let source = Source.column(columnCount)
        switch use {
        case .drop: break
        case .dimension: coded.append(Coded(name: name, isTrait: false, source: source))
        case .trait: coded.append(Coded(name: name, isTrait: true, source: source))
        case .attribute: texts.append(Text(field: .attribute(name), source: source))
        case .fields(let fields):
            for field in fields { try add(field, from: name, source, times) }
        }
        columnCount += 1
        if isOwn { cells.append(CellHash(name)) }
    }

    private mutating func add(_ name: String, from column: String, _ source: Source, _ times: ColumnTimes) throws {
        switch EventPlan.target(Field(named: name)) {
        case .text(let field):
            // Ids of the row are those of each of its events: what they tell of sets them apart.
            let suffix = field == .eventID ? eventOfRow.map { "#\($0)" } ?? "" : ""
            texts.append(Text(field: field, source: source, suffix: Array(suffix.utf8)))
        case .coded(let name, let isTrait): coded.append(Coded(name: name, isTrait: isTrait, source: source))
        case .number(let field):
            var number = Number(field: field, column: columnCount, name: column)
            if [.time, .end, .recorded].contains(field) {
                number.parser = try times.parser(column: column)
            } else {
                number.reading = try times.numbers(column: column, field: name)
            }
            numbers.append(number)
        case nil: break
        }
    }

    /// Every number field: first those that columns hold, in their order.
    var numberFields: [NumberField] {
        let held = numbers.map(\.field)
        return held + NumberField.allCases.filter { !held.contains($0) }
    }

    /// How many bytes all constants have.
    var constantBytes: Int {
        (texts.map(\.source) + coded.map(\.source)).reduce(0) { sum, source in
            if case .constant(let bytes) = source { sum + bytes.count } else { sum }
        }
    }

    private enum Target {
        case text(TextField)
        case number(NumberField)
        case coded(String, isTrait: Bool)
    }

    private static func target(_ field: Field?) -> Target? {
        switch field {
        case .person: .text(.person)
        case .caseID: .text(.caseID)
        case .session: .text(.session)
        case .eventID: .text(.eventID)
        case .time: .number(.time)
        case .end: .number(.end)
        case .recorded: .number(.recorded)
        case .sequence: .number(.sequence)
        case .cost: .number(.cost)
        case .duration: .number(.duration)
        case .dimension(let name): .coded(name, isTrait: false)
        case .trait(let name): .coded(name, isTrait: true)
        case nil: nil
        }
    }

    private mutating func add(_ constant: NamedValue, _ zone: Zone?) throws {
        let bytes = Array(constant.value.utf8)
        switch EventPlan.target(Field(named: constant.name)) {
        case .text(let field): texts.append(Text(field: field, source: .constant(bytes)))
        case .coded(let name, let isTrait):
            coded.append(
                Coded(name: name, isTrait: isTrait, source: .constant(Array(FoldedName.of(constant.value).utf8)))
            )
        case .number(let field):
            let parser = TimestampParser(format: .iso8601, zone: zone)
            let reader = EventNumber(field, parser: parser, reading: NumberReading())
            let value: Int64
            switch reader.read(bytes) {
            case .value(let read), .marked(let read, _): value = read
            case .withoutZone, .unreadable:
                throw ImportError(
                    "--set \(constant.name)=\(constant.value): not a value for \(constant.name)",
                    hint:
                        "Times are written as 2025-03-01T09:30:00Z, numbers with a point, lengths of time as 90s or 2h."
                )
            }
            constants[field] = value
        case nil: break
        }
    }

    /// Says which column should have held `field`.
    private static func place(of field: String, _ planner: ColumnPlanner) -> String {
        planner.column(of: field).map { ": column \"\($0)\" is empty" } ?? ""
    }
}
