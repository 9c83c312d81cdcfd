/// A field of the records of one kind: what files call it, what the store calls it, and what it may hold.
///
/// Of a class, as it is handed on with every value of every row.
public final class RecordField: Sendable {
    /// What a field holds.
    public enum Form: Sendable {
        /// A person: the id as a text in files, its number in the store, its code in the index.
        case person
        /// A text; in the index its code among the texts of the field.
        case text
        /// Milliseconds.
        case time
        /// A floating-point number.
        case real
        /// A whole number.
        case whole
    }

    let kindNumber: UInt8
    /// What a mapping calls it, and a file where there is none.
    public let name: String
    /// What the store calls its column.
    public let column: String
    public let form: Form
    /// Whether a row of a file must have it.
    public let isRequired: Bool
    /// What holds where a row of a file says nothing; `none` where there is no such thing.
    public let standard: RecordValue
    /// The only texts that mean anything, as of a kind or a status; nil: any.
    public let words: [String]?
    /// Of a number, the least and the highest; nil: any.
    public let bounds: ClosedRange<Double>?
    /// What a number counts, where its name does not say so.
    public let unit: String?
    /// Whether a question asks for it: what nobody asks for, a comment or where a figure is from, is in the store alone.
    public let isIndexed: Bool
    /// What it says, for the documentation.
    public let about: String

    /// - Parameter kind: the number of the kind whose field it is.
    public init(
        _ kind: UInt8,
        _ name: String,
        column: String? = nil,
        _ form: Form,
        isRequired: Bool = false,
        standard: RecordValue = .none,
        words: [String]? = nil,
        bounds: ClosedRange<Double>? = nil,
        unit: String? = nil,
        isIndexed: Bool = true,
        _ about: String
    ) {
        kindNumber = kind
        self.name = name
        self.column = column ?? name
        self.form = form
        self.isRequired = isRequired
        self.standard = standard
        self.words = words
        self.bounds = bounds
        self.unit = unit
        self.isIndexed = isIndexed
        self.about = about
    }

    /// Whether every row of the store has it.
    public var isAlwaysThere: Bool { isRequired || standard != .none }

    /// Whether a record that is read makes no sense without it: nobody's preference, a status that there is not.
    public var isNeeded: Bool { isRequired && (form == .person || words != nil) }

    /// The kind whose field it is; nil where that is none that files bring.
    public var kind: RecordKind? { RecordKind.of(number: kindNumber) }

    /// What the store calls table and column.
    public var path: String { (kind.map { $0.name + "-" } ?? "") + column }
}

extension RecordField: Hashable {
    public static func == (left: RecordField, right: RecordField) -> Bool {
        left.kindNumber == right.kindNumber && left.name == right.name
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kindNumber)
        hasher.combine(name)
    }
}

extension RecordField {
    /// A number for indexes, from which `of(code:)` finds the same field again: the kind's, and the place among its fields.
    public var code: UInt32 {
        UInt32(kindNumber) << 8 | UInt32(kind?.place(of: self) ?? 0)
    }

    /// Nil where no field of a kind has that code.
    public static func of(code: UInt32) -> RecordField? {
        guard let number = UInt8(exactly: code >> 8), let kind = RecordKind.of(number: number),
            kind.fields.indices.contains(Int(code & 0xFF))
        else { return nil }
        return kind.fields[Int(code & 0xFF)]
    }
}
