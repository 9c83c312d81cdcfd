public import JourneyModel
public import Threads

/// What erasing somebody takes away, found by reading: of one state of the store.
public struct ErasurePlan: Sendable {
    public let request: ErasureRequest
    public let counts: ErasureCounts
    let stamp: StoreStamp
    /// Numbers of rows by table: `events`, the tables of names and those beside the events.
    let rows: [String: [Int64]]
    /// Persons who have no events any more, but other rows.
    let eventless: [Int64]
    /// Values that nothing has any more.
    let values: [(dimension: Int64, code: Int64)]
    /// What imports have said of other events that names somebody who goes.
    let versions: [(event: Int64, batch: Int64)]

    init(
        _ request: ErasureRequest,
        _ connection: OpaquePointer,
        cancellation: Cancellation,
        progress: (Double) -> Void
    ) throws {
        self.request = request
        try StoreAudit.run(connection)
        stamp = try StoreHistory.stamp(connection)
        let subjects = try ErasedSubjects(request, connection)
        let scan = try ErasureScan(
            connection,
            people: subjects.people,
            cases: subjects.cases,
            cancellation: cancellation,
            progress: progress
        )
        var rows: [String: [Int64]] = ["events": scan.events]
        // Persons that stay, and are in more than events.
        let recorded = NumberSet()
        // Tables whose rows are found by the number of a person.
        let tables = RecordKind.tables(of: try StoreReader.version(connection)).filter { !$0.personColumns.isEmpty }
        for kind in tables {
            rows[kind.name] = try ErasurePlan.rows(of: kind, subjects.people, recorded, connection)
        }
        let personTraits = try ErasedTraits("person_traits", "person", of: subjects.people, connection) {
            recorded[Int($0)] = true
        }
        // Whose last event goes with a case is known no more, unless something else is known of them.
        let left = scan.people.lost.filter { !subjects.people[Int($0)] }
        eventless = left.filter { recorded[Int($0)] }
        rows["people"] = subjects.peopleNumbers + left.filter { !recorded[Int($0)] }
        let cases = Set(subjects.caseNumbers + scan.cases.lost).sorted()
        rows["cases"] = cases
        rows["sessions"] = scan.sessions.lost
        let caseTraits = try ErasedTraits("case_traits", "case", of: NumberSet(cases), connection) { _ in }
        values = try ErasurePlan.values(
            besides: [scan.keptValues, personTraits.keptValues, caseTraits.keptValues],
            connection
        )
        let names =
            try ErasurePlan.names("people", subjects.peopleNumbers, connection)
            + ErasurePlan.names("cases", cases, connection)
        versions = try ErasurePlan.versions(naming: NameSearch(names), connection)
        rows["rejects"] = try ErasurePlan.rejects(naming: NameSearch(names), connection)
        self.rows = rows
        func table(_ name: String) -> ErasureCounts.Table {
            ErasureCounts.Table(name: name, rows: rows[name]?.count ?? 0)
        }
        counts = ErasureCounts(
            persons: subjects.persons,
            ids: subjects.peopleNumbers.count,
            cases: subjects.caseNumbers.count,
            tables: ["events", "people", "cases", "sessions"].map(table) + [
                ErasureCounts.Table(name: "person_traits", rows: personTraits.count),
                ErasureCounts.Table(name: "case_traits", rows: caseTraits.count),
                ErasureCounts.Table(name: "dimension_values", rows: values.count),
            ] + (tables.map(\.name) + [RecordKind.rejects.name]).map(table)
        )
    }

    /// - Parameter recorded: is given the persons of the rows that stay.
    private static func rows(
        of kind: RecordKind,
        _ people: NumberSet,
        _ recorded: NumberSet,
        _ connection: OpaquePointer
    ) throws -> [Int64] {
        let columns = kind.personColumns
        let selection = (["id"] + columns).joined(separator: ", ")
        let statement = try RawStatement(connection, "SELECT \(selection) FROM \(kind.name) ORDER BY id")
        var rows: [Int64] = []
        while try statement.step() {
            let numbers = columns.indices.map { Int(statement.number(Int32($0) + 1)) }.filter { $0 > 0 }
            if numbers.contains(where: { people[$0] }) {
                rows.append(statement.int(0))
            } else {
                for number in numbers { recorded[number] = true }
            }
        }
        return rows
    }

    private static func names(_ table: String, _ numbers: [Int64], _ connection: OpaquePointer) throws -> [String] {
        let name = try RawStatement(connection, "SELECT name FROM \(table) WHERE id = ?1")
        return try numbers.compactMap { number in
            name.bind(number, at: 1)
            defer { name.rewind() }
            return try name.step() ? name.text(0) : nil
        }
    }

    /// Every value that is none of those kept: of a trait that was changed, the store still has the earlier value.
    private static func values(
        besides kept: [[Int64: NumberSet]],
        _ connection: OpaquePointer
    ) throws -> [(dimension: Int64, code: Int64)] {
        let kept = kept.reduce(into: [:]) { all, more in all.merge(more) { first, _ in first } }
        let rows = try RawStatement(connection, "SELECT dimension, code FROM dimension_values")
        var values: [(dimension: Int64, code: Int64)] = []
        while try rows.step() {
            if kept[rows.int(0)]?[Int(rows.int(1))] != true { values.append((rows.int(0), rows.int(1))) }
        }
        return values
    }

    private static func versions(
        naming names: NameSearch,
        _ connection: OpaquePointer
    ) throws -> [(event: Int64, batch: Int64)] {
        guard try StoreReader.version(connection) >= Schema.firstWithBatchesBrought else { return [] }
        let rows = try RawStatement(
            connection,
            "SELECT event, batch, content FROM event_versions ORDER BY event, batch"
        )
        var versions: [(event: Int64, batch: Int64)] = []
        while try rows.step() {
            if rows.withText(2, names.isFound(in:)) { versions.append((rows.int(0), rows.int(1))) }
        }
        return versions
    }

    /// Rejected rows that have one of the names, in the row itself or in what is said of it.
    private static func rejects(naming names: NameSearch, _ connection: OpaquePointer) throws -> [Int64] {
        let rejects = try RawStatement(connection, "SELECT id, raw, reason FROM rejects ORDER BY id")
        var rows: [Int64] = []
        while try rejects.step() {
            if rejects.withText(1, names.isFound(in:)) || rejects.withText(2, names.isFound(in:)) {
                rows.append(rejects.int(0))
            }
        }
        return rows
    }
}

extension NumberSet {
    convenience init(_ numbers: [Int64]) {
        self.init()
        for number in numbers { self[Int(number)] = true }
    }
}

extension StoreReader {
    /// What erasing would take away; nothing is changed.
    ///
    /// - Parameters:
    ///   - cancellation: asked now and then.
    ///   - progress: called now and then with the share of the events read, 0…1.
    /// - Throws: `ErasureError` where the store does not know one of them; `StoreError`; `CancellationError`.
    public func plan(
        erasing request: ErasureRequest,
        cancellation: Cancellation = .never,
        progress: (Double) -> Void = { _ in }
    ) throws -> ErasurePlan {
        try read { try ErasurePlan(request, $0, cancellation: cancellation, progress: progress) }
    }
}
