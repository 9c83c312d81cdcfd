import JourneyModel

/// What the rows of a table that nobody has described seem to be.
public enum ProposedRows: String, CaseIterable, Hashable, Sendable {
    /// One row for each thing that happened.
    case events
    /// One row for a request, with several times in it.
    case wide
    /// Messages that were sent to people: events that are outbound.
    case communications
    case preferences, consents, feedback, costs, people, aliases
    /// One row for a service or a month: numbers that were counted by others.
    case totals
    case unknown

    /// What a mapping calls them; nil where nothing can be imported.
    public var kind: RowKind? {
        switch self {
        case .events, .wide, .communications: .events
        case .preferences: .records(.preferences)
        case .consents: .records(.consents)
        case .feedback: .records(.feedback)
        case .costs: .records(.costs)
        case .people: .people
        case .aliases: .records(.aliases)
        case .totals, .unknown: nil
        }
    }

    /// What such rows are, behind "these look like".
    public var about: String {
        switch self {
        case .events: "events: one row for each thing that happened"
        case .wide: "requests with several times in a row: each time is an event"
        case .communications: "communications: messages that were sent to people"
        case .preferences: "preferences: what people asked for"
        case .consents: "consents: what people allowed or withdrew"
        case .feedback: "feedback: what people said"
        case .costs: "costs: what a service cost over a span of time"
        case .people: "people: one row for each person, with traits"
        case .aliases: "aliases: two ids of one person in a row"
        case .totals: "a table of totals: one row for a service or a month, with numbers that were counted already"
        case .unknown: "nothing that is known here"
        }
    }
}
