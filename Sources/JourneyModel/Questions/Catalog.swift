/// What there is to choose from.
public struct CatalogQuestion: Question {
    public typealias Answer = Catalog

    public init() {}
}

/// What a store holds, as far as choosing needs it: the values to filter and break down by, the touchpoints to make
/// funnels of, the span of time.
public struct Catalog: Answer, Codable {
    public var population: Receipt? { nil }

    public struct Value: Codable, Hashable, Sendable {
        public var name: String
        /// Events with it; for a trait, subjects with it.
        public var count: Int

        public init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    public struct DimensionSummary: Codable, Hashable, Sendable {
        public var name: String
        /// Most frequent first, then by name.
        public var values: [Value]

        public init(name: String, values: [Value]) {
            self.name = name
            self.values = values
        }
    }

    public var events: Int
    public var people: Int
    public var cases: Int
    public var sessions: Int
    /// First event, and the last up to the horizon; nil in an empty store.
    public var first: Timestamp?
    public var last: Timestamp?
    /// H of the definitions.
    public var horizon: Timestamp?
    /// Groups of events of one subject at one instant, over all sources (D1).
    public var tieGroups: Int
    /// Days in UTC from the first event (not before 1990) to the horizon, and how many of them have none (D27).
    public var days: Int
    public var daysWithoutEvents: Int
    /// Touchpoint, channel and service first, then the others by name; traits last.
    public var dimensions: [DimensionSummary]
    /// Touchpoints by the part they play in a service, as the mapping or a declaration has it (D12).
    public var roles: [TouchpointRole: [String]]
    /// What happened that readers of a chart should know, in order of time.
    public var annotations: [AnnotationRecord]
    /// What somebody has declared; nil where nobody has.
    public var declared: Declared?
    public var isDemo: Bool

    public init(
        events: Int,
        people: Int,
        cases: Int,
        sessions: Int,
        first: Timestamp?,
        last: Timestamp?,
        horizon: Timestamp?,
        tieGroups: Int = 0,
        days: Int = 0,
        daysWithoutEvents: Int = 0,
        dimensions: [DimensionSummary],
        roles: [TouchpointRole: [String]] = [:],
        annotations: [AnnotationRecord] = [],
        declared: Declared? = nil,
        isDemo: Bool = false
    ) {
        self.events = events
        self.people = people
        self.cases = cases
        self.sessions = sessions
        self.first = first
        self.last = last
        self.horizon = horizon
        self.tieGroups = tieGroups
        self.days = days
        self.daysWithoutEvents = daysWithoutEvents
        self.dimensions = dimensions
        self.roles = roles
        self.annotations = annotations
        self.declared = declared
        self.isDemo = isDemo
    }

    /// Values of the dimension `name`, most frequent first; empty where there is none.
    public func values(of name: String) -> [Value] {
        dimensions.first { $0.name == name }?.values ?? []
    }

    public var touchpoints: [Value] { values(of: Dimension.touchpoint) }
    public var channels: [Value] { values(of: Dimension.channel) }
    public var services: [Value] { values(of: Dimension.service) }

    /// The unit that a question without one counts: person where the store knows persons, else case (commands).
    public var defaultUnit: CountingUnit { people != 0 || cases == 0 ? .person : .case }
}
