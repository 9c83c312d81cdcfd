import JourneyModel

/// Cases whose events do not all belong to one person, where a store knows persons: those of several persons, and those
/// with events of nobody. All other cases lie among the events of their person.
struct ScatteredCases: Sendable {
    /// One event.
    struct Place: Sendable {
        /// Position in the index.
        let row: Int
        let person: Int32
        let caseID: Int32
    }

    /// Case by case, each in the order of D1.
    let cases: [ArraySlice<Place>]
    /// By the code of a person of such a case: where its events lie.
    let people: [Int32: Range<Int>]
    /// Bits by case.
    private let bits: [UInt64]

    var isEmpty: Bool { cases.isEmpty }

    @inline(__always)
    func contains(_ caseID: Int32) -> Bool {
        !bits.isEmpty && bits[Int(caseID) >> 6] >> UInt64(caseID & 63) & 1 != 0
    }

    /// - Throws: `CancellationError`.
    init(_ bench: Workbench) throws {
        let live = LiveEvents(bench)
        let caseID = live.projection.events.caseID
        guard live.projection.unit == .person, caseID.width > 0 else {
            (cases, people, bits) = ([], [:], [])
            return
        }
        let bits = try ScatteredCases.find(live, caseID, cases: bench.source.cases)
        guard bits.contains(where: { $0 != 0 }) else {
            (cases, people, self.bits) = ([], [:], [])
            return
        }
        self.bits = bits
        let (places, people) = try ScatteredCases.collect(live, caseID, bits)
        self.people = people
        cases = ScatteredCases.grouped(places, bench.source)
    }

    /// Bits of the cases that are scattered.
    private static func find(_ live: LiveEvents, _ caseID: CodeColumn, cases: Int) throws -> [UInt64] {
        let unseen: Int32 = -1
        var owner = Array(repeating: unseen, count: cases)
        var bits = Array(repeating: UInt64(0), count: (cases + 63) / 64)
        for subject in 0..<live.projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            for index in live.projection.range(of: subject) where caseID[index] >= 0 {
                let code = Int(caseID[index])
                if owner[code] == unseen { owner[code] = Int32(subject) }
                if owner[code] != Int32(subject) { bits[code >> 6] |= 1 << UInt64(code & 63) }
            }
        }
        for range in live.loose {
            for index in range where caseID[index] >= 0 {
                let code = Int(caseID[index])
                bits[code >> 6] |= 1 << UInt64(code & 63)
            }
        }
        return bits
    }

    private static func collect(
        _ live: LiveEvents,
        _ caseID: CodeColumn,
        _ bits: [UInt64]
    ) throws -> (places: [Place], people: [Int32: Range<Int>]) {
        var places: [Place] = []
        var people: [Int32: Range<Int>] = [:]
        func take(_ range: Range<Int>, of person: Int32) {
            for index in range where caseID[index] >= 0 {
                let code = caseID[index]
                guard bits[Int(code) >> 6] >> UInt64(code & 63) & 1 != 0 else { continue }
                places.append(Place(row: index, person: person, caseID: code))
            }
        }
        let projection = live.projection
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            let (range, before) = (projection.range(of: subject), places.count)
            take(range, of: projection.subjectCode[subject])
            if places.count > before { people[projection.subjectCode[subject]] = range }
        }
        for range in live.loose { take(range, of: -1) }
        return (places, people)
    }

    /// By case, then as D1 has it: time, sequence, number.
    private static func grouped(_ places: [Place], _ source: EventSource) -> [ArraySlice<Place>] {
        let time = source.time
        let sequence = source.image.values(.sequence, as: Int64.self)
        let number = source.numbers
        let sorted = places.sorted { left, right in
            if left.caseID != right.caseID { return left.caseID < right.caseID }
            if time[left.row] != time[right.row] { return time[left.row] < time[right.row] }
            if let sequence, sequence[left.row] != sequence[right.row] {
                return sequence[left.row] < sequence[right.row]
            }
            return number(left.row) < number(right.row)
        }
        var cases: [ArraySlice<Place>] = []
        var first = 0
        for index in sorted.indices where index + 1 == sorted.count || sorted[index + 1].caseID != sorted[index].caseID
        {
            cases.append(sorted[first...index])
            first = index + 1
        }
        return cases
    }
}
