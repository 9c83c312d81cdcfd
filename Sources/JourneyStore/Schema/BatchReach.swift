internal import JourneyModel

/// Until when what an import brought reaches (D28): its latest event that is not later than its own recording, or than the
/// import where it has none.
enum BatchReach {
    /// For a batch of the table `batches` in a query. Most batches have no event that is later: then the last one it is.
    static let expression = """
        CASE WHEN in_future = 0 THEN last_time ELSE
          (SELECT max(time) FROM events
           WHERE id BETWEEN first_event AND last_event AND time <= ifnull(recorded, imported_at)) END
        """

    /// How far the whole store reaches.
    ///
    /// - Throws: `RowFault` where a batch says what cannot be.
    static func read(_ connection: OpaquePointer) throws -> DataReach {
        let horizon = try StoreReader.version(connection) >= Schema.firstWithDates ? "horizon" : expression
        let rows = try RawStatement(connection, "SELECT id, \(horizon), in_future, imported_at FROM batches")
        let rules = TableRules(
            "batches",
            key: [("id", .count)],
            [("horizon", .optionalTime), ("in_future", .count), ("imported_at", .time)]
        )
        var reach = DataReach()
        while try rows.step() {
            try rules.check(rows)
            let own = rows.optionalInt(1).map { Timestamp(milliseconds: $0) }
            let (later, isTooMany) = reach.later.addingReportingOverflow(Int(rows.int(2)))
            if isTooMany {
                throw RowFault(table: "batches", row: rows.int(0), "'in_future' is more than events can be")
            }
            reach.add(
                DataReach(horizon: own, later: later - reach.later, imported: Timestamp(milliseconds: rows.int(3)))
            )
        }
        return reach
    }

    /// What imports counted otherwise before version 4: groups of ties were the events after the first of each, and nobody
    /// noted how far a batch reaches.
    static func count(in connection: OpaquePointer) throws {
        try RawStatement(connection, "UPDATE batches SET horizon = \(expression)").run()
        let rows = try RawStatement(
            connection,
            "SELECT id, first_event, last_event, events, without_person < events FROM batches WHERE ties > 0"
        )
        var batches: [(id: Int64, first: Int64, last: Int64, events: Int, column: String)] = []
        while try rows.step() {
            let column = rows.int(4) != 0 ? "person" : "case"
            batches.append((rows.int(0), rows.int(1), rows.int(2), Int(rows.int(3)), column))
        }
        for batch in batches {
            let ties = try TieCounter.ties(
                in: connection,
                by: batch.column,
                from: batch.first,
                to: batch.last,
                count: batch.events
            )
            try RawStatement(connection, "UPDATE batches SET ties = \(ties) WHERE id = \(batch.id)").run()
        }
    }
}
