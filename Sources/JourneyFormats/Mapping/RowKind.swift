import JourneyModel

/// What a row of a table stands for.
public enum RowKind: String, CaseIterable, Hashable, Sendable {
    case events, preferences, consents, feedback, costs, people, aliases

    /// Fields that a row must have; the rest of `fields` may be missing.
    public var required: [String] {
        switch self {
        case .events: ["time", "touchpoint"]
        case .preferences: ["person", "time", "kind", "purpose"]
        case .consents: ["person", "time", "status", "purpose"]
        case .feedback: ["time"]
        case .costs: ["service", "amount", "currency", "from", "to"]
        case .people: ["person"]
        case .aliases: ["alias", "person", "time"]
        }
    }

    /// The names of all fields that rules know. Events and people take names of the user's own besides.
    public var fields: [String] {
        switch self {
        case .events: Field.known
        case .preferences: required + ["service", "value", "rank"]
        case .consents: required + ["channel", "until", "basis"]
        case .feedback:
            required + ["person", "service", "channel", "touchpoint", "outcome", "score", "scale", "comment"]
        case .costs: required + ["channel", "source"]
        case .people: required
        case .aliases: required + ["reason"]
        }
    }

    /// Those of `fields` that hold times.
    public var timeFields: [String] {
        self == .events
            ? ["time", "end", "recorded"] : fields.filter { ["time", "until", "from", "to"].contains($0) }
    }
}
