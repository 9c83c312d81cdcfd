public import JourneyIndex
public import JourneyModel

extension ColumnarAnalyst {
    /// Answers from an index in memory, made of all that `snapshot` holds.
    ///
    /// - Parameters:
    ///   - merges: ids that are one person, by their places in `snapshot.everyone`.
    ///   - importedAt: when everything was imported.
    public convenience init(
        _ snapshot: JourneySnapshot,
        merges: [MergedID] = [],
        importedAt: Int64 = .max
    ) {
        let events = snapshot.events
        let everyone = snapshot.everyone
        let numbers = (0..<Int64(events.time.count)).map { $0 + 1 }
        var tables = IndexTables(
            stamp: StoreStamp(store: 0, generation: snapshot.generation, state: 0),
            lastEvent: Int64(numbers.count),
            reach: snapshot.reach(importedAt: importedAt),
            snapshot: snapshot,
            people: max(everyone.count, Int(events.person.max() ?? -1) + 1),
            cases: max(snapshot.cases.names.count, Int(events.caseID.max() ?? -1) + 1),
            sessions: max(snapshot.sessions.count, Int(events.session.max() ?? -1) + 1),
            personTraits: snapshot.people.traits,
            caseTraits: snapshot.cases.traits,
            records: snapshot.recordTables(),
            aliases: merges
        )
        for name in everyone { tables.newPeopleNames.append(name) }
        for name in snapshot.cases.names { tables.newCaseNames.append(name) }
        do {
            let builder = try IndexBuilder(in: nil)
            try builder.take(StoredEvents(numbers: numbers, events: events))
            self.init(try builder.finish(tables))
        } catch {
            // Nothing can be missing, changed or read-only in memory.
            preconditionFailure("an index in memory: \(error)")
        }
    }
}

extension JourneySnapshot {
    /// Word for word what D28 says: the latest event that is not later than its own recording, or than the import where it has
    /// none; and how many are later. A recording at the very instant of the event is taken for none.
    public func reach(importedAt: Int64 = .max) -> DataReach {
        let known = events.time.indices.filter { row in
            let time = events.time[row]
            let recorded = events.recorded.isEmpty ? time : events.recorded[row]
            return time <= (recorded == time ? importedAt : recorded)
        }
        let horizon = known.map { events.time[$0] }.max()
        return DataReach(
            horizon: horizon.map { Timestamp(milliseconds: $0) },
            later: events.time.count - known.count,
            imported: Timestamp(milliseconds: importedAt)
        )
    }
}
