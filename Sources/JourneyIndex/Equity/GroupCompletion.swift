import JourneyModel

/// Completion by the groups of a trait (D21): of the transactions started in range whose 28 days are over at the horizon,
/// those completed within 28 days of their start (D12 as a cohort, so that a group's rate is a share of its own starts).
struct GroupCompletion: Sendable {
    struct Count: Sendable {
        var started = 0
        var completed = 0
        var people = 0
    }

    let values: [String]
    /// By the trait's code + 1: who has no value comes first.
    private(set) var groups: [Count]
    private(set) var overall = Count()

    init(_ trait: Trait, isOfCases: Bool, cohort: [Transaction], people: Int) {
        values = trait.values
        groups = Array(repeating: Count(), count: trait.values.count + 1)
        // A person has one value of a trait of persons, but may have cases with different values.
        var seen = Array(repeating: false, count: isOfCases ? 0 : people)
        var seenInGroup: Set<Int64> = []
        for transaction in cohort {
            let code = Int(trait[isOfCases ? transaction.caseID : transaction.person])
            let person = Int(transaction.person)
            let isNew: Bool
            if !isOfCases, person >= 0 {
                isNew = !seen[person]
                seen[person] = true
            } else {
                let who = person >= 0 ? person : people + Int(transaction.caseID)
                isNew = seenInGroup.insert(Int64(who) << 20 | Int64(code + 1)).inserted
            }
            GroupCompletion.add(transaction, isNew, to: &groups[code + 1])
            GroupCompletion.add(transaction, isNew, to: &overall)
        }
    }

    private static func add(_ transaction: Transaction, _ isNew: Bool, to count: inout Count) {
        count.started += 1
        if transaction.isCompletedInTime { count.completed += 1 }
        if isNew { count.people += 1 }
    }

    /// Completion of group `code` / completion of everybody else; nil where either has none to show.
    func ratio(_ code: Int) -> Double? {
        let group = groups[code]
        let rest = (started: overall.started - group.started, completed: overall.completed - group.completed)
        guard group.started > 0, rest.started > 0, rest.completed > 0 else { return nil }
        return Double(group.completed) / Double(group.started) * Double(rest.started) / Double(rest.completed)
    }

    func againstRest(_ code: Int) -> RateDifference? {
        let group = groups[code]
        return newcombeDifference(
            group.completed,
            of: group.started,
            minus: overall.completed - group.completed,
            of: overall.started - group.started
        )
    }
}

extension TransactionLedger {
    /// Transactions started in `range` whose 28 days are over at `horizon`.
    func cohort(in range: ClosedRange<Int64>?, horizon: Timestamp?) -> [Transaction] {
        guard let range else { return [] }
        return transactions.filter { transaction in
            transaction.started.map(range.contains) ?? false && transaction.isMature(at: horizon)
        }
    }
}
