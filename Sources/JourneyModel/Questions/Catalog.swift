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
    /// First and last event; nil in an empty store.
    public var first: Timestamp?
    public var last: Timestamp?
    /// H of the definitions.
    public var horizon: Timestamp?
    /// Touchpoint, channel and service first, then the others by name; traits last.
    public var dimensions: [DimensionSummary]
    /// Touchpoints by the part they play in a service, as the mapping declared (D12).
    public var roles: [TouchpointRole: [String]]
    public var isDemo: Bool

    public init(
        events: Int,
        people: Int,
        cases: Int,
        sessions: Int,
        first: Timestamp?,
        last: Timestamp?,
        horizon: Timestamp?,
        dimensions: [DimensionSummary],
        roles: [TouchpointRole: [String]] = [:],
        isDemo: Bool = false
    ) {
        self.events = events
        self.people = people
        self.cases = cases
        self.sessions = sessions
        self.first = first
        self.last = last
        self.horizon = horizon
        self.dimensions = dimensions
        self.roles = roles
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

/// The part that a touchpoint plays in its service (D12); a mapping file's `[roles]` table declares it.
public enum TouchpointRole: String, CaseIterable, Codable, Hashable, Sendable {
    /// Information without a transaction (D24, I1).
    case information
    /// The service's start point: the only one that counts as a start (D12).
    case start
    /// What is done between start and submission (D18).
    case step
    /// Where it is handed in: what decides the transaction's channel (D13).
    case submit
    /// An end page where the service did what it should (D12).
    case end
    /// An error page (D12).
    case failure
    /// A contact with staff (D18): where a service declares one, only these are.
    case contact
}
