/// Transactions whose 28 days are over, and those of them that were completed within.
struct CohortCount: Sendable {
    var started = 0
    var completed = 0

    @inline(__always)
    mutating func add(_ isCompletedInTime: Bool) {
        started += 1
        if isCompletedInTime { completed += 1 }
    }

    mutating func join(_ other: CohortCount) {
        started += other.started
        completed += other.completed
    }
}

extension [CohortCount] {
    mutating func join(_ others: [CohortCount]) {
        for index in indices { self[index].join(others[index]) }
    }
}
