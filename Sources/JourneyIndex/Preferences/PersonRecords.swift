/// Records grouped by person, each person's in the order of time, then of the file. It takes a bit a person and otherwise
/// only what the records take, because most persons have none.
struct PersonRecords<Record: Sendable>: Sendable {
    /// Persons with records, in order, and where the records of each begin.
    private let people: [Int32]
    private let starts: [Int32]
    private let records: [Record]
    /// By person: whether there are any.
    private let bits: [UInt64]
    /// By word of `bits`: persons with records before it.
    private let ranks: [Int32]

    init(_ entries: [(person: Int32, time: Int64, record: Record)]) {
        let order = entries.indices.sorted {
            let (a, b) = (entries[$0], entries[$1])
            return (a.person, a.time, $0) < (b.person, b.time, $1)
        }
        var people: [Int32] = []
        var starts: [Int32] = []
        for (place, index) in order.enumerated() where people.last != entries[index].person {
            people.append(entries[index].person)
            starts.append(Int32(place))
        }
        starts.append(Int32(order.count))
        var bits = Array(repeating: UInt64(0), count: people.last.map { Int($0) / 64 + 1 } ?? 0)
        for person in people { bits[Int(person) >> 6] |= 1 << UInt64(person & 63) }
        var ranks: [Int32] = []
        var rank: Int32 = 0
        for word in bits {
            ranks.append(rank)
            rank += Int32(word.nonzeroBitCount)
        }
        (self.people, self.starts, self.bits, self.ranks) = (people, starts, bits, ranks)
        records = order.map { entries[$0].record }
    }

    /// Whether `person` has records.
    @inline(__always)
    func has(_ person: Int32) -> Bool {
        let word = Int(person) >> 6
        return person >= 0 && word < bits.count && bits[word] >> UInt64(person & 63) & 1 != 0
    }

    subscript(person: Int32) -> ArraySlice<Record> {
        guard has(person) else { return [] }
        let word = Int(person) >> 6
        let before = bits[word] & (1 << UInt64(person & 63) - 1)
        let place = Int(ranks[word]) + before.nonzeroBitCount
        return records[Int(starts[place])..<Int(starts[place + 1])]
    }

    var all: [Record] { records }
    var isEmpty: Bool { records.isEmpty }
}
