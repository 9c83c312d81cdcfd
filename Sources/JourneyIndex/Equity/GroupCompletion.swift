import JourneyModel

/// Completion by the groups of a trait (D21): of the transactions started in range whose 28 days are over at the horizon,
/// those completed within 28 days of their start (D12 as a cohort, so that a group's rate is a share of its own starts).
struct GroupCompletion: Sendable {
    struct Count: Sendable {
        var cohort = CohortCount()
        var people = 0
    }

    /// Among whose events a transaction was found.
    enum Finder: Sendable {
        /// A person, all of whose transactions are found one after another.
        case subject(Int)
        /// A person who also has transactions elsewhere.
        case personElsewhere(Int32)
        /// Nobody: the case is a person of its own.
        case alone
    }

    private struct Membership: Hashable, Sendable {
        let person: Int32
        let group: Int32
    }

    let name: String
    let values: [String]
    private let trait: Trait
    private let isOfCases: Bool
    /// By the trait's code + 1: who has no value comes first.
    private(set) var groups: [Count]
    private(set) var overall = CohortCount()
    /// By the trait's code + 1: the subject that was counted last, + 1. A person has one value of a trait of persons, but may
    /// have cases with different values.
    private var last: [Int]
    private var elsewhere: Set<Membership> = []

    init(_ dimension: IndexedDimension, of source: EventSource) {
        name = dimension.name
        values = dimension.values
        trait = Trait(dimension, of: source)
        isOfCases = if case .case = dimension.place { true } else { false }
        groups = Array(repeating: Count(), count: dimension.values.count + 1)
        last = Array(repeating: 0, count: groups.count)
    }

    mutating func add(_ transaction: Transaction, _ isCompletedInTime: Bool, of finder: Finder) {
        let group = trait[isOfCases ? transaction.caseID : transaction.person]
        let place = Int(group) + 1
        overall.add(isCompletedInTime)
        groups[place].cohort.add(isCompletedInTime)
        switch finder {
        case .alone: groups[place].people += 1
        case .subject(let subject):
            if last[place] != subject + 1 { groups[place].people += 1 }
            last[place] = subject + 1
        case .personElsewhere(let person):
            if elsewhere.insert(Membership(person: person, group: group)).inserted { groups[place].people += 1 }
        }
    }

    mutating func join(_ other: GroupCompletion) {
        overall.join(other.overall)
        for place in groups.indices {
            groups[place].cohort.join(other.groups[place].cohort)
            groups[place].people += other.groups[place].people
        }
        for membership in other.elsewhere where !elsewhere.insert(membership).inserted {
            groups[Int(membership.group) + 1].people -= 1
        }
    }

    /// Persons (and cases of nobody) with a transaction, in all groups together.
    var people: Int { groups.reduce(0) { $0 + $1.people } }

    /// Completion of group `code` / completion of everybody else; nil where either has none to show.
    func ratio(_ code: Int) -> Double? {
        let group = groups[code].cohort
        let rest = (started: overall.started - group.started, completed: overall.completed - group.completed)
        guard group.started > 0, rest.started > 0, rest.completed > 0 else { return nil }
        return Double(group.completed) / Double(group.started) * Double(rest.started) / Double(rest.completed)
    }

    func againstRest(_ code: Int) -> RateDifference? {
        let group = groups[code].cohort
        return newcombeDifference(
            group.completed,
            of: group.started,
            minus: overall.completed - group.completed,
            of: overall.started - group.started
        )
    }
}
