/// Counts events at the same instant as an earlier one of their subject (D1): of n events of a subject at one instant, n - 1.
struct TieCounter {
    private let last = PagedArray<Int64>(missing: .min)
    private(set) var ties = 0
    /// False once a subject's events come in another order than that of time: then `ties` may be too low, and
    /// `ties(among:)` has to count.
    private(set) var isOrdered = true

    /// - Parameter subjects: -1 for events without one.
    mutating func add(_ subjects: [Int32], _ times: [Int64]) {
        guard isOrdered else { return }
        for (index, subject) in subjects.enumerated() where subject >= 0 {
            let time = times[index]
            let last = last.address(Int(subject))
            if last.pointee > time {
                isOrdered = false
                return
            }
            if last.pointee == time { ties += 1 }
            last.pointee = time
        }
    }

    /// The same count for stored events, whatever their order.
    ///
    /// - Parameters:
    ///   - column: `person` or `case`.
    ///   - count: how many events are between `first` and `last`.
    ///   - subjects: numbers of those whose ties are counted; nil: everybody's.
    static func ties(
        in connection: OpaquePointer,
        by column: String,
        from first: Int64,
        to last: Int64,
        count: Int,
        among subjects: NumberSet? = nil
    ) throws -> Int {
        // So many subjects at a time that memory is bounded.
        let parts = count / mostEvents + 1
        let rows = try RawStatement(
            connection,
            """
            SELECT "\(column)", time FROM events
            WHERE id BETWEEN ?1 AND ?2 AND "\(column)" IS NOT NULL AND "\(column)" % ?3 = ?4
            """
        )
        var ties = 0
        for part in 0..<parts {
            rows.bind(first, at: 1)
            rows.bind(last, at: 2)
            rows.bind(Int64(parts), at: 3)
            rows.bind(Int64(part), at: 4)
            var events: [(subject: Int32, time: Int64)] = []
            while try rows.step() {
                if let subjects, !subjects[Int(rows.code(0))] { continue }
                events.append((rows.code(0), rows.int(1)))
            }
            rows.rewind()
            events.sort { $0.subject != $1.subject ? $0.subject < $1.subject : $0.time < $1.time }
            for index in events.indices.dropFirst() where events[index] == events[index - 1] { ties += 1 }
        }
        return ties
    }

    private static let mostEvents = 8_000_000
}
