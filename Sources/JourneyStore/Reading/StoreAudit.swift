internal import JourneyModel

/// A look at every row before persons are erased: a rewriting that trusted a damaged store would leave them in, or take
/// others away.
enum StoreAudit {
    /// - Throws: `RowFault`; what SQLite says.
    static func run(_ connection: OpaquePointer) throws {
        let limits = try StoreLimits(connection)
        let scan = try EventScan(connection)
        for table in ["people", "cases", "sessions"] { try TableRules.names(table).audit(connection) }
        try TableRules.dimensions.audit(connection)
        try TableRules(
            "dimension_values",
            key: [("dimension", .number(1...1_000_000)), ("code", .number(1...StoreLimits.highest))],
            [("value", .text)]
        ).audit(connection)
        let version = try StoreReader.version(connection)
        let hasDates = version >= Schema.firstWithDates
        try TableRules.traits("person_traits", "person", limits.person, isDated: hasDates).audit(connection)
        try TableRules.traits("case_traits", "case", limits.ofCase, isDated: false).audit(connection)
        for kind in RecordKind.tables(of: version) {
            try TableRules(kind, limits).audit(connection)
        }
        try TableRules.batches(version: version).audit(connection)
        if version >= Schema.firstWithDeclared { try DeclaredText.rules.audit(connection) }
        let tooMany = try RawStatement(
            connection,
            "SELECT id, events FROM batches WHERE events > ifnull(last_event - first_event + 1, 0)"
        )
        if try tooMany.step() {
            throw RowFault(table: "batches", row: tooMany.int(0), "'events' is more than it has numbers for")
        }
        try TableRules.events(limits, scan.dimensions).audit(connection)
    }
}
