internal import JourneyModel

/// Reads the traits of persons or cases into columns.
struct TraitReading {
    private let connection: OpaquePointer

    init(_ connection: OpaquePointer) throws {
        self.connection = connection
    }

    /// By name; only those that a subject has. Of ids that are one person the canonical one's value holds, else the oldest
    /// other's.
    func columns(of subject: Dimension.Subject, subjects: CodeMap) throws -> [CodedColumn] {
        let (table, key) = subject == .case ? ("case_traits", "case") : ("person_traits", "person")
        let traits = try RawStatement(
            connection,
            "SELECT id, name FROM dimensions WHERE id IN (SELECT DISTINCT trait FROM \(table)) ORDER BY name"
        )
        var columns: [CodedColumn] = []
        var maps: [CodeMap] = []
        var places: [Int64: Int] = [:]
        while try traits.step() {
            let id = traits.int(0)
            let sql = "SELECT code, value FROM dimension_values WHERE dimension = \(id) ORDER BY code"
            let map = try CodeMap.read(connection, sql)
            places[id] = columns.count
            maps.append(map)
            columns.append(
                CodedColumn(
                    name: traits.text(1),
                    values: map.names,
                    codes: [Int32](repeating: -1, count: subjects.names.count)
                )
            )
        }
        guard !columns.isEmpty else { return [] }
        let values = try RawStatement(
            connection,
            "SELECT \"\(key)\", trait, value FROM \(table) ORDER BY \"\(key)\", trait"
        )
        while try values.step() {
            let code = Int(subjects.code(values.code(0)))
            guard code >= 0, let place = places[values.int(1)], columns[place].codes[code] < 0 else { continue }
            columns[place].codes[code] = maps[place].code(values.code(2))
        }
        return columns
    }
}
