public import JourneyModel

/// A row that an import could not store, with where it came from.
public struct StoredReject: Hashable, Sendable {
    public var source: String
    public var file: String?
    public var importedAt: Timestamp
    public var reject: Reject

    static func read(_ connection: OpaquePointer, source: String?, offset: Int, limit: Int) throws -> [StoredReject] {
        let statement = try RawStatement(
            connection,
            """
            SELECT s.name, b.file, b.imported_at, r.line, r.reason, r.raw, r.id
            FROM rejects r JOIN batches b ON b.id = r.batch JOIN sources s ON s.id = b.source
            WHERE ?1 IS NULL OR s.name = ?1 ORDER BY r.batch, r.line, r.id LIMIT ?2 OFFSET ?3
            """
        )
        if let source { statement.bind(source, at: 1) }
        statement.bind(Int64(max(0, limit)), at: 2)
        statement.bind(Int64(max(0, offset)), at: 3)
        var rejects: [StoredReject] = []
        while try statement.step() {
            guard ValueRule.times.contains(statement.int(2)) else {
                throw RowFault(table: "rejects", row: statement.int(6), "its import's time is \(statement.int(2))")
            }
            rejects.append(
                StoredReject(
                    source: statement.text(0),
                    file: statement.optionalText(1),
                    importedAt: Timestamp(milliseconds: statement.int(2)),
                    reject: Reject(
                        line: Int(statement.int(3)),
                        reason: statement.text(4),
                        raw: statement.text(5)
                    )
                )
            )
        }
        return rejects
    }
}
