public import JourneyModel

/// What a row of a table stands for.
public enum RowKind: Hashable, Sendable {
    case events
    /// One of the kinds of records that have a table of their own in the store.
    case records(RecordKind)
    /// A person's traits, a column each.
    case people

    /// Fields that a row must have; the rest of `fields` may be missing.
    public var required: [String] {
        switch self {
        case .events: ["time", "touchpoint"]
        case .records(let kind): kind.fields.filter(\.isRequired).map(\.name)
        case .people: ["person"]
        }
    }

    /// The names of all fields that rules know, those first that a row must have. Events and people take names of the user's
    /// own besides.
    public var fields: [String] {
        switch self {
        case .events: Field.known
        case .records(let kind):
            required + kind.fields.filter { !$0.isRequired }.map(\.name) + (hasPeriod ? [RowKind.period] : [])
        case .people: required
        }
    }

    /// A month, a quarter or a year in one column, which says when the record begins and when it ends.
    static let period = "period"

    /// Whether `period` says two of its fields.
    var hasPeriod: Bool { self == .records(.costs) }

    /// `fields` and those that they say besides.
    func filled(_ fields: Set<String>) -> Set<String> {
        guard hasPeriod, fields.contains(RowKind.period) else { return fields }
        return fields.union([RecordField.costFrom.name, RecordField.costTo.name])
    }

    /// Those of `fields` that hold times.
    public var timeFields: [String] {
        switch self {
        case .events: ["time", "end", "recorded"]
        case .records(let kind): kind.fields.filter { $0.form == .time }.map(\.name)
        case .people: []
        }
    }
}

/// By the word of a mapping file.
extension RowKind: RawRepresentable, CaseIterable {
    public static let allCases: [RowKind] = [.events] + RecordKind.all.map(RowKind.records) + [.people]

    public init?(rawValue: String) {
        guard let kind = RowKind.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }

    public var rawValue: String {
        switch self {
        case .events: "events"
        case .records(let kind): kind.name
        case .people: "people"
        }
    }
}
