public import JourneyModel

/// Contacts that a better service would have avoided (D18), and what goes into their cost.
public struct ContactsTally: Tally {
    /// Of one service, on one channel.
    public struct Channel: Tally {
        /// Contacts of leaks without a cost of their own.
        public var uncosted: Int
        /// Contacts, whatever the range, in the span over which the channel's costs are shared out.
        public var contacts: Int

        public init(uncosted: Int, contacts: Int) {
            self.uncosted = uncosted
            self.contacts = contacts
        }

        public mutating func add(_ other: Channel) {
            uncosted += other.uncosted
            contacts += other.contacts
        }
    }

    public struct Service: Tally {
        /// Digital attempts begun in range; those that were lost; those of them that staff then heard of.
        public var attempts = 0
        public var lost = 0
        public var leaks = 0
        public var people = 0
        /// Contacts of leaks with a cost of their own, and what they cost together.
        public var costed = 0
        public var cost = ExactSum()
        public var channels = TallyTable<ValueName, Channel>()

        public init() {}

        public mutating func add(_ other: Service) {
            attempts += other.attempts
            lost += other.lost
            leaks += other.leaks
            people += other.people
            costed += other.costed
            cost.add(other.cost)
            channels.add(other.channels)
        }
    }

    /// What the store knows that contacts are told by.
    public struct Signs: Tally {
        public var assistedChannel: Bool
        public var start: Bool
        public var closingOutcome: Bool
        public var resolved: Bool

        public init(assistedChannel: Bool, start: Bool, closingOutcome: Bool, resolved: Bool) {
            self.assistedChannel = assistedChannel
            self.start = start
            self.closingOutcome = closingOutcome
            self.resolved = resolved
        }

        public mutating func add(_ other: Signs) {
            assistedChannel = assistedChannel || other.assistedChannel
            start = start || other.start
            closingOutcome = closingOutcome || other.closingOutcome
            resolved = resolved || other.resolved
        }
    }

    /// D18c: how long after its last digital event an attempt is given up, and a contact is still its consequence.
    public static let leakWindow: Milliseconds = 24 * .hour
    /// D18b.
    public static let repeatWindow: Milliseconds = 7 * .day

    public var scope: ScopeTally
    /// Contacts in range, by when they began.
    public var inbound: Int
    public var chases: Int
    public var repeats: Int
    /// Contacts in range that are at least one of chase, repeat and leak.
    public var avoidable: Int
    public var services: TallyTable<ValueName, Service>
    public var costs: CostTable
    /// The first instant after the range.
    public var end: Int64
    public var signs: Signs

    public init(
        scope: ScopeTally,
        inbound: Int,
        chases: Int,
        repeats: Int,
        avoidable: Int,
        services: TallyTable<ValueName, Service>,
        costs: CostTable,
        end: Int64,
        signs: Signs
    ) {
        self.scope = scope
        self.inbound = inbound
        self.chases = chases
        self.repeats = repeats
        self.avoidable = avoidable
        self.services = services
        self.costs = costs
        self.end = end
        self.signs = signs
    }

    public mutating func add(_ other: ContactsTally) {
        scope.add(other.scope)
        inbound += other.inbound
        chases += other.chases
        repeats += other.repeats
        avoidable += other.avoidable
        services.add(other.services)
        costs.add(other.costs)
        end = max(end, other.end)
        signs.add(other.signs)
    }
}
