/// Counts events at the same instant as an earlier one of their subject (D1): of n events of a subject at one instant, n - 1.
struct TieCounter {
    private var lastNew: [Int64] = []
    private var lastOld: [Int32: Int64] = [:]
    private let firstNew: Int32
    private(set) var ties = 0
    /// False once a subject's events come in another order than that of time: then `ties` may be too low, and
    /// `ties(among:)` has to count.
    private(set) var isOrdered = true

    /// - Parameter firstNew: the code of the first subject that the store did not have; those are met most.
    init(firstNew: Int32) {
        self.firstNew = firstNew
    }

    mutating func add(_ subject: Int32, at time: Int64) {
        guard isOrdered, subject >= 0 else { return }
        let last: Int64
        if subject < firstNew {
            last = lastOld.updateValue(time, forKey: subject) ?? .min
        } else {
            let index = Int(subject - firstNew)
            while index >= lastNew.count { lastNew.append(.min) }
            last = lastNew[index]
            lastNew[index] = time
        }
        if last == time { ties += 1 }
        if last > time { isOrdered = false }
    }

    /// The same count, whatever the order.
    static func ties(among events: inout [(subject: Int32, time: Int64)]) -> Int {
        events.sort { $0.subject != $1.subject ? $0.subject < $1.subject : $0.time < $1.time }
        var ties = 0
        for index in events.indices.dropFirst() where events[index] == events[index - 1] { ties += 1 }
        return ties
    }
}
