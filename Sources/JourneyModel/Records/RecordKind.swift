/// A kind of records beside the events. Everything that has to know its fields reads them here: mappings and their
/// documentation, the staging of imports, the store's tables, what is read of them, erasing, and the columns of the index.
///
/// A new kind is a file in this folder with its fields and an entry in `all`; the store's next version makes its table.
///
/// Of a class, as it is handed on with every record.
public final class RecordKind: Sendable {
    /// Stands in the keys of stores and in indexes: never changed, never given to another kind.
    public let number: UInt8
    /// What the store calls the table, and a mapping the rows.
    public let name: String
    /// The version of the store's tables that brought it.
    public let since: Int
    /// What a record says, for the documentation.
    public let about: String
    /// A new field comes last. The order is that of the table's columns, and of the hash by which equal rows are known.
    public let fields: [RecordField]
    /// What each field holds, for those who go through the values of very many records.
    public let forms: [RecordField.Form]
    /// Those that questions ask for, in their order.
    public let indexedFields: [RecordField]
    /// Looks at what a row's values say together, before what it leaves out is filled in.
    ///
    /// Returns why it is none, nil where it is one. May take away what has no meaning beside the others.
    public let settle: @Sendable (inout SideRecord) -> String?

    public init(
        _ number: UInt8,
        _ name: String,
        since: Int = 1,
        _ about: String,
        fields: [RecordField],
        settle: @escaping @Sendable (inout SideRecord) -> String? = { _ in nil }
    ) {
        self.number = number
        self.name = name
        self.since = since
        self.about = about
        self.fields = fields
        self.settle = settle
        forms = fields.map(\.form)
        indexedFields = fields.filter(\.isIndexed)
    }

    /// Every kind that a file may bring, in the order in which they are listed to people.
    public static let all: [RecordKind] = [
        .preferences, .consents, .feedback, .costs, .aliases, .assessments, .annotations,
    ]

    /// Those that questions ask of.
    public static let indexed = all.filter { !$0.indexedFields.isEmpty }

    /// Nil where there is no kind of that number.
    public static func of(number: UInt8) -> RecordKind? { all.first { $0.number == number } }

    /// Nil where there is no kind of that name.
    public static func of(name: String) -> RecordKind? { all.first { $0.name == name } }

    /// The place of a field; nil where it is none of this kind.
    public func place(of field: RecordField) -> Int? {
        // Nearly always it is the very field, and no names have to be compared.
        fields.firstIndex { $0 === field } ?? fields.firstIndex(of: field)
    }

    /// When what a record says happened or began: the first time that it must have.
    public var time: RecordField? { fields.first { $0.form == .time && $0.isRequired } }
}

extension RecordKind: Hashable {
    public static func == (left: RecordKind, right: RecordKind) -> Bool { left.number == right.number }

    public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
