public import JourneyModel

/// What some of the people bring to what there is to choose from.
public struct CatalogTally: Tally {
    public var events: Int
    public var people: Int
    public var cases: Int
    public var sessions: Int
    public var first: Timestamp?
    public var last: Timestamp?
    public var horizon: Timestamp?
    public var tieGroups: Int
    public var days: DaysSeen
    /// By the name of the dimension or trait; also those of which no value occurs.
    public var dimensions: TallyTable<String, ValueCounts>
    public var personTraits: TallyTable<String, ValueCounts>
    public var caseTraits: TallyTable<String, ValueCounts>
    public var roles: Set<JourneySnapshot.RoleDeclaration>
    public var annotations: Set<AnnotationRecord>
    /// Known to every part.
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
        tieGroups: Int,
        days: DaysSeen,
        dimensions: TallyTable<String, ValueCounts>,
        personTraits: TallyTable<String, ValueCounts>,
        caseTraits: TallyTable<String, ValueCounts>,
        roles: Set<JourneySnapshot.RoleDeclaration>,
        annotations: Set<AnnotationRecord>,
        declared: Declared?,
        isDemo: Bool
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
        self.dimensions = dimensions
        self.personTraits = personTraits
        self.caseTraits = caseTraits
        self.roles = roles
        self.annotations = annotations
        self.declared = declared
        self.isDemo = isDemo
    }

    public mutating func add(_ other: CatalogTally) {
        events += other.events
        people += other.people
        cases += other.cases
        sessions += other.sessions
        first = first.lesser(other.first)
        last = last.greater(other.last)
        horizon = horizon.greater(other.horizon)
        tieGroups += other.tieGroups
        days.add(other.days)
        dimensions.add(other.dimensions)
        personTraits.add(other.personTraits)
        caseTraits.add(other.caseTraits)
        roles.formUnion(other.roles)
        annotations.formUnion(other.annotations)
        declared = declared ?? other.declared
        isDemo = isDemo || other.isDemo
    }
}
