internal import Threads

/// Finds the events of persons and cases, and which names are in no other event: all in one reading of the events, however
/// many are to be erased. An index of events by person would make every import slower, for the sake of something rare.
struct ErasureScan {
    /// Numbers of the events, ascending.
    private(set) var events: [Int64] = []
    private(set) var people = NameUse()
    private(set) var cases = NameUse()
    private(set) var sessions = NameUse()
    /// Values that events which stay have, by number of the dimension.
    let keptValues: [Int64: NumberSet]

    private static let rowsPerCheck = 1 << 16

    /// - Parameters:
    ///   - people: numbers of all their ids.
    ///   - progress: called now and then with the share of the events read, 0…1.
    /// - Throws: `CancellationError`.
    init(
        _ connection: OpaquePointer,
        people erasedPeople: NumberSet,
        cases erasedCases: NumberSet,
        cancellation: Cancellation,
        progress: (Double) -> Void
    ) throws {
        let dimensions = try EventScan(connection).dimensions
        let keptValues = dimensions.map { _ in NumberSet() }
        self.keptValues = Dictionary(uniqueKeysWithValues: zip(dimensions.map(\.number), keptValues))
        let last = try RawStatement(connection, "SELECT ifnull(max(id), 0) FROM events")
        let end = try last.step() ? max(1, last.int(0)) : 1
        let columns = dimensions.map { ", " + $0.column }.joined()
        let rows = try RawStatement(
            connection,
            "SELECT id, person, \"case\", session\(columns) FROM events ORDER BY id"
        )
        var untilCheck = 0
        while try rows.step() {
            untilCheck -= 1
            if untilCheck < 0 {
                untilCheck = ErasureScan.rowsPerCheck
                try cancellation.check()
                progress(Double(rows.int(0)) / Double(end))
            }
            let person = rows.number(1)
            let caseNumber = rows.number(2)
            if person > 0 && erasedPeople[Int(person)] || caseNumber > 0 && erasedCases[Int(caseNumber)] {
                events.append(rows.int(0))
                people.erase(person)
                cases.erase(caseNumber)
                sessions.erase(rows.number(3))
            } else {
                people.keep(person)
                cases.keep(caseNumber)
                sessions.keep(rows.number(3))
                for (place, kept) in keptValues.enumerated() { kept[Int(rows.number(Int32(place) + 4))] = true }
            }
        }
    }
}
