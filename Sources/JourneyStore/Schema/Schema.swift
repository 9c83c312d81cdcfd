internal import GRDB
internal import JourneyModel

/// The store's tables. docs/STORE.md says what each table and column holds; a test holds both together.
///
/// The tables of records are made as `RecordKind` has them. The version stands in SQLite's `user_version` and grows by one with each migration. A migration that has been
/// published is never changed: another one is added.
enum Schema {
    static let version = 5
    /// The oldest version that can be read without being brought up to date.
    static let oldestReadable = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 events, people, preferences and imports") { database in
            try database.execute(sql: imports + subjects + events + RecordKind.sql(version: 1) + declarations)
            try database.execute(sql: "PRAGMA application_id = \(StoreHeader.applicationID)")
            try database.execute(
                sql: "INSERT INTO meta(key, value) VALUES ('generation', 0), ('is_demo', 0)"
            )
            for (id, name) in firstDimensions {
                try database.execute(
                    sql: "INSERT INTO dimensions(id, name, column_name) VALUES (?, ?, ?)",
                    arguments: [id, name, name]
                )
            }
            try JourneyEventsView.create(in: database)
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2 runs of event keys, and the history of changes") { database in
            try database.execute(sql: keysAndHistory)
            guard let connection = database.sqliteConnection else { return }
            try StoredKeyWriter.convertTable(in: connection)
            try database.execute(sql: "DROP TABLE event_keys")
            try StoreHistory.begin(in: connection)
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3 ids that are numbers, and indexes of names") { database in
            try database.execute(sql: numberedIDs + namesWithoutIndex)
            for table in namedTables { try database.execute(sql: NameIndex.sql(table)) }
            try JourneyEventsView.create(in: database)
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4 since when traits are known, and how far each import reaches") { database in
            try database.execute(sql: datedTraits + horizons)
            guard let connection = database.sqliteConnection else { return }
            try BatchReach.count(in: connection)
            try database.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5 what imports brought, and what is declared of the data") { database in
            try addWhatBatchesBrought(to: database)
            try addDeclared(to: database)
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        return migrator
    }

    /// Makes the tables of a store of `version`, in an empty database: what the migrations come to, without their data. In
    /// place of the view, whose text depends on the data, there is another one.
    static func sql(version: Int) -> String {
        let view = "CREATE VIEW journey_events AS SELECT 1;\n"
        var sql = "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);\n"
        sql += imports + subjects + events + RecordKind.sql(version: 1) + declarations + view
        if version >= 2 { sql += keysAndHistory + "DROP TABLE event_keys;\n" }
        if version >= 3 {
            sql += numberedIDs + namesWithoutIndex + view
            sql += namedTables.map { NameIndex.sql($0) + ";\n" }.joined()
        }
        if version >= firstWithDates { sql += datedTraits + horizons }
        if version >= firstWithBatchesBrought { sql += batchesBrought }
        if version >= firstWithDeclared { sql += declared }
        return sql
    }

    /// From this version on a trait of a person says since when it is known, and an import how far it reaches.
    static let firstWithDates = 4

    /// From this version on a store holds what somebody has declared of its data, with its history.
    static let firstWithDeclared = 5

    private static func addDeclared(to database: Database) throws {
        try database.execute(sql: declared)
    }

    private static let declared = """
        CREATE TABLE declarations(
          generation INTEGER PRIMARY KEY, time INTEGER NOT NULL, who TEXT, text TEXT NOT NULL);

        """
    /// From this version on it is kept what each import brought.
    static let firstWithBatchesBrought = 5

    private static let namedTables = ["people", "cases", "sessions"]

    /// Always there, in this order: a snapshot's first columns.
    static let firstDimensions: [(id: Int32, name: String)] = [(1, "touchpoint"), (2, "channel"), (3, "service")]

    private static let imports = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;

        CREATE TABLE sources(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

        CREATE TABLE batches(
          id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources(id),
          format TEXT NOT NULL, file TEXT, imported_at INTEGER NOT NULL,
          "read" INTEGER NOT NULL, stored INTEGER NOT NULL, duplicates INTEGER NOT NULL,
          rejected INTEGER NOT NULL, skipped INTEGER NOT NULL,
          first_event INTEGER, last_event INTEGER, events INTEGER NOT NULL,
          first_time INTEGER, last_time INTEGER,
          identical INTEGER NOT NULL, ties INTEGER NOT NULL,
          without_person INTEGER NOT NULL, without_case INTEGER NOT NULL,
          without_channel INTEGER NOT NULL, without_service INTEGER NOT NULL,
          before_1990 INTEGER NOT NULL, in_future INTEGER NOT NULL);
        CREATE INDEX batches_by_first_event ON batches(first_event);

        CREATE TABLE rejects(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          line INTEGER NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL);
        CREATE INDEX rejects_by_batch ON rejects(batch);

        """

    private static let subjects = """
        CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, in_events INTEGER NOT NULL);
        CREATE TABLE cases(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE sessions(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

        CREATE TABLE dimensions(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, column_name TEXT);
        CREATE TABLE dimension_values(
          dimension INTEGER NOT NULL REFERENCES dimensions(id), code INTEGER NOT NULL, value TEXT NOT NULL,
          PRIMARY KEY(dimension, code)) WITHOUT ROWID;
        CREATE UNIQUE INDEX dimension_values_by_value ON dimension_values(dimension, value);

        CREATE TABLE person_traits(
          person INTEGER NOT NULL REFERENCES people(id), trait INTEGER NOT NULL REFERENCES dimensions(id),
          value INTEGER NOT NULL, PRIMARY KEY(person, trait)) WITHOUT ROWID;
        CREATE TABLE case_traits(
          "case" INTEGER NOT NULL REFERENCES cases(id), trait INTEGER NOT NULL REFERENCES dimensions(id),
          value INTEGER NOT NULL, PRIMARY KEY("case", trait)) WITHOUT ROWID;

        """

    private static let events =
        eventsTable + """
            CREATE TABLE event_keys("key" INTEGER PRIMARY KEY, mark INTEGER NOT NULL, event INTEGER NOT NULL);

            """

    /// Without the columns of further dimensions.
    static let eventsTable = """
        CREATE TABLE events(
          id INTEGER PRIMARY KEY, event_id, time INTEGER NOT NULL,
          person INTEGER REFERENCES people(id), "case" INTEGER REFERENCES cases(id),
          session INTEGER REFERENCES sessions(id),
          touchpoint INTEGER, channel INTEGER, service INTEGER,
          end_time INTEGER, recorded INTEGER, sequence INTEGER, duration INTEGER, cost REAL, attributes TEXT);

        """

    private static let keysAndHistory = """
        CREATE TABLE event_key_runs(
          run INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, keys BLOB NOT NULL,
          PRIMARY KEY(run, first)) WITHOUT ROWID;
        CREATE TABLE changes(
          generation INTEGER PRIMARY KEY, state INTEGER NOT NULL, kind TEXT NOT NULL, last_event INTEGER NOT NULL);

        """

    /// Sources from before have their numbers among the hashed keys.
    private static let numberedIDs = """
        CREATE TABLE event_id_chunks(
          source INTEGER NOT NULL REFERENCES sources(id), chunk INTEGER NOT NULL, count INTEGER NOT NULL,
          form TEXT NOT NULL, members BLOB NOT NULL, PRIMARY KEY(source, chunk)) WITHOUT ROWID;
        ALTER TABLE sources ADD COLUMN hashed_numbers INTEGER NOT NULL DEFAULT 0;
        UPDATE sources SET hashed_numbers = 1;

        """

    /// The tables of names again, without the index that SQLite makes for UNIQUE and never lets go of. The view would not
    /// let a table that it reads be renamed.
    private static let namesWithoutIndex = """
        DROP VIEW journey_events;
        CREATE TABLE new_people(id INTEGER PRIMARY KEY, name TEXT NOT NULL, in_events INTEGER NOT NULL);
        INSERT INTO new_people SELECT id, name, in_events FROM people;
        DROP TABLE people;
        ALTER TABLE new_people RENAME TO people;
        CREATE TABLE new_cases(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO new_cases SELECT id, name FROM cases;
        DROP TABLE cases;
        ALTER TABLE new_cases RENAME TO cases;
        CREATE TABLE new_sessions(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO new_sessions SELECT id, name FROM sessions;
        DROP TABLE sessions;
        ALTER TABLE new_sessions RENAME TO sessions;

        """

    /// Traits from before have neither.
    private static let datedTraits = """
        ALTER TABLE person_traits ADD COLUMN batch INTEGER;
        ALTER TABLE person_traits ADD COLUMN known INTEGER;

        """

    private static let horizons = """
        ALTER TABLE batches ADD COLUMN horizon INTEGER;

        """

    private static let declarations = """
        CREATE TABLE roles(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          touchpoint TEXT NOT NULL, service TEXT, role TEXT NOT NULL);
        CREATE UNIQUE INDEX roles_by_touchpoint ON roles(touchpoint, ifnull(service, ''));
        CREATE TABLE channel_kinds(
          channel TEXT PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          kind TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE record_keys(
          "key" INTEGER PRIMARY KEY, mark INTEGER NOT NULL, "table" TEXT NOT NULL, row INTEGER NOT NULL);

        """
}
