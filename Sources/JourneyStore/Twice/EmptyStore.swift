internal import GRDB
internal import JourneyModel

/// Makes a store what it was before anything was imported.
enum EmptyStore {
    /// The store's own number, its history and whether it is of made-up data stay.
    static func make(in database: Database, _ connection: OpaquePointer) throws {
        let tables =
            [
                "people", "cases", "sessions", "dimension_values", "person_traits", "case_traits", "event_key_runs",
                "event_id_chunks", "record_keys", "roles", "channel_kinds", "known_rows", "event_versions",
                "earlier_traits", "shared_ids", "batches", "sources",
            ] + RecordKind.tables(of: Schema.version).map(\.name)
        for table in tables { try RawStatement(connection, "DELETE FROM \(table)").run() }
        try database.execute(sql: "DROP VIEW journey_events; DROP TABLE events")
        try database.execute(sql: Schema.eventsTable)
        try RawStatement(connection, "DELETE FROM dimensions WHERE id > \(Schema.firstDimensions.count)").run()
        try JourneyEventsView.create(in: database)
    }
}
