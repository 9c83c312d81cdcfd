public import JourneyModel

/// What whole journeys (D10) of some of the people say of the funnel to show first.
public struct FirstFunnelTally: Tally {
    /// The journeys of one service.
    public struct Service: Tally {
        /// Those with an event at a start point (D12).
        public var started: Int
        /// Those that are completed (D12).
        public var finished: Int
        /// By touchpoint: those that get there, and those that do and are completed.
        public var reached: TallyTable<ValueName, Int>
        public var finishing: TallyTable<ValueName, Int>

        public init(
            started: Int = 0,
            finished: Int = 0,
            reached: TallyTable<ValueName, Int> = TallyTable(),
            finishing: TallyTable<ValueName, Int> = TallyTable()
        ) {
            self.started = started
            self.finished = finished
            self.reached = reached
            self.finishing = finishing
        }

        public mutating func add(_ other: Service) {
            started += other.started
            finished += other.finished
            reached.add(other.reached)
            finishing.add(other.finishing)
        }
    }

    public var services: TallyTable<ValueName, Service>
    /// Of the journeys that are completed: by the touchpoint that completes them.
    public var ends: TallyTable<ValueName, Int>
    /// Of the others: how many end with `from`, which is the last touchpoint that is new to them, and get to `to`.
    public var others: TallyTable<NamePair, Int>
    /// What is declared of touchpoints: known to every part.
    public var roles: Set<JourneySnapshot.RoleDeclaration>
    /// The funnels that somebody has declared: one of nobody's in particular, else those of services. Known to every part.
    public var declared: [DeclaredFunnel] = []
    /// What the second round counted.
    public var details = Details()

    public init(
        services: TallyTable<ValueName, Service> = TallyTable(),
        ends: TallyTable<ValueName, Int> = TallyTable(),
        others: TallyTable<NamePair, Int> = TallyTable(),
        roles: Set<JourneySnapshot.RoleDeclaration> = []
    ) {
        self.services = services
        self.ends = ends
        self.others = others
        self.roles = roles
    }

    public mutating func add(_ other: FirstFunnelTally) {
        services.add(other.services)
        ends.add(other.ends)
        others.add(other.others)
        roles.formUnion(other.roles)
        if declared.isEmpty { declared = other.declared }
        details.add(other.details)
    }

    /// A funnel that was declared, and whose it is.
    public struct DeclaredFunnel: Codable, Hashable, Sendable {
        public var service: String?
        public var funnel: Declarations.Funnel

        public init(service: String?, funnel: Declarations.Funnel) {
            self.service = service
            self.funnel = funnel
        }
    }

    /// What is counted of each way.
    public struct Details: Tally {
        public var ways: [Route]

        public init(_ ways: [Route] = []) {
            self.ways = ways
        }

        public mutating func add(_ other: Details) {
            for (index, route) in other.ways.enumerated() {
                if index < ways.count { ways[index].add(route) } else { ways.append(route) }
            }
        }
    }

    /// Of the journeys that finish a way.
    public struct Route: Tally {
        public var finished: Int
        /// By candidate, then candidate: how many take both, the first one first; of a candidate and itself, how many take it.
        public private(set) var order: [Int]
        private var width: Int

        /// - Parameter order: of every candidate with every one.
        public init(finished: Int = 0, width: Int, order: [Int]) {
            self.finished = finished
            self.width = width
            self.order = order
        }

        func taken(_ candidate: Int) -> Int { count(candidate, before: candidate) }

        func count(_ candidate: Int, before other: Int) -> Int {
            let place = candidate * width + other
            return order.indices.contains(place) ? order[place] : 0
        }

        public mutating func add(_ other: Route) {
            finished += other.finished
            for (place, count) in other.order.enumerated() where place < order.count { order[place] += count }
        }
    }
}
