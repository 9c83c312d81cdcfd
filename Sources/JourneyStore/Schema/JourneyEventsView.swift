internal import GRDB

/// The view `journey_events`: events with names instead of codes, for people who look into a store with another tool.
/// It is made anew whenever an import brings a dimension.
enum JourneyEventsView {
    /// The view's own columns; a dimension of the same name appears under its column in `events`.
    static let columns = [
        "id", "source", "event_id", "time", "time_utc", "person", "case", "session", "end_time", "recorded", "sequence",
        "duration", "cost", "attributes",
    ]

    static func create(in database: Database) throws {
        try database.execute(sql: "DROP VIEW IF EXISTS journey_events")
        var used = Set(columns)
        var selected = [
            "e.id AS id",
            """
            (SELECT s.name FROM batches b JOIN sources s ON s.id = b.source \
            WHERE b.first_event <= e.id ORDER BY b.first_event DESC LIMIT 1) AS source
            """,
            "e.event_id AS event_id", "e.time AS time",
            "strftime('%Y-%m-%dT%H:%M:%fZ', e.time / 1000.0, 'unixepoch') AS time_utc",
            "(SELECT name FROM people WHERE id = e.person) AS person",
            #"(SELECT name FROM cases WHERE id = e."case") AS "case""#,
            "(SELECT name FROM sessions WHERE id = e.session) AS session",
            "e.end_time AS end_time", "e.recorded AS recorded", "e.sequence AS sequence", "e.duration AS duration",
            "e.cost AS cost", "e.attributes AS attributes",
        ]
        guard let connection = database.sqliteConnection else { return }
        let rows = try RawStatement(
            connection,
            "SELECT id, name, column_name FROM dimensions WHERE column_name IS NOT NULL ORDER BY id"
        )
        while try rows.step() {
            try TableRules.dimensions.check(rows)
            let (id, name, column) = (rows.int(0), rows.text(1), rows.text(2))
            try DimensionColumn.check(column, of: id)
            // SQLite compares column names without regard to case.
            let label = used.insert(name.lowercased()).inserted ? name : column
            used.insert(column)
            selected.append(
                """
                (SELECT value FROM dimension_values WHERE dimension = \(id) AND code = e.\(column)) AS \(quoted(label))
                """
            )
        }
        try database.execute(
            sql: "CREATE VIEW journey_events AS SELECT \(selected.joined(separator: ", ")) FROM events e"
        )
    }

    private static func quoted(_ name: String) -> String {
        // A zero character would end the statement's text.
        let clean = name.replacing("\0", with: "\u{FFFD}")
        return "\"" + clean.replacing("\"", with: "\"\"") + "\""
    }
}
