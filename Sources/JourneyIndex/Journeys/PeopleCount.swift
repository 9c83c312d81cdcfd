/// Persons with a transaction, each once, in each of several groups.
struct PeopleCount: Sendable {
    private struct Membership: Hashable, Sendable {
        let finder: Finder
        let group: Int
    }

    private(set) var counts: [Int]
    /// By group: the subject that was counted last, + 1.
    private var last: [Int]
    private var elsewhere: Set<Membership> = []

    init(groups: Int) {
        counts = Array(repeating: 0, count: groups)
        last = counts
    }

    var total: Int { counts.reduce(0, +) }

    mutating func add(_ finder: Finder, to group: Int) {
        switch finder {
        case .nobody: counts[group] += 1
        case .subject(let subject):
            if last[group] != subject + 1 { counts[group] += 1 }
            last[group] = subject + 1
        case .personElsewhere, .caseElsewhere:
            if elsewhere.insert(Membership(finder: finder, group: group)).inserted { counts[group] += 1 }
        }
    }

    mutating func join(_ other: PeopleCount) {
        for group in counts.indices { counts[group] += other.counts[group] }
        for membership in other.elsewhere where !elsewhere.insert(membership).inserted {
            counts[membership.group] -= 1
        }
    }
}
