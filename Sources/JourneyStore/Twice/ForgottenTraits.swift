internal import JourneyModel

/// What an import that is taken out has said of the traits of persons and cases. What was said before or after it holds again; what a
/// later import has said too, in rows that both had, is that one's.
struct ForgottenTraits {
    private struct Trait: Hashable {
        var subject: Int64
        var trait: Int64
    }

    private let batch: Int64
    private let connection: OpaquePointer
    /// By subject, the earliest import that has got an event of theirs.
    private var heirsOfPersons: [Int64: Int64] = [:]
    private var heirsOfCases: [Int64: Int64] = [:]
    /// Of rows that give a trait and nothing else.
    private var heirsOfTraits: [Trait: Int64] = [:]

    /// - Parameter events: not taken out yet.
    init(_ batch: Int64, events: ForgottenEvents, _ owners: BatchRanges, _ connection: OpaquePointer) throws {
        self.batch = batch
        self.connection = connection
        guard try isInUse() else { return }
        let row = try RawStatement(
            connection,
            "SELECT ifnull(person, 0), ifnull(\"case\", 0) FROM events WHERE id = ?1"
        )
        for (event, slot) in events.moves {
            guard let heir = owners.batch(of: slot)?.number else { continue }
            row.bind(event, at: 1)
            if try row.step() {
                heirsOfPersons[row.int(0)] = min(heir, heirsOfPersons[row.int(0)] ?? .max)
                heirsOfCases[row.int(1)] = min(heir, heirsOfCases[row.int(1)] ?? .max)
            }
            row.rewind()
        }
        let traits = try RawStatement(connection, "SELECT id FROM dimensions WHERE name LIKE 'person.%'")
        while try traits.step() {
            let trait = traits.int(0)
            let known = try KnownStretches.read(connection, table: KnownStretches.trait(trait), except: batch)
            for stretch in known {
                for person in stretch.stretch.rows {
                    let key = Trait(subject: person, trait: trait)
                    if heirsOfTraits[key] == nil { heirsOfTraits[key] = stretch.batch }
                }
            }
        }
    }

    private func isInUse() throws -> Bool {
        let row = try RawStatement(
            connection,
            """
            SELECT EXISTS (SELECT 1 FROM person_traits WHERE batch = \(batch))
              OR EXISTS (SELECT 1 FROM case_traits WHERE batch = \(batch))
              OR EXISTS (SELECT 1 FROM earlier_traits WHERE batch = \(batch))
            """
        )
        return try row.step() && row.int(0) != 0
    }

    func run(tick: () throws -> Void) throws {
        try forget("person_traits", subject: "person", known: "known", tick) {
            heirsOfTraits[$0] ?? heirsOfPersons[$0.subject]
        }
        try forget("case_traits", subject: "\"case\"", known: nil, tick) { heirsOfCases[$0.subject] }
        try forgetKeys()
    }

    private func forget(
        _ table: String,
        subject: String,
        known: String?,
        _ tick: () throws -> Void,
        heir: (Trait) -> Int64?
    ) throws {
        // What holds lies with what held before, and what is left of that holds then.
        let traits = "\"table\" = '\(table)' AND subject = ?1 AND trait = ?2"
        let rows = try RawStatement(
            connection,
            """
            SELECT \(subject), trait FROM \(table) WHERE batch = \(batch)
            UNION SELECT subject, trait FROM earlier_traits WHERE "table" = '\(table)' AND batch = \(batch)
            """
        )
        var touched: [Trait] = []
        while try rows.step() { touched.append(Trait(subject: rows.int(0), trait: rows.int(1))) }
        let put = try RawStatement(
            connection,
            """
            INSERT OR REPLACE INTO earlier_traits("table", subject, trait, batch, value, known)
            SELECT '\(table)', \(subject), trait, ifnull(batch, 0), value, \(known ?? "NULL") FROM \(table)
            WHERE \(subject) = ?1 AND trait = ?2
            """
        )
        let leave = try RawStatement(
            connection,
            "UPDATE OR IGNORE earlier_traits SET batch = ?3 WHERE \(traits) AND batch = \(batch)"
        )
        let forgotten = try RawStatement(connection, "DELETE FROM earlier_traits WHERE \(traits) AND batch = \(batch)")
        let clear = try RawStatement(connection, "DELETE FROM \(table) WHERE \(subject) = ?1 AND trait = ?2")
        let columns = "\(subject), trait, value, batch\(known.map { ", \($0)" } ?? "")"
        let take = try RawStatement(
            connection,
            """
            INSERT INTO \(table)(\(columns))
            SELECT subject, trait, value, nullif(batch, 0)\(known == nil ? "" : ", known") FROM earlier_traits
            WHERE \(traits) ORDER BY batch DESC LIMIT 1
            """
        )
        let drop = try RawStatement(
            connection,
            """
            DELETE FROM earlier_traits WHERE \(traits)
              AND batch = (SELECT max(batch) FROM earlier_traits WHERE \(traits))
            """
        )
        for (index, trait) in touched.enumerated() {
            if index & 0xFFF == 0 { try tick() }
            for statement in [put, leave, forgotten, clear, take, drop] {
                statement.bind(trait.subject, at: 1)
                statement.bind(trait.trait, at: 2)
            }
            try put.run()
            if let heir = heir(trait) {
                leave.bind(heir, at: 3)
                try leave.run()
            }
            try forgotten.run()
            try clear.run()
            try take.run()
            try drop.run()
        }
    }

    /// Of whom a later import says something too, the keys are that one's.
    private func forgetKeys() throws {
        let rows = try RawStatement(
            connection,
            #"SELECT "key", row FROM record_keys WHERE batch = \#(batch) AND "table" = 'person_traits' AND row <> 0"#
        )
        let heirs = Dictionary(heirsOfTraits.map { ($0.key.subject, $0.value) }, uniquingKeysWith: min)
        var keys: [(key: Int64, heir: Int64?)] = []
        while try rows.step() { keys.append((rows.int(0), heirs[rows.int(1)])) }
        let deletion = try RawStatement(connection, #"DELETE FROM record_keys WHERE "key" = ?1"#)
        let update = try RawStatement(connection, #"UPDATE record_keys SET batch = ?2 WHERE "key" = ?1"#)
        for entry in keys {
            let statement = entry.heir == nil ? deletion : update
            statement.bind(entry.key, at: 1)
            if let heir = entry.heir { statement.bind(heir, at: 2) }
            try statement.run()
        }
    }
}
