internal import JourneyModel

/// What events of an import have in common with those of others that are no known rows.
struct EventLikeness {
    private let connection: OpaquePointer
    /// Where the import's own events are.
    private let own: OpaquePointer
    private let batch: Int64
    private let events: ClosedRange<Int64>

    /// How many of an import's events are compared at most; of more of them, some are and stand for the rest.
    private static let mostCompared = 1 << 20

    /// - Parameter own: has the import's events, also where they come into no store.
    init(_ connection: OpaquePointer, own: OpaquePointer, batch: Int64, events: ClosedRange<Int64>) {
        self.connection = connection
        self.own = own
        self.batch = batch
        self.events = events
    }

    /// Counts the events whose id another source has too, and keeps how many, source by source.
    ///
    /// - Returns: how many, of all sources together.
    func storeSharedIDs() throws -> Int {
        try RawStatement(connection, "DELETE FROM shared_ids WHERE batch = \(batch)").run()
        let sources = try RawStatement(
            connection,
            """
            SELECT id, name FROM sources s WHERE id <> (SELECT source FROM batches WHERE id = \(batch))
              AND EXISTS (SELECT 1 FROM batches b WHERE b.source = s.id AND b.events > 0 AND b.id < \(batch))
            """
        )
        var total = 0
        while try sources.step() {
            let count = try shared(with: sources.int(0), named: sources.text(1))
            guard count > 0 else { continue }
            total += count
            try RawStatement(
                connection,
                "INSERT INTO shared_ids(batch, source, count) VALUES (\(batch), \(sources.int(0)), \(count))"
            ).run()
        }
        return total
    }

    private func shared(with source: Int64, named name: String) throws -> Int {
        let numbers = try NumberedIDs(connection, source: source)
        let stored = try StoredKeys(connection, besideStore: "")
        var start = StableHash()
        start.add(name)
        let hash = EventHash(source: start)
        let rows = try RawStatement(
            own,
            "SELECT event_id FROM events WHERE id BETWEEN ?1 AND ?2 AND event_id IS NOT NULL"
        )
        rows.bind(events.lowerBound, at: 1)
        rows.bind(events.upperBound, at: 2)
        var count = 0
        var keys: [RecordKey] = []
        func look() throws {
            keys.sort()
            try stored.forEachFound(keys) { _, _ in count += 1 }
            keys.removeAll(keepingCapacity: true)
        }
        while try rows.step() {
            if rows.isNumber(0) {
                let number = rows.int(0)
                if try numbers.contains(number) {
                    count += 1
                } else if numbers.isHashed {
                    keys.append(hash.key(number: number))
                }
            } else {
                rows.withText(0) { keys.append(hash.key(id: UnsafeRawBufferPointer($0))) }
            }
            if keys.count >= 1 << 18 { try look() }
        }
        try look()
        return count
    }

    /// How many events are like one of another import in time, subject and touchpoint.
    ///
    /// - Parameter count: how many events the import has.
    /// - Returns: 0 where they are no more than a fifth.
    func likeOthers(of count: Int) throws -> Int {
        let others = try others()
        guard !others.isEmpty else { return 0 }
        let step = UInt64(count / EventLikeness.mostCompared + 1)
        var marks: [UInt64: Int] = [:]
        var compared = 0
        var first = Int64.max
        var last = Int64.min
        try forEachMark(own, events) { mark, time in
            guard mark % step == 0 else { return }
            marks[mark, default: 0] += 1
            compared += 1
            first = min(first, time)
            last = max(last, time)
        }
        guard compared > 0 else { return 0 }
        var alike = 0
        for other in others where alike * 5 <= compared || step == 1 {
            try forEachMark(connection, other, from: first, to: last) { mark, _ in
                if let own = marks.removeValue(forKey: mark) { alike += own }
            }
        }
        guard alike * 5 > compared else { return 0 }
        return step == 1 ? alike : alike * count / compared
    }

    /// The numbers of the events of imports that have some of the same time.
    private func others() throws -> [ClosedRange<Int64>] {
        let rows = try RawStatement(
            connection,
            """
            SELECT b.first_event, b.last_event FROM batches b JOIN batches o ON o.id = \(batch)
            WHERE b.id <> o.id AND b.events > 0 AND b.first_time <= o.last_time AND b.last_time >= o.first_time
            """
        )
        var others: [ClosedRange<Int64>] = []
        while try rows.step() { others.append(rows.int(0)...rows.int(1)) }
        return others
    }

    private func forEachMark(
        _ connection: OpaquePointer,
        _ events: ClosedRange<Int64>,
        from first: Int64 = .min,
        to last: Int64 = .max,
        _ body: (UInt64, Int64) -> Void
    ) throws {
        let rows = try RawStatement(
            connection,
            """
            SELECT time, ifnull(person, 0), ifnull("case", 0), ifnull(touchpoint, 0) FROM events
            WHERE id BETWEEN ?1 AND ?2 AND time BETWEEN ?3 AND ?4
            """
        )
        rows.bind(events.lowerBound, at: 1)
        rows.bind(events.upperBound, at: 2)
        rows.bind(first, at: 3)
        rows.bind(last, at: 4)
        while try rows.step() {
            // By person where there is one, as a funnel counts.
            let subject = rows.int(1) > 0 ? rows.int(1) : -rows.int(2)
            var hash = StableHash()
            hash.add(UInt64(bitPattern: rows.int(0)))
            hash.add(UInt64(bitPattern: subject))
            hash.add(UInt64(bitPattern: rows.int(3)))
            body(hash.key.place, rows.int(0))
        }
    }
}
