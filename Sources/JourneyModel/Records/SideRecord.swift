/// A record beside the events, whatever its kind.
public struct SideRecord: Hashable, Sendable {
    public let kind: RecordKind
    /// In the order of the kind's fields, and as many.
    public private(set) var values: [RecordValue]

    /// What of `values` is missing at the end is none.
    public init(_ kind: RecordKind, _ values: [RecordValue] = []) {
        self.kind = kind
        self.values = values
        let count = kind.fields.count
        if values.count > count { self.values.removeLast(values.count - count) }
        while self.values.count < count { self.values.append(.none) }
    }

    /// The value of a field; none where the kind has no such field.
    public subscript(field: RecordField) -> RecordValue {
        get { kind.place(of: field).map { values[$0] } ?? .none }
        set { if let place = kind.place(of: field) { values[place] = newValue } }
    }

    /// Fills in what holds where nothing was said.
    public mutating func fillIn() {
        for place in values.indices where values[place] == .none { values[place] = kind.fields[place].standard }
    }

    /// Of a person the id.
    public func text(_ field: RecordField) -> String? { if case .text(let text) = self[field] { text } else { nil } }

    public func time(_ field: RecordField) -> Timestamp? { whole(field).map(Timestamp.init(milliseconds:)) }

    public func whole(_ field: RecordField) -> Int64? { if case .whole(let value) = self[field] { value } else { nil } }

    public func real(_ field: RecordField) -> Double? { if case .real(let value) = self[field] { value } else { nil } }

    /// Nil where the text is none of the words.
    public func word<Word: RawRepresentable<String>>(_ field: RecordField) -> Word? {
        text(field).flatMap(Word.init(rawValue:))
    }
}

/// One value of a record.
public enum RecordValue: Hashable, Sendable {
    case none
    /// By code, as indexes have persons.
    case person(Int32)
    /// A text; of a record that is not in an index yet also a person's id.
    case text(String)
    /// Milliseconds, or any other whole number.
    case whole(Int64)
    case real(Double)

    public static func of(_ text: String?) -> RecordValue { text.map(RecordValue.text) ?? .none }
    public static func of(_ time: Timestamp?) -> RecordValue { time.map { .whole($0.milliseconds) } ?? .none }
    public static func of(_ number: Double?) -> RecordValue { number.map(RecordValue.real) ?? .none }
}

/// The records of one kind as a type of their own, for those who make or read them one by one.
public protocol TypedRecord: Hashable, Sendable {
    static var kind: RecordKind { get }

    /// Nil where `record` is of another kind, or lacks what it must have.
    init?(_ record: SideRecord)

    /// In the order of the kind's fields.
    var values: [RecordValue] { get }
}

extension TypedRecord {
    public var record: SideRecord { SideRecord(Self.kind, values) }
}
