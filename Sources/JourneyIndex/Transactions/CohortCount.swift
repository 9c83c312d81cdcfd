import Tallies

extension CohortCount {
    @inline(__always)
    mutating func add(_ isCompletedInTime: Bool) {
        started += 1
        if isCompletedInTime { completed += 1 }
    }
}

extension [CohortCount] {
    mutating func add(_ others: [CohortCount]) {
        for index in indices { self[index].add(others[index]) }
    }
}
