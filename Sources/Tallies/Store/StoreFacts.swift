public import JourneyModel

/// What is true of a store as a whole, and what whoever counts a part of its people must know before: until when anything is
/// known, what there is to name, what the events of a service mean. Made of what each part says of itself; what is declared of
/// touchpoints and channels, and of nobody, is known to every part.
public struct StoreFacts: Tally {
    public var reach: DataReach
    /// The first event of all.
    public var begins: Timestamp?
    /// Of the events that a scope's filters and as-of time keep, whatever its range, the first and the last.
    public var first: Timestamp?
    public var last: Timestamp?
    public var hasEvents: Bool
    /// Units, of persons, cases and what was asked for, of which the store has any.
    public var counted: Set<CountingUnit>
    /// The values of each dimension of events, trait of persons and trait of cases, by its name.
    public var eventValues: [String: Set<String>]
    public var personTraits: [String: Set<String>]
    public var caseTraits: [String: Set<String>]
    public var roles: Set<JourneySnapshot.RoleDeclaration>
    public var channelKinds: [String: Channel.Kind]
    public var services: ServiceFacts
    /// Whether anything belongs to a case.
    public var hasCases = false
    /// What services cost: figures of cost begin and end where it says.
    public var costs = CostTable()
    public var sides = SideFacts()

    public init(
        reach: DataReach = DataReach(),
        first: Timestamp? = nil,
        last: Timestamp? = nil,
        hasEvents: Bool = false,
        counted: Set<CountingUnit> = [],
        eventValues: [String: Set<String>] = [:],
        personTraits: [String: Set<String>] = [:],
        caseTraits: [String: Set<String>] = [:],
        roles: Set<JourneySnapshot.RoleDeclaration> = [],
        channelKinds: [String: Channel.Kind] = [:],
        services: ServiceFacts = ServiceFacts()
    ) {
        self.reach = reach
        self.first = first
        self.last = last
        self.hasEvents = hasEvents
        self.counted = counted
        self.eventValues = eventValues
        self.personTraits = personTraits
        self.caseTraits = caseTraits
        self.roles = roles
        self.channelKinds = channelKinds
        self.services = services
    }

    /// The unit that is counted where a question names none: persons where any event has one, else cases.
    public var unit: CountingUnit { counted.contains(.case) && !counted.contains(.person) ? .case : .person }

    public mutating func add(_ other: StoreFacts) {
        reach.add(other.reach)
        begins = begins.lesser(other.begins)
        first = first.lesser(other.first)
        last = last.greater(other.last)
        hasEvents = hasEvents || other.hasEvents
        counted.formUnion(other.counted)
        eventValues.merge(other.eventValues) { $0.union($1) }
        personTraits.merge(other.personTraits) { $0.union($1) }
        caseTraits.merge(other.caseTraits) { $0.union($1) }
        roles.formUnion(other.roles)
        channelKinds.merge(other.channelKinds) { first, _ in first }
        services.add(other.services)
        hasCases = hasCases || other.hasCases
        costs.add(other.costs)
        sides.add(other.sides)
    }
}
