/// Rows of records grouped by person, each person's in the order of time, then of their import. It takes a bit a person, and
/// a number a row: the records themselves stay where they lie.
struct PersonRows: Sendable {
    /// Persons with rows, in order, and where the rows of each begin.
    private let people: [Int32]
    private let starts: [Int32]
    private let rows: [Int32]
    /// By person: whether there are any.
    private let bits: [UInt64]
    /// By word of `bits`: persons with rows before it.
    private let ranks: [Int32]

    /// - Parameters:
    ///   - chosen: rows, in the order of their import; those of nobody are left out.
    ///   - person: of a row; -1 for nobody.
    init(_ chosen: [Int32], person: (Int32) -> Int32, time: Column<Int64>) {
        let persons = chosen.map(person)
        // Counted, not compared: persons are small numbers.
        var next = [Int32](repeating: 0, count: Int(persons.max() ?? -1) + 2)
        for person in persons where person >= 0 { next[Int(person) + 1] += 1 }
        var (people, starts): ([Int32], [Int32]) = ([], [])
        var bits = Array(repeating: UInt64(0), count: next.count / 64 + 1)
        for person in next.indices.dropLast() {
            if next[person + 1] > 0 {
                people.append(Int32(person))
                starts.append(next[person])
                bits[person >> 6] |= 1 << UInt64(person & 63)
            }
            next[person + 1] += next[person]
        }
        let count = next.last ?? 0
        starts.append(count)
        var rows = [Int32](repeating: 0, count: Int(count))
        for (row, person) in zip(chosen, persons) where person >= 0 {
            rows[Int(next[Int(person)])] = row
            next[Int(person)] += 1
        }
        PersonRows.sortByTime(&rows, starts, time)
        var ranks: [Int32] = []
        var rank: Int32 = 0
        for word in bits {
            ranks.append(rank)
            rank += Int32(word.nonzeroBitCount)
        }
        (self.people, self.starts, self.rows, self.bits, self.ranks) = (people, starts, rows, bits, ranks)
    }

    /// Most come in that order already, so look before sorting.
    private static func sortByTime(_ rows: inout [Int32], _ starts: [Int32], _ time: Column<Int64>) {
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            (time[Int(left)], left) < (time[Int(right)], right)
        }
        rows.withUnsafeMutableBufferPointer { rows in
            for place in starts.indices.dropLast() {
                let range = Int(starts[place])..<Int(starts[place + 1])
                let isSorted = range.dropFirst().allSatisfy { precedes(rows[$0 - 1], rows[$0]) }
                if !isSorted { rows[range].sort(by: precedes) }
            }
        }
    }

    /// Whether `person` has rows.
    @inline(__always)
    func has(_ person: Int32) -> Bool {
        let word = Int(person) >> 6
        return person >= 0 && word < bits.count && bits[word] >> UInt64(person & 63) & 1 != 0
    }

    subscript(person: Int32) -> ArraySlice<Int32> {
        guard has(person) else { return [] }
        let word = Int(person) >> 6
        let before = bits[word] & (1 << UInt64(person & 63) - 1)
        return rows(at: Int(ranks[word]) + before.nonzeroBitCount)
    }

    private func rows(at place: Int) -> ArraySlice<Int32> { rows[Int(starts[place])..<Int(starts[place + 1])] }

    /// Calls `body` with each person who has rows, and these, in the order of persons.
    func forEach(_ body: (Int32, ArraySlice<Int32>) -> Void) {
        for (place, person) in people.enumerated() { body(person, rows(at: place)) }
    }

    var isEmpty: Bool { rows.isEmpty }
}
