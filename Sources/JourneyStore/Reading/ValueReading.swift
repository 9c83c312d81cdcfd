internal import JourneyModel

/// Reads values and traits with the store's own codes.
enum ValueReading {
    /// By code; empty texts where a code has none.
    static func values(_ connection: OpaquePointer, of dimension: Int64) throws -> [String] {
        let rows = try RawStatement(
            connection,
            "SELECT code, value FROM dimension_values WHERE dimension = ?1 ORDER BY code"
        )
        rows.bind(dimension, at: 1)
        let rules = TableRules(
            "dimension_values",
            key: [("code", .number(1...StoreLimits.highest))],
            [("value", .text)]
        )
        let own = "dimension_values WHERE dimension = \(dimension)"
        var numbers = try NameNumbers("dimension_values", own, "code", after: 0, connection)
        var values: [String] = []
        while try rows.step() {
            try rules.check(rows)
            values.append(contentsOf: repeatElement("", count: Int(try numbers.take(rows.int(0)))))
            values.append(rows.text(1))
        }
        return values
    }

    static func traits(_ connection: OpaquePointer, of subject: Dimension.Subject) throws -> [CodedColumn] {
        let (table, key) = subject == .case ? ("case_traits", "case") : ("person_traits", "person")
        let traits = try RawStatement(
            connection,
            "SELECT id, name, column_name FROM dimensions WHERE id IN (SELECT DISTINCT trait FROM \(table)) ORDER BY name"
        )
        var columns: [CodedColumn] = []
        var places: [Int64: Int] = [:]
        while try traits.step() {
            try TableRules.dimensions.check(traits)
            places[traits.int(0)] = columns.count
            columns.append(CodedColumn(name: traits.text(1), values: try values(connection, of: traits.int(0))))
        }
        guard !columns.isEmpty else { return [] }
        let limits = try StoreLimits(connection)
        let isDated = try subject == .person && StoreReader.version(connection) >= Schema.firstWithDates
        let rules = TableRules.traits(
            table,
            key,
            subject == .case ? limits.ofCase : limits.person,
            isDated: isDated
        )
        let highest = try RawStatement(connection, "SELECT max(\"\(key)\") FROM \(table)")
        _ = try highest.step()
        let subjects = min(Int(highest.int(0)), Int(subject == .case ? limits.cases : limits.people))
        for place in columns.indices { columns[place].codes = [Int32](repeating: -1, count: max(0, subjects)) }
        var identities = subject == .person ? try IdentityGraph.read(connection) : IdentityGraph()
        let members = identities.members
        // Of ids that are one person: how new what is known of them is.
        var newest: [SubjectTrait: TraitAge] = [:]
        let rows = try RawStatement(
            connection,
            "SELECT \(rules.selection) FROM \(table) ORDER BY \"\(key)\", trait"
        )
        while try rows.step() {
            try rules.check(rows)
            let code = Int(identities.canonical(rows.number(0))) - 1
            guard columns.isEmpty || code < subjects, let place = places[rows.int(1)],
                rows.int(2) <= columns[place].values.count
            else {
                throw RowFault(table: table, row: "\(rows.int(0)), \(rows.int(1))", "it has no such trait or value")
            }
            if members.contains(rows.number(0)) {
                let age = isDated ? TraitAge(batch: rows.optionalInt(3), known: rows.optionalInt(4)) : TraitAge()
                // The oldest id comes first, and of equal age it stays.
                guard newest[SubjectTrait(subject: code, trait: place)].map({ $0 < age }) ?? true else { continue }
                newest[SubjectTrait(subject: code, trait: place)] = age
            }
            columns[place].codes[code] = rows.number(2) - 1
        }
        return columns
    }
}

private struct SubjectTrait: Hashable {
    let subject: Int
    let trait: Int
}

/// How new a trait's value is: by the time since when it is known, then by the import that brought it (D26).
private struct TraitAge: Comparable {
    private let batch: Int64
    private let known: Int64

    init(batch: Int64? = nil, known: Int64? = nil) {
        self.batch = batch ?? .min
        self.known = known ?? .min
    }

    static func < (left: TraitAge, right: TraitAge) -> Bool { (left.known, left.batch) < (right.known, right.batch) }
}
