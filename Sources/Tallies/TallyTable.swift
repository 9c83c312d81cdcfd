/// A tally of each of many things, by their names. What nobody counted is not in it.
public struct TallyTable<Key: Codable & Comparable & Hashable & Sendable, Value: Tally>: Hashable, Sendable {
    private var values: [Key: Value]

    public init(_ values: [Key: Value] = [:]) {
        self.values = values
    }

    public subscript(key: Key) -> Value? { values[key] }

    public subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
        get { values[key] ?? value() }
        set { values[key] = newValue }
    }

    public var count: Int { values.count }
    public var isEmpty: Bool { values.isEmpty }
    public var keys: Dictionary<Key, Value>.Keys { values.keys }
    /// In no order.
    public var pairs: [(key: Key, value: Value)] { values.map { ($0.key, $0.value) } }
    /// Of all of them, in no order.
    public var tallies: Dictionary<Key, Value>.Values { values.values }

    /// Adds to the tally of `key`, its first as it is.
    public mutating func add(_ value: Value, to key: Key) {
        if values[key]?.add(value) == nil { values[key] = value }
    }
}

extension TallyTable: Tally {
    public mutating func add(_ other: TallyTable) {
        guard !values.isEmpty else { return values = other.values }
        for (key, value) in other.values { add(value, to: key) }
    }
}

/// Written in the order of the keys, so that equal tables are the same bytes.
extension TallyTable: Codable {
    private struct Entry: Codable {
        var of: Key
        var tally: Value
    }

    public init(from decoder: any Decoder) throws {
        self.init()
        for entry in try [Entry](from: decoder) { add(entry.tally, to: entry.of) }
    }

    public func encode(to encoder: any Encoder) throws {
        try values.sorted { $0.key < $1.key }.map { Entry(of: $0.key, tally: $0.value) }.encode(to: encoder)
    }
}

extension Int: Tally {
    public mutating func add(_ other: Int) { self += other }
}

extension TallyTable where Value == Int {
    public var sum: Int { values.values.reduce(0, +) }
}
