/// The traits that an import's rows give to persons or cases; the last one wins.
struct TraitChanges {
    private struct Key: Hashable {
        var subject: Int32
        var trait: Int32
    }

    private var values: [Key: Int32] = [:]

    mutating func set(_ trait: Int32, of subject: Int32, to code: Int32) {
        values[Key(subject: subject, trait: trait)] = code
    }

    var isEmpty: Bool { values.isEmpty }

    /// - Parameters:
    ///   - table: `person_traits` or `case_traits`; `subject` is its first column.
    func store(in connection: OpaquePointer, table: String, subject: String, tick: () throws -> Void) throws {
        let statement = try RawStatement(
            connection,
            """
            INSERT INTO \(table)("\(subject)", trait, value) VALUES (?1, ?2, ?3)
            ON CONFLICT("\(subject)", trait) DO UPDATE SET value = excluded.value
            """
        )
        // In the order of the table, which is the order of its pages.
        let ordered = values.sorted {
            ($0.key.subject, $0.key.trait) < ($1.key.subject, $1.key.trait)
        }
        for (position, (key, code)) in ordered.enumerated() {
            if position & 0xFFF == 0 { try tick() }
            statement.bind(Int64(key.subject), at: 1)
            statement.bind(Int64(key.trait), at: 2)
            statement.bind(Int64(code), at: 3)
            try statement.runKeepingBindings()
        }
    }
}
