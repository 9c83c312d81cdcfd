internal import JourneyModel

extension StoreSummary {
    static func read(_ connection: OpaquePointer) throws -> StoreSummary {
        let totals = try RawStatement(
            connection,
            """
            SELECT ifnull(sum(events), 0), min(first_time), max(last_time), ifnull(sum(without_person), 0),
              ifnull(sum(without_case), 0), ifnull(sum(without_channel), 0), ifnull(sum(without_service), 0),
              ifnull(sum(before_1990), 0), ifnull(sum(in_future), 0), ifnull(sum(identical), 0), ifnull(sum(ties), 0)
            FROM batches
            """
        )
        _ = try totals.step()
        let lint = Lint(
            withoutPerson: Int(totals.int(3)),
            withoutCase: Int(totals.int(4)),
            withoutChannel: Int(totals.int(5)),
            withoutService: Int(totals.int(6)),
            before1990: Int(totals.int(7)),
            inFuture: Int(totals.int(8)),
            identicalRows: Int(totals.int(9)),
            ties: Int(totals.int(10))
        )
        let dimensions = try dimensions(connection)
        func values(_ name: String) -> Int { dimensions.first { $0.name == name }?.values ?? 0 }
        let (identity, people) = try identity(connection)
        return StoreSummary(
            generation: try StoreReader.meta(connection, "generation"),
            isDemo: try StoreReader.meta(connection, "is_demo") != 0,
            events: Int(totals.int(0)),
            people: people,
            cases: try count(connection, "SELECT count(*) FROM cases"),
            touchpoints: values(JourneyModel.Dimension.touchpoint),
            channels: values(JourneyModel.Dimension.channel),
            services: values(JourneyModel.Dimension.service),
            from: totals.optionalInt(1).map(Timestamp.init(milliseconds:)),
            to: totals.optionalInt(2).map(Timestamp.init(milliseconds:)),
            dimensions: dimensions,
            sources: try sources(connection),
            rejects: try count(connection, "SELECT count(*) FROM rejects"),
            identity: identity,
            lint: lint
        )
    }

    private static func count(_ connection: OpaquePointer, _ sql: String) throws -> Int {
        let statement = try RawStatement(connection, sql)
        return try statement.step() ? Int(statement.int(0)) : 0
    }

    private static func dimensions(_ connection: OpaquePointer) throws -> [Dimension] {
        let statement = try RawStatement(
            connection,
            """
            SELECT d.name, (SELECT count(*) FROM dimension_values v WHERE v.dimension = d.id) AS n FROM dimensions d
            WHERE n > 0 ORDER BY d.column_name IS NULL, min(d.id, 4), d.name
            """
        )
        var dimensions: [Dimension] = []
        while try statement.step() {
            dimensions.append(Dimension(name: statement.text(0), values: Int(statement.int(1))))
        }
        return dimensions
    }

    private static func sources(_ connection: OpaquePointer) throws -> [Source] {
        // With max(), SQLite takes the other columns from the row that has the maximum.
        let statement = try RawStatement(
            connection,
            """
            SELECT s.name, b.format, b.file, b.imported_at, max(b.id), count(*), sum(b."read"), sum(b.stored),
              sum(b.duplicates), sum(b.rejected), sum(b.skipped)
            FROM batches b JOIN sources s ON s.id = b.source GROUP BY s.id ORDER BY s.name
            """
        )
        var sources: [Source] = []
        while try statement.step() {
            sources.append(
                Source(
                    name: statement.text(0),
                    format: statement.text(1),
                    file: statement.optionalText(2),
                    lastImport: Timestamp(milliseconds: statement.int(3)),
                    imports: Int(statement.int(5)),
                    read: Int(statement.int(6)),
                    stored: Int(statement.int(7)),
                    duplicates: Int(statement.int(8)),
                    rejected: Int(statement.int(9)),
                    skipped: Int(statement.int(10))
                )
            )
        }
        return sources
    }

    /// The identity report, and the number of persons that have events.
    private static func identity(_ connection: OpaquePointer) throws -> (Identity, people: Int) {
        let ids = try count(connection, "SELECT count(*) FROM people")
        var people = try count(connection, "SELECT count(*) FROM people WHERE in_events = 1")
        var graph = try IdentityGraph.read(connection)
        // Of the ids in events, those of one person count once.
        let statement = try RawStatement(connection, "SELECT in_events FROM people WHERE id = ?1")
        var seen: Set<Int32> = []
        for id in graph.members {
            statement.bind(Int64(id), at: 1)
            defer { statement.rewind() }
            guard try statement.step(), statement.int(0) == 1 else { continue }
            if !seen.insert(graph.canonical(id)).inserted { people -= 1 }
        }
        let merges = graph.merged.count
        return (Identity(ids: ids, persons: ids - merges, merges: merges), people)
    }
}
