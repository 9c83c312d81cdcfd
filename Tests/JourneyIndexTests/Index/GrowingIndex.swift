import Foundation
import JourneyModel
import TestSupport

@testable import JourneyIndex

/// A random store that grows part by part, and what each part says to an index.
struct GrowingIndex {
    /// The state of a store that never had anything.
    static let untouched = StoreStamp(store: 7, generation: 0, state: 99)

    let whole: JourneySnapshot
    /// Ids that are merged from part to part: alias, person.
    var aliases: [(alias: Int32, person: Int32)] = []

    init(seed: UInt64, events: Int) {
        self.init(RandomTown(seed: seed, events: events).builder.snapshot())
    }

    init(_ whole: JourneySnapshot) {
        self.whole = whole
    }

    var count: Int { whole.events.time.count }

    /// The snapshot as of the first `count` events, aliases resolved.
    func prefix(_ count: Int) -> JourneySnapshot {
        var snapshot = whole
        snapshot.events = GrowingIndex.rows(0..<count, of: whole.events)
        let table = AliasTable(aliases)
        snapshot.events.person = snapshot.events.person.map { $0 < 0 ? $0 : table[$0] }
        return snapshot
    }

    func events(_ range: Range<Int>) -> StoredEvents {
        StoredEvents(numbers: range.map { Int64($0) + 1 }, events: GrowingIndex.rows(range, of: whole.events))
    }

    /// What an index that knows `known` must be told when the store has `count` events.
    func tables(_ count: Int, knowing known: IndexImage?) -> IndexTables {
        var tables = IndexTables(
            stamp: StoreStamp(store: 7, generation: Int64(count), state: UInt64(count) + 100),
            lastEvent: Int64(count),
            snapshot: whole,
            people: whole.people.names.count,
            cases: whole.cases.names.count,
            sessions: whole.sessions.count,
            personTraits: known == nil ? whole.people.traits : nil,
            caseTraits: known == nil ? whole.cases.traits : nil,
            aliases: aliases
        )
        for name in whole.people.names.dropFirst(known?.manifest.people ?? 0) { tables.newPeopleNames.append(name) }
        for name in whole.cases.names.dropFirst(known?.manifest.cases ?? 0) { tables.newCaseNames.append(name) }
        return tables
    }

    private static func rows(_ range: Range<Int>, of events: EventTable) -> EventTable {
        func part<Value>(_ column: [Value]) -> [Value] { column.isEmpty ? [] : Array(column[range]) }
        return EventTable(
            time: part(events.time),
            recorded: part(events.recorded),
            sequence: part(events.sequence),
            person: part(events.person),
            caseID: part(events.caseID),
            session: part(events.session),
            duration: part(events.duration),
            cost: part(events.cost),
            dimensions: events.dimensions.map {
                CodedColumn(name: $0.name, values: $0.values, codes: part($0.codes))
            }
        )
    }
}

/// A folder for one test, gone with it.
final class TemporaryFolder {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "cxm-index-\(UUID().uuidString)"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
