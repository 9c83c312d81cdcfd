/// Completion by the groups of a trait, of some of the people.
public struct EquityTally: Tally {
    /// Transactions whose 28 days are over and those of them that were completed within; and the people who started them.
    public struct Group: Tally {
        public var started: Int
        public var completed: Int
        public var people: Int

        public init(started: Int = 0, completed: Int = 0, people: Int = 0) {
            self.started = started
            self.completed = completed
            self.people = people
        }

        public mutating func add(_ other: Group) {
            started += other.started
            completed += other.completed
            people += other.people
        }
    }

    public var scope: ScopeTally
    /// By the value of the trait; of those with a started transaction.
    public var groups: TallyTable<ValueName, Group>
    /// Some service has a start point.
    public var isAnyStartSeen: Bool

    public init(scope: ScopeTally, groups: TallyTable<ValueName, Group>, isAnyStartSeen: Bool) {
        self.scope = scope
        self.groups = groups
        self.isAnyStartSeen = isAnyStartSeen
    }

    public mutating func add(_ other: EquityTally) {
        scope.add(other.scope)
        groups.add(other.groups)
        isAnyStartSeen = isAnyStartSeen || other.isAnyStartSeen
    }
}
