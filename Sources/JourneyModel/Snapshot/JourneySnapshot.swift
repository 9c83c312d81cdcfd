/// Everything in a store at one generation, in columns, as the index is built from it. Ids are dense codes from 0; -1
/// stands for "none". Persons are canonical already: alias edges are resolved (D26).
public struct JourneySnapshot: Sendable {
    /// Grows with every change of the store; equal generations hold equal data.
    public var generation: Int64
    public var events: EventTable
    public var people: SubjectTable
    public var cases: SubjectTable
    /// Names of sessions by code.
    public var sessions: [String]
    public var preferences: [PreferenceRecord]
    public var consents: [ConsentRecord]
    public var feedback: [FeedbackRecord]
    public var costs: [CostRecord]
    public var assessments: [AssessmentRecord]
    public var annotations: [AnnotationRecord]
    public var roles: [RoleDeclaration]
    /// What the mapping says of channels, before what their names suggest.
    public var channelKinds: [String: Channel.Kind]
    /// What somebody has declared; nil where nobody has.
    public var declared: Declared?
    /// Ids merged into others (D26).
    public var mergedIdentities: Int
    public var isDemo: Bool

    public struct RoleDeclaration: Codable, Hashable, Sendable {
        public var touchpoint: String
        /// Nil: every one, but for those of `except`.
        public var service: String?
        public var role: TouchpointRole
        /// Conditions on the channel under which it holds.
        public var filters: [Filter]
        /// Services that have roles of their own.
        public var except: [String]

        public init(
            touchpoint: String,
            service: String?,
            role: TouchpointRole,
            filters: [Filter] = [],
            except: [String] = []
        ) {
            self.touchpoint = touchpoint
            self.service = service
            self.role = role
            self.filters = filters
            self.except = except
        }

        /// Whether it says anything of events that name `service`; nil: none.
        public func holds(in service: String?) -> Bool {
            guard let own = self.service else { return service.map { !except.contains($0) } ?? true }
            return own == service
        }

        /// Whether it says anything of what happens on `channel`; nil: on none that is known.
        public func holds(on channel: String?) -> Bool {
            filters.allSatisfy { $0.keeps(channel) }
        }
    }

    public init(
        generation: Int64,
        events: EventTable,
        people: SubjectTable = SubjectTable(),
        cases: SubjectTable = SubjectTable(),
        sessions: [String] = [],
        preferences: [PreferenceRecord] = [],
        consents: [ConsentRecord] = [],
        feedback: [FeedbackRecord] = [],
        costs: [CostRecord] = [],
        assessments: [AssessmentRecord] = [],
        annotations: [AnnotationRecord] = [],
        roles: [RoleDeclaration] = [],
        channelKinds: [String: Channel.Kind] = [:],
        mergedIdentities: Int = 0,
        isDemo: Bool = false
    ) {
        self.generation = generation
        self.events = events
        self.people = people
        self.cases = cases
        self.sessions = sessions
        self.preferences = preferences
        self.consents = consents
        self.feedback = feedback
        self.costs = costs
        self.assessments = assessments
        self.annotations = annotations
        self.roles = roles
        self.channelKinds = channelKinds
        self.mergedIdentities = mergedIdentities
        self.isDemo = isDemo
    }
}

/// Events in the order of their import, one array a column, all of the same length (or empty where said).
public struct EventTable: Sendable {
    /// Milliseconds UTC.
    public var time: [Int64]
    /// Recorded times; empty where no event has one, else the event's own time where it has none.
    public var recorded: [Int64]
    /// Order within the source at one instant; empty where no event has one.
    public var sequence: [Int64]
    public var person: [Int32]
    public var caseID: [Int32]
    public var session: [Int32]
    /// Milliseconds; -1 for none; empty where no event has one.
    public var duration: [Int64]
    /// Not a number for none; empty where no event has one.
    public var cost: [Double]
    /// Touchpoint, channel and service are always there, in this order, then the others by name.
    public var dimensions: [CodedColumn]

    public init(
        time: [Int64] = [],
        recorded: [Int64] = [],
        sequence: [Int64] = [],
        person: [Int32] = [],
        caseID: [Int32] = [],
        session: [Int32] = [],
        duration: [Int64] = [],
        cost: [Double] = [],
        dimensions: [CodedColumn] = []
    ) {
        self.time = time
        self.recorded = recorded
        self.sequence = sequence
        self.person = person
        self.caseID = caseID
        self.session = session
        self.duration = duration
        self.cost = cost
        self.dimensions = dimensions
    }
}

/// A column of values by dictionary code.
public struct CodedColumn: Sendable {
    public var name: String
    /// The value of code i.
    public var values: [String]
    /// One a row; -1 where the row has no value.
    public var codes: [Int32]

    public init(name: String, values: [String] = [], codes: [Int32] = []) {
        self.name = name
        self.values = values
        self.codes = codes
    }
}

/// Persons or cases: their names by code, and their traits, a row each.
public struct SubjectTable: Sendable {
    public var names: [String]
    /// Trait names carry their prefix: `person.region`.
    public var traits: [CodedColumn]

    public init(names: [String] = [], traits: [CodedColumn] = []) {
        self.names = names
        self.traits = traits
    }
}
