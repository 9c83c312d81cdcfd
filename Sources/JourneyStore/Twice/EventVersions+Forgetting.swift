internal import JourneyModel

extension EventVersions {
    private struct Version {
        var batch: Int64
        var isTaken: Bool
        var content: String
    }

    /// Takes out what an import has said of events. Those that stay say what they would say had it never been; versions of events
    /// that go are gone. To be called while the events are as they were.
    ///
    /// - Parameter moves: the numbers that events get which are another import's now, by those that they have.
    static func forget(
        _ batch: ForgottenBatch,
        _ moves: [Int64: Int64],
        _ owners: BatchRanges,
        in connection: OpaquePointer,
        tick: () throws -> Void
    ) throws {
        var events: [Int64: [Version]] = [:]
        let rows = try RawStatement(
            connection,
            """
            SELECT event, batch, is_taken, content FROM event_versions
            WHERE event IN (SELECT event FROM event_versions WHERE batch = ?1) OR event >= ?2 AND event < ?3
            ORDER BY event, batch
            """
        )
        rows.bind(batch.number, at: 1)
        rows.bind(batch.events.lowerBound, at: 2)
        rows.bind(batch.events.upperBound, at: 3)
        while try rows.step() {
            events[rows.int(0), default: []].append(
                Version(batch: rows.int(1), isTaken: rows.int(2) != 0, content: rows.text(3))
            )
        }
        guard !events.isEmpty else { return }
        let deletion = try RawStatement(connection, "DELETE FROM event_versions WHERE event = ?1")
        let insertion = try RawStatement(
            connection,
            "INSERT INTO event_versions(event, batch, is_taken, content) VALUES (?1, ?2, ?3, ?4)"
        )
        let names = NamesGiven(connection)
        for (event, all) in events.sorted(by: { $0.key < $1.key }) {
            try tick()
            deletion.bind(event, at: 1)
            try deletion.run()
            var versions = all
            var place: Int64? = event
            if batch.events.contains(event) {
                place = moves[event]
                // Who has not said anything else has said what the first did.
                if let slot = place, let heir = owners.batch(of: slot)?.number {
                    if let own = versions.firstIndex(where: { $0.batch == heir }) {
                        versions[own].isTaken = true
                    } else if let first = versions.firstIndex(where: { $0.batch == batch.number }) {
                        versions[first].batch = heir
                    }
                }
            }
            guard let place else { continue }
            versions = versions.filter { $0.batch != batch.number }.sorted { $0.batch < $1.batch }
            guard let said = versions.last(where: \.isTaken) else { continue }
            try take(EventVersion.read(said.content, event: event), event, names, connection)
            if Set(versions.map(\.content)).count < 2 { continue }
            for version in versions {
                insertion.bind(place, at: 1)
                insertion.bind(version.batch, at: 2)
                insertion.bind(Int64(version.isTaken ? 1 : 0), at: 3)
                insertion.bind(version.content, at: 4)
                try insertion.run()
            }
        }
    }

    private static func take(
        _ version: EventVersion,
        _ event: Int64,
        _ names: NamesGiven,
        _ connection: OpaquePointer
    ) throws {
        let content = EventContent(
            time: version.time,
            end: version.end,
            recorded: version.recorded,
            sequence: version.sequence,
            duration: version.duration,
            cost: version.cost,
            person: try names.number(version.person, in: "people"),
            caseID: try names.number(version.caseID, in: "cases"),
            session: try names.number(version.session, in: "sessions"),
            attributes: version.attributes,
            dimensions: try version.dimensions.map { try names.value($0.value, of: $0.key) }
        )
        try EventContentTable(connection).set(content, of: event)
    }
}
