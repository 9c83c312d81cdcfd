public import JourneyModel
import Spelling

/// Which column of a table is which field, and how its values are to be read. Made from a mapping file, from command-line
/// arguments, or both: what is said later overrules.
public struct Mapping: Hashable, Sendable {
    public struct Assignment: Hashable, Sendable {
        public var field: String
        public var column: String

        public init(field: String, column: String) {
            self.field = field
            self.column = column
        }
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
    /// What times without a zone are in; a name that `Zone.named` takes.
    public var zone: String?
    /// A name that `TimeFormat(named:)` takes; nil: found from a sample of the column.
    public var timeFormat: String?
    public var roles: [RoleEntry] = []
    public var channelKinds: [ChannelEntry] = []

    public init() {}

    /// Whether it says which columns or constants make the fields: without that a table cannot be imported.
    public var namesFields: Bool { !columns.isEmpty || !constants.isEmpty || (rows ?? .events) != .events }

    /// Adds what one `--column FIELD=COLUMN` says.
    ///
    /// - Throws: `ImportError` without a field or a column, or where either is taken.
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

    /// Maps `column` to `field`.
    ///
    /// - Throws: `ImportError` where either is taken.
    public mutating func add(field: String, column: String) throws {
        try requireFree(field, for: "column \"\(column)\"")
        if let other = columns.first(where: { $0.column == column }) {
            throw ImportError(
                "column \"\(column)\" is given for \(other.field) and for \(field)",
                hint: "A column feeds one field. Leave one of the two out."
            )
        }
        columns.append(Assignment(field: field, column: column))
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
        let taken = Set(other.columns.map(\.column) + other.dropped)
        result.columns = columns.filter { !fields.contains($0.field) && !taken.contains($0.column) } + other.columns
        result.constants = constants.filter { !fields.contains($0.name) } + other.constants
        let mapped = Set(other.columns.map(\.column))
        result.dropped = dropped.filter { !mapped.contains($0) } + other.dropped.filter { !dropped.contains($0) }
        result.rows = other.rows ?? rows
        result.unmapped = other.unmapped ?? unmapped
        result.missing = other.missing.isEmpty ? missing : other.missing
        result.encoding = other.encoding ?? encoding
        result.delimiter = other.delimiter ?? delimiter
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
        let kind = rows ?? .events
        let named = columns.map(\.field) + constants.map(\.name)
        for name in named where !Mapping.accepts(name, in: kind) {
            let near = Spelling.question(name, among: kind.fields)
            throw ImportError(
                "\"\(name)\" is no field of rows that are \(kind.rawValue)",
                hint: "\(near)Fields: \(kind.fields.joined(separator: ", "))"
            )
        }
        guard !isIncomplete, kind == .events else { return }
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
