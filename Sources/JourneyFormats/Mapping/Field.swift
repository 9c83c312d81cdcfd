import JourneyModel

/// What a column, or a constant, says of an event.
public enum Field: Hashable, Sendable {
    case person, caseID, session, eventID
    case time, end, recorded
    case sequence, cost, duration
    /// A dimension of the event: touchpoint, channel, service … or one of the user's own.
    case dimension(String)
    /// A trait by its full name, `person.NAME` or `case.NAME`.
    case trait(String)

    /// The field that `name` means on the command line and in a mapping file; nil for an empty name.
    public init?(named name: String) {
        if let field = Field.fixed[name] {
            self = field
        } else if Dimension.subject(of: name) != .event {
            guard let dot = name.firstIndex(of: "."), name.index(after: dot) < name.endIndex else { return nil }
            self = .trait(name)
        } else if !name.isEmpty {
            self = .dimension(name)
        } else {
            return nil
        }
    }

    private static let fixed: [String: Field] = [
        "person": .person, "case": .caseID, "session": .session, "event_id": .eventID, "time": .time, "end": .end,
        "recorded": .recorded, "sequence": .sequence, "cost": .cost, "duration": .duration,
    ]

    /// Whether its values are names that come again and again, so that one can hold of every row.
    var isName: Bool {
        switch self {
        case .dimension, .trait: true
        default: false
        }
    }

    /// Names that are no dimension of an event, whatever a file calls its columns.
    static let reserved = Set(fixed.keys)

    /// The names that rules know, in the order of the commands guide.
    public static let known = [
        "person", "case", "time", "end", "touchpoint", "channel", "service", "outcome", "event_id", "direction", "cost",
        "duration", "purpose", "session", "variant", "recorded", "sequence",
    ]
}
