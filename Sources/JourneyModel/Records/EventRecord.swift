/// One event as a reader hands it to the store: names, not codes. What is missing is nil, never an empty string.
public struct EventRecord: Hashable, Sendable {
    public var eventID: String?
    public var person: String?
    public var caseID: String?
    public var session: String?
    public var time: Timestamp
    public var end: Timestamp?
    /// When the fact was recorded, where the format says (D28).
    public var recorded: Timestamp?
    /// Order within its source at the same instant (D1).
    public var sequence: Int64?
    public var cost: Double?
    public var duration: Milliseconds?
    /// Dimensions of the event by name: touchpoint (always there), channel, service, and the user's own.
    public var dimensions: [NamedValue]
    /// Traits by full name, `person.NAME` or `case.NAME`.
    public var traits: [NamedValue]
    /// What is kept but is no dimension.
    public var attributes: [NamedValue]

    public init(
        eventID: String? = nil,
        person: String? = nil,
        caseID: String? = nil,
        session: String? = nil,
        time: Timestamp,
        end: Timestamp? = nil,
        recorded: Timestamp? = nil,
        sequence: Int64? = nil,
        cost: Double? = nil,
        duration: Milliseconds? = nil,
        dimensions: [NamedValue],
        traits: [NamedValue] = [],
        attributes: [NamedValue] = []
    ) {
        self.eventID = eventID
        self.person = person
        self.caseID = caseID
        self.session = session
        self.time = time
        self.end = end
        self.recorded = recorded
        self.sequence = sequence
        self.cost = cost
        self.duration = duration
        self.dimensions = dimensions
        self.traits = traits
        self.attributes = attributes
    }
}

/// A value with the name of what it is the value of.
public struct NamedValue: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A row that could not be stored, kept so that nothing is lost: it can be exported, mended and imported again.
public struct Reject: Hashable, Sendable {
    public var line: Int
    public var reason: String
    /// The row as it stood in the file.
    public var raw: String

    public init(line: Int, reason: String, raw: String) {
        self.line = line
        self.reason = reason
        self.raw = raw
    }
}
