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
        var values: [String] = []
        while try rows.step() {
            let code = Int(rows.int(0)) - 1
            values.append(contentsOf: repeatElement("", count: max(0, code - values.count)))
            values.append(rows.text(1))
        }
        return values
    }

    static func traits(_ connection: OpaquePointer, of subject: Dimension.Subject) throws -> [CodedColumn] {
        let (table, key) = subject == .case ? ("case_traits", "case") : ("person_traits", "person")
        let traits = try RawStatement(
            connection,
            "SELECT id, name FROM dimensions WHERE id IN (SELECT DISTINCT trait FROM \(table)) ORDER BY name"
        )
        var columns: [CodedColumn] = []
        var places: [Int64: Int] = [:]
        while try traits.step() {
            places[traits.int(0)] = columns.count
            columns.append(CodedColumn(name: traits.text(1), values: try values(connection, of: traits.int(0))))
        }
        guard !columns.isEmpty else { return [] }
        let highest = try RawStatement(connection, "SELECT max(\"\(key)\") FROM \(table)")
        _ = try highest.step()
        for place in columns.indices { columns[place].codes = [Int32](repeating: -1, count: Int(highest.int(0))) }
        var identities = subject == .person ? try IdentityGraph.read(connection) : IdentityGraph()
        let rows = try RawStatement(
            connection,
            "SELECT \"\(key)\", trait, value FROM \(table) ORDER BY \"\(key)\", trait"
        )
        while try rows.step() {
            let code = Int(identities.canonical(rows.number(0))) - 1
            guard code >= 0, let place = places[rows.int(1)], columns[place].codes[code] < 0 else { continue }
            columns[place].codes[code] = rows.number(2) - 1
        }
        return columns
    }
}
