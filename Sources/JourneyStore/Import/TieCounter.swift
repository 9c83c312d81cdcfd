internal import JourneyModel

/// Counts groups of two or more events of one subject at one instant (D1): three at one instant are one group.
struct TieCounter {
    private let last = PagedArray<Int64>(missing: .min)
    /// By subject: the instant of its latest group.
    private let tied = PagedArray<Int64>(missing: .min)
    /// By subject: how far beyond the millisecond the last event was, once any was (`FineOrder`).
    private let lastFine = PagedArray<Int64>(missing: 0)
    private var hasFine = false
    private(set) var ties = 0
    /// False once a subject's events come in another order than that of time: then `ties` may be too low, and
    /// `ties(among:)` has to count.
    private(set) var isOrdered = true

    /// - Parameters:
    ///   - subjects: -1 for events without one.
    ///   - sequences: empty where no event has one.
    mutating func add(_ subjects: [Int32], _ times: [Int64], _ sequences: [Int64]) {
        guard isOrdered else { return }
        if !hasFine { hasFine = sequences.contains { FineOrder.nanoseconds(of: $0) > 0 } }
        for (index, subject) in subjects.enumerated() where subject >= 0 {
            let time = times[index]
            let last = last.address(Int(subject))
            var isSame = last.pointee == time
            if hasFine {
                let fine = sequences.isEmpty ? 0 : FineOrder.nanoseconds(of: sequences[index])
                if isSame, lastFine[Int(subject)] > fine {
                    isOrdered = false
                    return
                }
                isSame = isSame && lastFine[Int(subject)] == fine
                // A group is known by its instant, and the next one of the same millisecond is another.
                if !isSame { tied[Int(subject)] = .min }
                lastFine[Int(subject)] = fine
            }
            if last.pointee > time {
                isOrdered = false
                return
            }
            if isSame, tied[Int(subject)] != time {
                ties += 1
                tied[Int(subject)] = time
            }
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
            SELECT "\(column)", time, ifnull(sequence, 0) FROM events
            WHERE id BETWEEN ?1 AND ?2 AND "\(column)" IS NOT NULL AND "\(column)" % ?3 = ?4
            """
        )
        var ties = 0
        for part in 0..<parts {
            rows.bind(first, at: 1)
            rows.bind(last, at: 2)
            rows.bind(Int64(parts), at: 3)
            rows.bind(Int64(part), at: 4)
            var events: [(subject: Int32, time: Int64, fine: Int64)] = []
            while try rows.step() {
                if let subjects, !subjects[Int(rows.code(0))] { continue }
                events.append((rows.code(0), rows.int(1), FineOrder.nanoseconds(of: rows.int(2))))
            }
            rows.rewind()
            events.sort { $0 < $1 }
            for index in events.indices.dropFirst() where events[index] == events[index - 1] {
                // The second of a group counts it.
                if index < 2 || events[index] != events[index - 2] { ties += 1 }
            }
        }
        return ties
    }

    private static let mostEvents = 8_000_000
}
