import JourneyModel
import Tallies

/// Completion by the groups of a trait (D21): of the transactions started in range whose 28 days are over at the horizon,
/// those completed within 28 days of their start (D12 as a cohort, so that a group's rate is a share of its own starts).
struct GroupCompletion: Sendable {
    let name: String
    let values: [String]
    private let trait: Trait
    private let isOfCases: Bool
    /// By the trait's code + 1: who has no value comes first.
    private(set) var groups: [CohortCount]
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
        groups[group].add(isCompletedInTime)
        people.add(finder, to: group)
    }

    /// The trait's code + 1.
    func group(of transaction: Transaction) -> Int {
        Int(trait[isOfCases ? transaction.caseID : transaction.person]) + 1
    }

    mutating func join(_ other: GroupCompletion) {
        groups.add(other.groups)
        people.join(other.people)
    }
}
