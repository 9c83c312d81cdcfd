/// What one subject of an analysis is.
public enum CountingUnit: String, CaseIterable, Codable, Hashable, Sendable {
    case person
    case `case`
    case session
    /// In a funnel, every attempt of a person (entry policy "every", D2); elsewhere the journey of D10: one person and
    /// one service until 28 days without an event.
    case attempt
}

/// A condition on a dimension: one of the values (`region=north,south`), or none of them (`region!=north`).
public struct Filter: Codable, Hashable, Sendable {
    /// A dimension of events (`channel`), or a trait (`person.region`, `case.priority`).
    public var dimension: String
    /// At least one; `Dimension.notSet` matches a missing value.
    public var values: [String]
    public var isNegated: Bool

    public init(dimension: String, values: [String], isNegated: Bool = false) {
        self.dimension = dimension
        self.values = values
        self.isNegated = isNegated
    }

    /// Whether something that has `value` stays; nil: it has none.
    public func keeps(_ value: String?) -> Bool { values.contains(value ?? Dimension.notSet) != isNegated }

    /// The form of the command line: `channel=web,app` or `channel!=post`; what is special has a backslash before it.
    public var text: String {
        let list = values.map { escaped($0, #"\,"#) }.joined(separator: ",")
        return escaped(dimension, #"\="#) + (isNegated ? "!=" : "=") + list
    }
}

/// What a question is about; every question carries one, and a screen's header shows it.
public struct Scope: Codable, Hashable, Sendable {
    public var range: TimeRange
    /// All must hold. A filter on an event's dimension keeps events; one on a trait keeps subjects (commands).
    public var filters: [Filter]
    /// Nil: person where the store knows persons, else case.
    public var unit: CountingUnit?
    /// Only what was known then counts, and the data horizon is no later (D28).
    public var asOf: Timestamp?
    /// For days and months.
    public var zone: Zone

    public init(
        range: TimeRange = .all,
        filters: [Filter] = [],
        unit: CountingUnit? = nil,
        asOf: Timestamp? = nil,
        zone: Zone = .utc
    ) {
        self.range = range
        self.filters = filters
        self.unit = unit
        self.asOf = asOf
        self.zone = zone
    }

    /// H of the definitions where the data reach to `data`: the as-of time moves it earlier (D28).
    public func horizon(of data: Timestamp?) -> Timestamp? {
        guard let asOf else { return data }
        return data.map { min($0, asOf) }
    }
}
