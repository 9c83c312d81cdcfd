import JourneyModel

/// Completion by the groups of a trait (D21): of the transactions started in range whose 28 days are over at the horizon,
/// those completed within 28 days of their start (D12 as a cohort, so that a group's rate is a share of its own starts).
struct GroupCompletion: Sendable {
    let name: String
    let values: [String]
    private let trait: Trait
    private let isOfCases: Bool
    /// By the trait's code + 1: who has no value comes first.
    private(set) var groups: [CohortCount]
    private(set) var overall = CohortCount()
    /// By the trait's code + 1. A person has one value of a trait of persons, but may have cases with different values.
    private(set) var people: PeopleCount

    init(_ dimension: IndexedDimension, of source: EventSource) {
        name = dimension.name
        values = dimension.values
        trait = Trait(dimension, of: source)
        isOfCases = if case .case = dimension.place { true } else { false }
        groups = Array(repeating: CohortCount(), count: dimension.values.count + 1)
        people = PeopleCount(groups: groups.count)
    }

    mutating func add(_ transaction: Transaction, _ isCompletedInTime: Bool, of finder: Finder) {
        let group = group(of: transaction)
        overall.add(isCompletedInTime)
        groups[group].add(isCompletedInTime)
        people.add(finder, to: group)
    }

    /// The trait's code + 1.
    func group(of transaction: Transaction) -> Int {
        Int(trait[isOfCases ? transaction.caseID : transaction.person]) + 1
    }

    mutating func join(_ other: GroupCompletion) {
        overall.join(other.overall)
        groups.join(other.groups)
        people.join(other.people)
    }

    /// Completion of group `code` / completion of everybody else; nil where either has none to show.
    func ratio(_ code: Int) -> Double? {
        let group = groups[code]
        let rest = (started: overall.started - group.started, completed: overall.completed - group.completed)
        guard group.started > 0, rest.started > 0, rest.completed > 0 else { return nil }
        return Double(group.completed) / Double(group.started) * Double(rest.started) / Double(rest.completed)
    }
}
