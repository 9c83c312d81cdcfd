public import JourneyModel
import Spelling

/// Which column of a table is which field, and how its values are to be read. Made from a mapping file, from command-line
/// arguments, or both: what is said later overrules.
public struct Mapping: Hashable, Sendable {
    public struct Assignment: Hashable, Sendable {
        public var field: String
        public var column: String
        /// Further columns that say it together with the first: the clock beside a date, or the id that holds where the
        /// first is missing.
        public var others: [String]

        public init(field: String, column: String, others: [String] = []) {
            self.field = field
            self.column = column
            self.others = others
        }

        var columns: [String] { [column] + others }
    }

    /// A touchpoint's part in its service (nil: every service).
    public struct RoleEntry: Hashable, Sendable {
        public var touchpoint: String
        public var service: String?
        public var role: TouchpointRole
    }

    public struct ChannelEntry: Hashable, Sendable {
        public var channel: String
        public var kind: Channel.Kind
    }

    /// Other words for the values of a column.
    public struct ValueMap: Hashable, Sendable {
        public var column: String
        /// What stands in the file, and what it means; no text: no value.
        public var words: [NamedValue]
    }

    /// One of the events that a row tells of, where it tells of several: what is said here goes before what is said of the
    /// row.
    public struct RowEvent: Hashable, Sendable {
        public var columns: [Assignment] = []
        public var constants: [NamedValue] = []
    }

    /// What becomes of columns that no field names.
    public enum Unmapped: String, CaseIterable, Hashable, Sendable {
        /// A dimension where there are few distinct values (see `ColumnProfile`), else an attribute.
        case auto
        case dimensions, attributes, drop
    }

    public var rows: RowKind?
    public var columns: [Assignment] = []
    /// Fields with one value for every row.
    public var constants: [NamedValue] = []
    /// Columns to leave out.
    public var dropped: [String] = []
    public var unmapped: Unmapped?
    /// Words that stand for no value; an empty field always does. None unless told: `NA`, `null` and `-` are values.
    public var missing: [String] = []
    public var encoding: TextEncoding?
    /// Nil: found from the beginning of the file.
    public var delimiter: UInt8?
    /// How many lines come before the one that names the columns; nil: found from the beginning of the file.
    public var skip: Int?
    /// How many rows right below the names of the columns are none, as survey tools write them; nil: found as well.
    public var skipBelow: Int?
    /// What stands before the decimals of numbers; nil: a point.
    public var decimal: DecimalMark?
    /// How the numbers of single columns are written.
    public var numbers: [NumberEntry] = []
    /// What times without a zone are in; a name that `Zone.named` takes.
    public var zone: String?
    /// A name that `TimeFormat(named:)` takes; nil: found from a sample of the column.
    public var timeFormat: String?
    /// The month in which the years of periods such as `Q1 2025-26` begin, from 1; nil where nobody says.
    public var yearBegins: Int?
    public var valueMaps: [ValueMap] = []
    /// The events that each row tells of; none: the row is one.
    public var events: [RowEvent] = []
    public var roles: [RoleEntry] = []
    public var channelKinds: [ChannelEntry] = []

    /// Whether it says when the rows happened, or that they are no events.
    public var saysTime: Bool {
        columns.contains { $0.field == "time" } || constants.contains { $0.name == "time" } || !events.isEmpty
            || (rows ?? .events) != .events
    }

    /// How many lines can come before the names of the columns.
    public static let linesToSkip = 0...TableStart.mostLines

    public init() {}

    /// Whether it says which columns or constants make the fields: without that a table cannot be imported.
    public var namesFields: Bool {
        !columns.isEmpty || !constants.isEmpty || !events.isEmpty || (rows ?? .events) != .events
    }

    /// Adds what one `--column FIELD=COLUMN` says.
    ///
    /// - Throws: `ImportError` without a field or a column, or where the field is taken.
    public mutating func addColumn(_ argument: String) throws {
        let (field, column) = try Mapping.split(argument, option: "--column FIELD=COLUMN")
        try add(field: field, column: column)
    }

    /// Adds what one `--set FIELD=VALUE` says.
    ///
    /// - Throws: `ImportError` without a field or a value, or where the field is taken.
    public mutating func addConstant(_ argument: String) throws {
        let (field, value) = try Mapping.split(argument, option: "--set FIELD=VALUE")
        try add(field: field, constant: value)
    }

    /// Maps `column` to `field`, with `others` where several columns say it. A column may feed several fields.
    ///
    /// - Throws: `ImportError` where the field is taken.
    public mutating func add(field: String, column: String, others: [String] = []) throws {
        try requireFree(field, for: "column \"\(column)\"")
        columns.append(Assignment(field: field, column: column, others: others))
    }

    /// Adds what one `--unit FIELD=UNIT` or `--scale FIELD=SCALE` says: how the numbers of a column are to be read, named by
    /// the column or by the field that it feeds.
    ///
    /// - Throws: `ImportError` where it has no meaning.
    public mutating func addUnit(_ argument: String) throws {
        let (name, word) = try Mapping.split(argument, option: "--unit FIELD=UNIT")
        try change(name) { $0.unit = try LengthUnit(named: word) }
    }

    public mutating func addScale(_ argument: String) throws {
        let (name, word) = try Mapping.split(argument, option: "--scale FIELD=SCALE")
        try change(name) { $0.scale = try RatingScale(named: word) }
    }

    private mutating func change(_ name: String, _ body: (inout NumberEntry) throws -> Void) throws {
        if let index = numbers.firstIndex(where: { $0.name == name }) { return try body(&numbers[index]) }
        var entry = NumberEntry(name: name)
        try body(&entry)
        numbers.append(entry)
    }

    /// Gives `field` one value for every row.
    ///
    /// - Throws: `ImportError` where the field is taken.
    public mutating func add(field: String, constant value: String) throws {
        try requireFree(field, for: "the constant \"\(value)\"")
        constants.append(NamedValue(field, value))
    }

    /// This mapping with everything that `other` says put over it: a field that `other` names is `other`'s alone, and so
    /// is a column.
    public func overruled(by other: Mapping) -> Mapping {
        var result = self
        let fields = Set(other.columns.map(\.field) + other.constants.map(\.name))
        let taken = Set(other.columns.flatMap(\.columns) + other.dropped)
        result.columns =
            columns.filter { !fields.contains($0.field) && taken.isDisjoint(with: $0.columns) } + other.columns
        result.constants = constants.filter { !fields.contains($0.name) } + other.constants
        let mapped = Set(other.columns.flatMap(\.columns))
        result.dropped = dropped.filter { !mapped.contains($0) } + other.dropped.filter { !dropped.contains($0) }
        result.rows = other.rows ?? rows
        result.unmapped = other.unmapped ?? unmapped
        result.missing = other.missing.isEmpty ? missing : other.missing
        result.encoding = other.encoding ?? encoding
        result.delimiter = other.delimiter ?? delimiter
        result.skip = other.skip ?? skip
        result.skipBelow = other.skipBelow ?? skipBelow
        result.decimal = other.decimal ?? decimal
        result.numbers = numbers.filter { mine in !other.numbers.contains { $0.name == mine.name } } + other.numbers
        result.yearBegins = other.yearBegins ?? yearBegins
        let named = Set(other.valueMaps.map(\.column))
        result.valueMaps = valueMaps.filter { !named.contains($0.column) } + other.valueMaps
        result.events = other.events.isEmpty ? events : other.events
        result.zone = other.zone ?? zone
        result.timeFormat = other.timeFormat ?? timeFormat
        result.roles += other.roles
        result.channelKinds += other.channelKinds
        return result
    }

    /// Checks that the fields fit the kind of rows and that those which a row must have are there. `isIncomplete`: the
    /// format brings fields of its own.
    ///
    /// - Throws: `ImportError` that names what is missing or misplaced.
    func check(fileName: String, isIncomplete: Bool = false) throws {
        if !events.isEmpty { try checkEvents(fileName: fileName) }
        let kind = rows ?? .events
        let named = columns.map(\.field) + constants.map(\.name)
        for name in named where !Mapping.accepts(name, in: kind) {
            let near = Spelling.question(name, among: kind.fields)
            throw ImportError(
                "\"\(name)\" is no field of rows that are \(kind.rawValue)",
                hint: "\(near)Fields: \(kind.fields.joined(separator: ", "))"
            )
        }
        guard !isIncomplete, events.isEmpty, kind == .events else { return }
        for field in kind.required where !named.contains(field) {
            let own = named.filter { !Field.known.contains($0) }
            let near = Spelling.nearest(to: field, among: own).first
                .map { "You named \"\($0)\"; did you mean \(field)? " }
            throw ImportError(
                "\(fileName): no column is named for \(field)",
                hint: "\(near ?? "")Add --column \(field)=COLUMN or --set \(field)=VALUE"
            )
        }
    }

    /// What holds of one of the events that a row tells of: what is said of it goes before what is said of the row.
    func mapping(of event: RowEvent) -> Mapping {
        var result = self
        result.events = []
        let fields = Set(event.columns.map(\.field) + event.constants.map(\.name))
        result.columns = columns.filter { !fields.contains($0.field) } + event.columns
        result.constants = constants.filter { !fields.contains($0.name) } + event.constants
        let own = Set(result.columns.flatMap(\.columns))
        let others = events.flatMap(\.columns).flatMap(\.columns).filter { !own.contains($0) && !dropped.contains($0) }
        result.dropped += Set(others).sorted()
        return result
    }

    /// What it says that has a meaning for tables alone, as a word of the mapping file; nil where it says nothing of the kind.
    var onlyOfTables: String? {
        if !events.isEmpty { return "[[event]]" }
        if let map = valueMaps.first { return "[values.\(map.column)]" }
        if columns.contains(where: { !$0.others.isEmpty }) { return "a list of columns" }
        if skip != nil { return "skip" }
        return skipBelow != nil ? "skip-below" : nil
    }

    private func checkEvents(fileName: String) throws {
        guard (rows ?? .events) == .events else {
            throw ImportError(
                "\(fileName): rows that are \((rows ?? .events).rawValue) tell of no events",
                hint: "Leave out [[event]], or rows."
            )
        }
        for event in events { try mapping(of: event).check(fileName: fileName) }
    }

    private static func accepts(_ name: String, in kind: RowKind) -> Bool {
        switch kind {
        case .events: Field(named: name) != nil
        case .people: kind.fields.contains(name) || (!name.isEmpty && !name.hasPrefix("case."))
        case .records: kind.fields.contains(name)
        }
    }

    private func requireFree(_ field: String, for what: String) throws {
        let column = columns.first { $0.field == field }.map { "column \"\($0.column)\"" }
        let constant = constants.first { $0.name == field }.map { "the constant \"\($0.value)\"" }
        guard let taken = column ?? constant else { return }
        throw ImportError(
            "\(field) is given twice: by \(taken) and by \(what)",
            hint: "A field has one source. Leave one of the two out."
        )
    }

    private static func split(_ argument: String, option: String) throws -> (String, String) {
        guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex,
            argument.index(after: sign) < argument.endIndex
        else {
            throw ImportError(
                "\"\(argument)\" is not of the form \(option)",
                hint: "For example --column person=user_id"
            )
        }
        return (String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
    }
}
