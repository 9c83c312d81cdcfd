internal import Foundation
internal import JourneyModel

extension StoreSummary {
    /// The most rejects that a summary lists.
    private static let listedRejects = 100

    /// - Throws: `RowFault` where an import is told of with numbers that it cannot have.
    static func read(_ connection: OpaquePointer, path: String) throws -> StoreSummary {
        let version = try StoreReader.version(connection)
        try TableRules.batches(version: version).audit(connection)
        let totals = try RawStatement(
            connection,
            """
            SELECT ifnull(sum(events), 0), min(first_time), (SELECT count(id) FROM cases),
              (SELECT count(id) FROM rejects)
            FROM batches
            """
        )
        _ = try totals.step()
        let dimensions = try dimensions(connection)
        func values(_ name: String) -> Int { dimensions.first { $0.name == name }?.count ?? 0 }
        let identity = try IdentityReport.read(connection)
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64
        return StoreSummary(
            events: Int(totals.int(0)),
            people: identity.personsWithEvents,
            cases: Int(totals.int(2)),
            touchpoints: values(Dimension.touchpoint),
            channels: values(Dimension.channel),
            services: values(Dimension.service),
            from: totals.optionalInt(1).map(Timestamp.init(milliseconds:)),
            to: try BatchReach.read(connection).horizon,
            dimensions: dimensions,
            sources: try sources(connection),
            rejects: try latestRejects(connection),
            rejectedTotal: Int(totals.int(3)),
            mergedIdentities: identity.merges,
            findings: try findings(connection) + sharedIDs(connection, version) + UnknownNames.read(connection)
                + UnknownPreferences.read(connection).findings,
            schemaVersion: version,
            bytes: size ?? 0,
            isDemo: try StoreReader.meta(connection, "is_demo") != 0
        )
    }

    private static func dimensions(_ connection: OpaquePointer) throws -> [Catalog.Value] {
        let statement = try RawStatement(
            connection,
            """
            SELECT d.name, (SELECT count(*) FROM dimension_values v WHERE v.dimension = d.id) AS n FROM dimensions d
            WHERE n > 0 ORDER BY d.column_name IS NULL, min(d.id, 4), d.name
            """
        )
        var dimensions: [Catalog.Value] = []
        while try statement.step() {
            dimensions.append(Catalog.Value(name: statement.text(0), count: Int(statement.int(1))))
        }
        return dimensions
    }

    /// Only where there are any: most stores have nothing to say of it.
    private static func sharedIDs(_ connection: OpaquePointer, _ version: Int) throws -> [Finding] {
        guard version >= Schema.firstWithBatchesBrought else { return [] }
        let row = try RawStatement(
            connection,
            "SELECT ifnull(sum(count), 0), (SELECT ifnull(sum(events), 0) FROM batches) FROM shared_ids"
        )
        guard try row.step(), row.int(0) > 0 else { return [] }
        return [Finding(title: .idsOfTwoSources, count: Int(row.int(0)), of: Int(row.int(1)))]
    }

    private static func sources(_ connection: OpaquePointer) throws -> [Source] {
        // With a single max(), SQLite takes the other columns from the row that has the maximum.
        let statement = try RawStatement(
            connection,
            """
            SELECT s.name, b.format, b.file, b.imported_at, max(b.id), count(*), sum(b."read"), sum(b.stored),
              sum(b.duplicates), sum(b.rejected)
            FROM batches b JOIN sources s ON s.id = b.source GROUP BY s.id ORDER BY s.name
            """
        )
        var sources: [Source] = []
        while try statement.step() {
            sources.append(
                Source(
                    name: statement.text(0),
                    format: statement.text(1),
                    read: Int(statement.int(6)),
                    stored: Int(statement.int(7)),
                    duplicates: Int(statement.int(8)),
                    rejected: Int(statement.int(9)),
                    imports: Int(statement.int(5)),
                    lastImport: Timestamp(milliseconds: statement.int(3)),
                    fileName: statement.text(2)
                )
            )
        }
        return sources
    }

    private static func latestRejects(_ connection: OpaquePointer) throws -> [RejectedRow] {
        let statement = try RawStatement(
            connection,
            """
            SELECT s.name, r.line, r.reason, r.raw
            FROM rejects r JOIN batches b ON b.id = r.batch JOIN sources s ON s.id = b.source
            ORDER BY r.batch DESC, r.line, r.id LIMIT \(listedRejects)
            """
        )
        var rows: [RejectedRow] = []
        while try statement.step() {
            rows.append(
                RejectedRow(
                    source: statement.text(0),
                    reject: Reject(
                        line: Int(statement.int(1)),
                        reason: statement.text(2),
                        raw: statement.text(3)
                    )
                )
            )
        }
        return rows
    }

    /// The data lint (D27), as the imports counted it. What takes all of them together the index says: events of one subject
    /// at one instant, days without events.
    private static func findings(_ connection: OpaquePointer) throws -> [Finding] {
        let titles: [(String, Remark)] = [
            ("without_person", .withoutPerson), ("without_case", .withoutCase),
            ("without_channel", .withoutChannel), ("without_service", .withoutService),
            ("before_1990", .before1990), ("in_future", .inFuture), ("identical", .identicalRows),
        ]
        let sums = titles.map { "ifnull(sum(\($0.0)), 0)" }.joined(separator: ", ")
        let statement = try RawStatement(connection, "SELECT ifnull(sum(events), 0), \(sums) FROM batches")
        _ = try statement.step()
        let events = Int(statement.int(0))
        return titles.enumerated().map { index, title in
            Finding(title: title.1, count: Int(statement.int(Int32(index) + 1)), of: events)
        }
    }
}
