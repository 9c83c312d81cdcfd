internal import JourneyModel
internal import Threads

/// Takes away the names and values that no row has any more.
struct NameSweep {
    private static let rowsPerCheck = 1 << 16

    private let connection: OpaquePointer
    private let cancellation: Cancellation
    private let inEvents = NumberSet()
    private let people = NumberSet()
    private let cases = NumberSet()
    private let sessions = NumberSet()

    init(_ connection: OpaquePointer, cancellation: Cancellation) {
        self.connection = connection
        self.cancellation = cancellation
    }

    /// - Parameter progress: called now and then with the share of the events read, 0…1.
    func run(_ progress: (Double) -> Void) throws {
        var values = try readEvents(progress)
        for kind in RecordKind.tables(of: Schema.version) where !kind.personColumns.isEmpty {
            let rows = try RawStatement(
                connection,
                "SELECT \(kind.personColumns.joined(separator: ", ")) FROM \(kind.name)"
            )
            while try rows.step() {
                for place in kind.personColumns.indices { people[Int(max(0, rows.number(Int32(place))))] = true }
            }
        }
        try readTraits("SELECT person, trait, value FROM person_traits", people, &values)
        try readTraits("SELECT \"case\", trait, value FROM case_traits", nil, &values)
        for (table, subjects) in [("person_traits", people as NumberSet?), ("case_traits", nil)] {
            try readTraits(
                "SELECT subject, trait, value FROM earlier_traits WHERE \"table\" = '\(table)'",
                subjects,
                &values
            )
        }
        try sweep("people", people)
        try sweep("cases", cases)
        try sweep("sessions", sessions)
        try sweepValues(values)
        try markPeople()
    }

    /// - Returns: by dimension, the values that events have.
    private func readEvents(_ progress: (Double) -> Void) throws -> [Int64: NumberSet] {
        let dimensions = try EventScan(connection).dimensions
        let values = dimensions.map { _ in NumberSet() }
        let columns = dimensions.map { ", " + $0.column }.joined()
        let last = try RawStatement(connection, "SELECT ifnull(max(id), 1) FROM events")
        _ = try last.step()
        let end = Double(max(1, last.int(0)))
        let rows = try RawStatement(connection, "SELECT id, person, \"case\", session\(columns) FROM events")
        var untilCheck = 0
        // Rows of one person often come together, and so do those of one value.
        var before = [Int32](repeating: -1, count: dimensions.count + 3)
        func see(_ column: Int32, _ set: NumberSet) {
            let number = rows.number(column)
            if number == before[Int(column) - 1] { return }
            before[Int(column) - 1] = number
            if number > 0 { set[Int(number)] = true }
        }
        while try rows.step() {
            untilCheck -= 1
            if untilCheck < 0 {
                untilCheck = NameSweep.rowsPerCheck
                try cancellation.check()
                progress(Double(rows.int(0)) / end)
            }
            see(1, inEvents)
            see(2, cases)
            see(3, sessions)
            for (place, set) in values.enumerated() { see(Int32(place) + 4, set) }
        }
        for person in 0..<inEvents.end where inEvents[person] { people[person] = true }
        return Dictionary(uniqueKeysWithValues: zip(dimensions.map(\.number), values))
    }

    private func readTraits(_ sql: String, _ subjects: NumberSet?, _ values: inout [Int64: NumberSet]) throws {
        let rows = try RawStatement(connection, sql)
        while try rows.step() {
            subjects?[Int(max(0, rows.number(0)))] = true
            let set = values[rows.int(1)] ?? NumberSet()
            set[Int(max(0, rows.number(2)))] = true
            values[rows.int(1)] = set
        }
    }

    private func sweep(_ table: String, _ kept: NumberSet) throws {
        let rows = try RawStatement(connection, "SELECT id FROM \(table)")
        var gone: [Int64] = []
        while try rows.step() { if !kept[Int(max(0, rows.number(0)))] { gone.append(rows.int(0)) } }
        let deletion = try RawStatement(connection, "DELETE FROM \(table) WHERE id = ?1")
        for (index, number) in gone.enumerated() {
            if index & 0xFFF == 0 { try cancellation.check() }
            deletion.bind(number, at: 1)
            try deletion.runKeepingBindings()
        }
        // Traits of cases that nobody has any more.
        guard table == "cases" else { return }
        for sql in [
            "DELETE FROM case_traits WHERE \"case\" NOT IN (SELECT id FROM cases)",
            "DELETE FROM earlier_traits WHERE \"table\" = 'case_traits' AND subject NOT IN (SELECT id FROM cases)",
        ] where !gone.isEmpty {
            try RawStatement(connection, sql).run()
        }
    }

    private func sweepValues(_ kept: [Int64: NumberSet]) throws {
        let rows = try RawStatement(connection, "SELECT dimension, code FROM dimension_values")
        var gone: [(dimension: Int64, code: Int64)] = []
        while try rows.step() {
            if kept[rows.int(0)]?[Int(max(0, rows.number(1)))] != true { gone.append((rows.int(0), rows.int(1))) }
        }
        let deletion = try RawStatement(connection, "DELETE FROM dimension_values WHERE dimension = ?1 AND code = ?2")
        for value in gone {
            deletion.bind(value.dimension, at: 1)
            deletion.bind(value.code, at: 2)
            try deletion.runKeepingBindings()
        }
    }

    /// Persons who have no events any more, but other rows.
    private func markPeople() throws {
        let rows = try RawStatement(connection, "SELECT id, in_events FROM people")
        var changed: [(id: Int64, isIn: Bool)] = []
        while try rows.step() {
            let isIn = inEvents[Int(max(0, rows.number(0)))]
            if isIn != (rows.int(1) != 0) { changed.append((rows.int(0), isIn)) }
        }
        let update = try RawStatement(connection, "UPDATE people SET in_events = ?2 WHERE id = ?1")
        for person in changed {
            update.bind(person.id, at: 1)
            update.bind(Int64(person.isIn ? 1 : 0), at: 2)
            try update.runKeepingBindings()
        }
    }
}
