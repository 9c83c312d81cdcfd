/// A JSON text as a value. Keys keep the order in which they were written, so that two runs over the same data give the
/// same bytes and a person finds the counts before the details; `JSONEncoder` can only sort them.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// What is not finite is written as null: JSON has no such numbers.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public var key: String
        public var value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    public init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension JSONValue {
    /// The number, or null for none.
    static func number(orNull number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }
    static func integer(orNull number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
    static func string(orNull text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// This object with the members of `other` that it does not have after its own; only objects have members to add.
    func adding(_ other: JSONValue) -> JSONValue {
        guard case .object(let first) = self, case .object(let second) = other else { return self }
        return .object(first + second.filter { new in !first.contains { $0.key == new.key } })
    }
}
