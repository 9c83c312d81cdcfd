/// Names of the dimensions that rules refer to. Any other name is a dimension of the user's own: data declares
/// dimensions, code does not (architecture, "The store").
public enum Dimension {
    public static let touchpoint = "touchpoint"
    public static let channel = "channel"
    public static let service = "service"
    /// How a touchpoint ended; see `Outcome` for the values that rules know.
    public static let outcome = "outcome"
    /// `inbound` or `outbound`; see `Direction`.
    public static let direction = "direction"
    public static let purpose = "purpose"
    public static let variant = "variant"
    /// Who acted; see `Actor`.
    public static let actor = "actor"
    /// What an outbound contact's routing record cites: `preference` where it followed one (D16).
    public static let routing = "routing"
    /// `yes` where an outbound contact was tailored to the person (D22).
    public static let tailored = "tailored"
    /// `yes` where a hand-off asked again for what the person had given before (D20).
    public static let reask = "reask"
    /// Why a person got in touch (D18).
    public static let reason = "reason"

    /// A dimension of the event itself, a trait of its person (`person.NAME`) or of its case (`case.NAME`).
    public enum Subject: Codable, Hashable, Sendable { case event, person, `case` }

    /// What `name` describes, from its prefix.
    public static func subject(of name: String) -> Subject {
        if name.hasPrefix("person.") { return .person }
        if name.hasPrefix("case.") { return .case }
        return .event
    }

    /// Whether the values of `name` are what a service consists of. A value of anything else, such as a trait, can be a
    /// person's name where few have it.
    public static func namesService(_ name: String) -> Bool { [touchpoint, channel, service].contains(name) }

    /// What a value that is missing is called in a breakdown (D6).
    public static let notSet = "(not set)"
}

/// Values of the `direction` dimension.
public enum Direction {
    public static let inbound = "inbound"
    public static let outbound = "outbound"
}

/// Values of the `actor` dimension that rules know, whatever their capitals. Any other is somebody, mostly the person.
public enum Actor {
    public static let staff = "staff"
    /// An automated step (D24, P6).
    public static let system = "system"
}

/// Values of the `outcome` dimension that rules know. Other values are kept and shown as they are.
public enum Outcome {
    /// The service did what it should: `refused` and `ineligible` are completions too (D12).
    public static let completed: Set<String> = [
        "completed", "success", "granted", "refused", "ineligible", "already done",
    ]
    /// Completions that gave the person what they came for (D12, service outcome rate).
    public static let successful: Set<String> = ["completed", "success", "granted"]
    public static let failed: Set<String> = ["error", "failed", "abandoned"]
    /// Outbound contacts that did not arrive: the contact point does not work (D16, project rule).
    public static let undelivered: Set<String> = ["bounced", "undelivered", "returned"]
    /// Contacts after which nothing was left to do (D18b).
    public static let resolved = "resolved"
}
