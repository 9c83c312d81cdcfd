internal import JourneyModel
internal import Threads

/// Carries a plan out: takes away the rows, and every name and value that no row has any more.
struct Erasure {
    private let plan: ErasurePlan
    private let connection: OpaquePointer
    private let cancellation: Cancellation

    /// - Parameter connection: a database in the state that the plan is of, in a transaction.
    init(_ plan: ErasurePlan, in connection: OpaquePointer, cancellation: Cancellation) {
        self.plan = plan
        self.connection = connection
        self.cancellation = cancellation
    }

    func run() throws {
        let recount = try BatchRecount(erasing: plan.rows["events"] ?? [], in: connection)
        try forgetRows()
        for (table, rows) in plan.rows.sorted(by: { $0.key < $1.key }) {
            try forEach(rows, "DELETE FROM \(table) WHERE id = ?1")
        }
        try forEach(plan.rows["people"] ?? [], "DELETE FROM person_traits WHERE person = ?1")
        try forEach(plan.rows["cases"] ?? [], "DELETE FROM case_traits WHERE \"case\" = ?1")
        try forEach(plan.rows["events"] ?? [], "DELETE FROM event_versions WHERE event = ?1")
        for (event, batch) in plan.versions {
            let version = try RawStatement(connection, "DELETE FROM event_versions WHERE event = ?1 AND batch = ?2")
            version.bind(event, at: 1)
            version.bind(batch, at: 2)
            try version.run()
        }
        for (table, subjects) in [("person_traits", "people"), ("case_traits", "cases")] {
            let sql = "DELETE FROM earlier_traits WHERE \"table\" = '\(table)' AND subject = ?1"
            try forEach(plan.rows[subjects] ?? [], sql)
        }
        let value = try RawStatement(connection, "DELETE FROM dimension_values WHERE dimension = ?1 AND code = ?2")
        for (dimension, code) in plan.values {
            value.bind(dimension, at: 1)
            value.bind(code, at: 2)
            try value.runKeepingBindings()
        }
        try recount.apply()
        try forEach(plan.eventless, "UPDATE people SET in_events = 0 WHERE id = ?1")
        try StoreHistory.record(.erase, in: connection)
    }

    /// The keys stay, so that the same file does not bring the rows back; but of no key it can be said any more whose row
    /// it was, and a later row may have the number.
    private func forgetRows() throws {
        var erased: [String: Set<Int64>] = [:]
        for kind in RecordKind.tables(of: Schema.version) { erased[kind.name] = Set(plan.rows[kind.name] ?? []) }
        erased["person_traits"] = Set(plan.rows["people"] ?? [])
        let keys = try RawStatement(connection, #"SELECT "key", "table", row FROM record_keys"#)
        var unlinked: [Int64] = []
        while try keys.step() {
            if erased[keys.text(1)]?.contains(keys.int(2)) == true { unlinked.append(keys.int(0)) }
        }
        try forEach(unlinked, #"UPDATE record_keys SET row = 0 WHERE "key" = ?1"#)
    }

    /// Runs `sql` with each number.
    private func forEach(_ numbers: [Int64], _ sql: String) throws {
        let statement = try RawStatement(connection, sql)
        for (index, number) in numbers.enumerated() {
            if index & 0xFFF == 0 { try cancellation.check() }
            statement.bind(number, at: 1)
            try statement.runKeepingBindings()
        }
    }
}
