internal import JourneyModel

/// Takes events that go out of what `batches` says of those that are there: how many, from when to when, and the data lint
/// (D27). What an import read, stored and rejected stays: it is history.
struct BatchRecount {
    private struct Batch {
        let number: Int64
        let first: Int64
        let last: Int64
        let importedAt: Int64
        let events: Int64
        let withoutPerson: Int64
    }

    /// What a batch loses.
    private struct Loss {
        let batch: Batch
        /// What ties are counted by: `person` where the batch has persons, else `case`.
        let subject: String
        var events: Int64 = 0
        var withoutPerson: Int64 = 0
        var withoutCase: Int64 = 0
        var withoutChannel: Int64 = 0
        var withoutService: Int64 = 0
        var before1990: Int64 = 0
        var inFuture: Int64 = 0
        /// How often each row without an id is there, by all that tells it from others.
        var rows: [String: Int64] = [:]
        /// Those whose events go, in part or all.
        let subjects = NumberSet()
        /// Ties of those, all their events still being there.
        var ties = 0
    }

    private let connection: OpaquePointer
    private var losses: [Loss] = []

    /// - Parameter events: numbers, ascending; they are still there.
    init(erasing events: [Int64], in connection: OpaquePointer) throws {
        self.connection = connection
        guard let first = events.first, let last = events.last else { return }
        var rest = events[...]
        for batch in try BatchRecount.batches(from: first, to: last, connection) {
            let own = rest.prefix { $0 <= batch.last }
            rest = rest.dropFirst(own.count)
            if !own.isEmpty { losses.append(try loss(of: own, batch)) }
        }
    }

    /// Counts what `batches` says of an import's events anew, whatever has become of them.
    static func everything(of batch: Int64, in connection: OpaquePointer) throws {
        try RawStatement(
            connection,
            """
            UPDATE batches SET (events, first_time, last_time, without_person, without_case, without_channel, without_service,
              before_1990, in_future) =
              (SELECT count(*), min(time), max(time), ifnull(sum(person IS NULL), 0), ifnull(sum("case" IS NULL), 0),
                ifnull(sum(channel IS NULL), 0), ifnull(sum(service IS NULL), 0),
                ifnull(sum(time < \(BatchCounts.earliest)), 0), ifnull(sum(time > ifnull(recorded, imported_at)), 0)
               FROM events e WHERE e.id BETWEEN first_event AND last_event)
            WHERE id = \(batch)
            """
        ).run()
        let reach = "UPDATE batches SET horizon = \(BatchReach.expression) WHERE id = \(batch)"
        try RawStatement(connection, reach).run()
        let row = try RawStatement(
            connection,
            """
            SELECT first_event, last_event, events, without_person < events FROM batches
            WHERE id = \(batch) AND first_event IS NOT NULL
            """
        )
        guard try row.step() else { return }
        let ties = try TieCounter.ties(
            in: connection,
            by: row.int(3) != 0 ? "person" : "case",
            from: row.int(0),
            to: row.int(1),
            count: Int(row.int(2))
        )
        try RawStatement(connection, "UPDATE batches SET ties = \(ties) WHERE id = \(batch)").run()
    }

    private static func batches(from first: Int64, to last: Int64, _ connection: OpaquePointer) throws -> [Batch] {
        let rows = try RawStatement(
            connection,
            """
            SELECT id, first_event, last_event, imported_at, events, without_person FROM batches
            WHERE last_event >= ?1 AND first_event <= ?2 ORDER BY first_event
            """
        )
        rows.bind(first, at: 1)
        rows.bind(last, at: 2)
        var batches: [Batch] = []
        while try rows.step() {
            batches.append(
                Batch(
                    number: rows.int(0),
                    first: rows.int(1),
                    last: rows.int(2),
                    importedAt: rows.int(3),
                    events: rows.int(4),
                    withoutPerson: rows.int(5)
                )
            )
        }
        return batches
    }

    private func loss(of own: ArraySlice<Int64>, _ batch: Batch) throws -> Loss {
        var loss = Loss(batch: batch, subject: batch.events > batch.withoutPerson ? "person" : "case")
        // All that two rows without an id may differ in (CanonicalRow).
        let row = try TableColumn.all(of: "events", connection).map(\.name)
            .filter { !["id", "event_id", "sequence"].contains($0) }
            .map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
        let rows = try RawStatement(
            connection,
            """
            SELECT person IS NULL, "case" IS NULL, channel IS NULL, service IS NULL, time < \(BatchCounts.earliest),
              time > ifnull(recorded, \(batch.importedAt)), "\(loss.subject)", CASE WHEN event_id IS NULL THEN \(row) END
            FROM events WHERE id = ?1
            """
        )
        for number in own {
            rows.bind(number, at: 1)
            defer { rows.rewind() }
            guard try rows.step() else { continue }
            loss.events += 1
            loss.withoutPerson += rows.int(0)
            loss.withoutCase += rows.int(1)
            loss.withoutChannel += rows.int(2)
            loss.withoutService += rows.int(3)
            loss.before1990 += rows.int(4)
            loss.inFuture += rows.int(5)
            if rows.number(6) > 0 { loss.subjects[Int(rows.number(6))] = true }
            if let row = rows.optionalText(7) { loss.rows[row, default: 0] += 1 }
        }
        loss.ties = try ties(of: loss)
        return loss
    }

    private func ties(of loss: Loss) throws -> Int {
        try TieCounter.ties(
            in: connection,
            by: loss.subject,
            from: loss.batch.first,
            to: loss.batch.last,
            count: Int(loss.events),
            among: loss.subjects
        )
    }

    /// The events are gone now.
    func apply() throws {
        for loss in losses {
            try apply(loss)
            guard loss.subject == "person",
                loss.batch.events - loss.events == loss.batch.withoutPerson - loss.withoutPerson
            else { continue }
            // The batch has no persons any more: its ties are those of cases.
            let ties = try TieCounter.ties(
                in: connection,
                by: "case",
                from: loss.batch.first,
                to: loss.batch.last,
                count: Int(loss.batch.events)
            )
            try RawStatement(connection, "UPDATE batches SET ties = \(ties) WHERE id = \(loss.batch.number)").run()
        }
    }

    private func apply(_ loss: Loss) throws {
        let update = try RawStatement(
            connection,
            """
            UPDATE batches SET (first_time, last_time) =
                (SELECT min(time), max(time) FROM events WHERE id BETWEEN first_event AND last_event),
              events = events - ?1, identical = identical - ?2, ties = ties - ?3, without_person = without_person - ?4,
              without_case = without_case - ?5, without_channel = without_channel - ?6,
              without_service = without_service - ?7, before_1990 = before_1990 - ?8, in_future = in_future - ?9
            WHERE id = ?10
            """
        )
        let identical = loss.rows.values.reduce(0) { $0 + $1 - 1 }
        let numbers = [
            loss.events, identical, Int64(loss.ties - (try ties(of: loss))), loss.withoutPerson, loss.withoutCase,
            loss.withoutChannel, loss.withoutService, loss.before1990, loss.inFuture, loss.batch.number,
        ]
        for (index, number) in numbers.enumerated() { update.bind(number, at: Int32(index) + 1) }
        try update.run()
        // Once it says how many of its events are later, and when its last one is.
        let reach = "UPDATE batches SET horizon = \(BatchReach.expression) WHERE id = \(loss.batch.number)"
        try RawStatement(connection, reach).run()
    }
}
