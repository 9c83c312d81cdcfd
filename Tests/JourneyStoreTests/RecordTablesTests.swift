import JourneyModel
import Testing

@testable import JourneyStore

/// The tables of records are made as the kinds say, and a migration that has been published stays as it is.
@Suite struct RecordTablesTests {
    /// As version 1 has made them ever since.
    private static let published = """
        CREATE TABLE aliases(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          alias INTEGER NOT NULL REFERENCES people(id), person INTEGER NOT NULL REFERENCES people(id),
          time INTEGER NOT NULL, reason TEXT NOT NULL);
        CREATE TABLE preferences(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          person INTEGER NOT NULL REFERENCES people(id), time INTEGER NOT NULL, kind TEXT NOT NULL,
          purpose TEXT NOT NULL, service TEXT, value TEXT, rank INTEGER NOT NULL);
        CREATE TABLE consents(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          person INTEGER NOT NULL REFERENCES people(id), time INTEGER NOT NULL, status TEXT NOT NULL,
          purpose TEXT NOT NULL, channel TEXT, until INTEGER, basis TEXT);
        CREATE TABLE feedback(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          time INTEGER NOT NULL, person INTEGER REFERENCES people(id), service TEXT, channel TEXT,
          touchpoint TEXT, outcome TEXT, score REAL, scale REAL NOT NULL, comment TEXT);
        CREATE TABLE costs(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          service TEXT NOT NULL, channel TEXT, amount REAL NOT NULL, currency TEXT NOT NULL,
          valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL, source TEXT);
        CREATE TABLE assessments(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          criterion TEXT NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL, statement TEXT NOT NULL,
          owner TEXT NOT NULL, date INTEGER NOT NULL, expires INTEGER);
        CREATE TABLE annotations(
          id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches(id),
          time INTEGER NOT NULL, service TEXT, text TEXT NOT NULL);
        """

    private static func statements(_ sql: String) -> Set<String> {
        let words = sql.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        return Set(words.split(separator: "; ").map { $0.hasSuffix(";") ? String($0.dropLast()) : String($0) })
    }

    @Test func theFirstVersionsTablesAreAsPublished() {
        #expect(Self.statements(RecordKind.sql(version: 1)) == Self.statements(Self.published))
    }

    @Test func everyKindIsOfAVersionThatThereIs() {
        #expect(RecordKind.all.allSatisfy { (1...Schema.version).contains($0.since) })
        #expect(RecordKind.tables(of: Schema.version) == RecordKind.all + [.rejects])
        #expect(RecordKind.tables(of: 0).isEmpty)
        #expect(!RecordKind.all.contains(.rejects))
    }

    /// Keys of rows that older programs stored are found again: 64 bits that no change of the code may change.
    @Test func keysAreAsTheyWere() throws {
        var source = StableHash()
        source.add("s")
        var expected = source
        expected.add(3 as UInt64)
        expected.add(5 as Int64?)
        for text in [nil, "passport", nil, nil, nil] as [String?] { expected.add(text) }
        expected.add(nil as Double?)
        expected.add(7 as Double?)
        expected.add("fine" as String?)
        let record = FeedbackRecord(
            time: Timestamp(milliseconds: 5),
            service: "passport",
            score: nil,
            scale: 7,
            comment: "fine"
        )
        var copies = KeyCounts()
        let key = record.record.key(source: source, copies: &copies)
        #expect(key.place == expected.key.place && key.mark == expected.key.mark)
    }
}
