internal import GRDB

extension Schema {
    /// What version 5 adds so that the same thing is known when it comes twice, and an import can be taken out again.
    static func addWhatBatchesBrought(to database: Database) throws {
        try database.execute(sql: batchesBrought)
    }

    /// Of imports from before nobody knows the bytes, and whose event a key is; sources from before know rows without an id by
    /// what the mapping made of them, and go on so.
    static let batchesBrought = """
        ALTER TABLE batches ADD COLUMN content INTEGER;
        ALTER TABLE batches ADD COLUMN bytes INTEGER;
        ALTER TABLE batches ADD COLUMN mapping INTEGER;
        ALTER TABLE batches ADD COLUMN is_again INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE batches ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE batches ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE batches ADD COLUMN updated INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE sources ADD COLUMN canonical_rows INTEGER NOT NULL DEFAULT 0;
        UPDATE sources SET canonical_rows = 1;
        ALTER TABLE event_key_runs ADD COLUMN events BLOB;
        ALTER TABLE record_keys ADD COLUMN batch INTEGER;
        ALTER TABLE case_traits ADD COLUMN batch INTEGER;
        CREATE TABLE known_rows(
          batch INTEGER NOT NULL REFERENCES batches(id), "table" TEXT NOT NULL, slot INTEGER NOT NULL,
          row INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(batch, "table", slot)) WITHOUT ROWID;
        CREATE TABLE event_versions(
          event INTEGER NOT NULL REFERENCES events(id), batch INTEGER NOT NULL REFERENCES batches(id),
          is_taken INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY(event, batch)) WITHOUT ROWID;
        CREATE TABLE earlier_traits(
          "table" TEXT NOT NULL, subject INTEGER NOT NULL, trait INTEGER NOT NULL REFERENCES dimensions(id),
          batch INTEGER NOT NULL, value INTEGER NOT NULL, known INTEGER,
          PRIMARY KEY("table", subject, trait, batch)) WITHOUT ROWID;
        CREATE TABLE shared_ids(
          batch INTEGER NOT NULL REFERENCES batches(id), source INTEGER NOT NULL REFERENCES sources(id),
          count INTEGER NOT NULL, PRIMARY KEY(batch, source)) WITHOUT ROWID;

        """
}
