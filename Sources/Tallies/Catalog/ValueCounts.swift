public import JourneyModel

/// How often each value of a dimension occurs, those that do not left out. A list and no table: of some traits nearly every
/// person has a value of its own.
public struct ValueCounts: Hashable, Sendable {
    /// By name.
    public private(set) var values: [Catalog.Value]

    public init(_ values: [Catalog.Value] = []) {
        self.values = values.filter { $0.count > 0 }.sorted { ValueName($0.name) < ValueName($1.name) }
    }

    /// Most frequent first, then by name.
    public var ranked: [Catalog.Value] {
        values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

extension ValueCounts: Tally {
    public mutating func add(_ other: ValueCounts) {
        var both: [Catalog.Value] = []
        both.reserveCapacity(max(values.count, other.values.count))
        var (left, right) = (values[...], other.values[...])
        while let own = left.first, let others = right.first {
            let (name, otherName) = (ValueName(own.name), ValueName(others.name))
            both.append(otherName < name ? others : own)
            if name == otherName { both[both.count - 1].count += others.count }
            if !(otherName < name) { left.removeFirst() }
            if !(name < otherName) { right.removeFirst() }
        }
        values = both + left + right
    }
}

extension ValueCounts: Codable {
    public init(from decoder: any Decoder) throws { self.init(try [Catalog.Value](from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
}
