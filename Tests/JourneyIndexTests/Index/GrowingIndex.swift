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
    var aliases: [MergedID] = []

    init(seed: UInt64, events: Int) {
        self.init(RandomTown(seed: seed, events: events).builder.snapshot())
    }

    init(_ whole: JourneySnapshot) {
        self.whole = whole
    }

    var count: Int { whole.events.time.count }

    /// The snapshot as of the first `count` events, aliases resolved.
    func prefix(_ count: Int) -> JourneySnapshot {
        var snapshot = records(count)
        let names = whole.everyone
        let codes = Dictionary(uniqueKeysWithValues: zip(names, Int32(0)...))
        func canonical(_ name: String) -> String { codes[name].map { names[Int(AliasTable(aliases)[$0])] } ?? name }
        for row in snapshot.preferences.indices {
            snapshot.preferences[row].person = canonical(snapshot.preferences[row].person)
        }
        for row in snapshot.consents.indices {
            snapshot.consents[row].person = canonical(snapshot.consents[row].person)
        }
        for row in snapshot.feedback.indices {
            snapshot.feedback[row].person = snapshot.feedback[row].person.map(canonical)
        }
        snapshot.events = GrowingIndex.rows(0..<count, of: whole.events)
        let table = AliasTable(aliases)
        snapshot.events.person = snapshot.events.person.map { $0 < 0 ? $0 : table[$0] }
        return snapshot
    }

    /// The whole with the records that there are once it has `count` events.
    private func records(_ count: Int) -> JourneySnapshot {
        func part<Record>(_ records: [Record]) -> [Record] {
            Array(records.prefix(records.count * count / max(1, self.count)))
        }
        var snapshot = whole
        snapshot.preferences = part(whole.preferences)
        snapshot.consents = part(whole.consents)
        snapshot.feedback = part(whole.feedback)
        snapshot.costs = part(whole.costs)
        snapshot.assessments = part(whole.assessments)
        snapshot.annotations = part(whole.annotations)
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
            reach: prefix(count).reach(),
            snapshot: whole,
            people: whole.everyone.count,
            cases: whole.cases.names.count,
            sessions: whole.sessions.count,
            personTraits: known == nil ? whole.people.traits : nil,
            caseTraits: known == nil ? whole.cases.traits : nil,
            records: recordTables(count, knowing: known),
            aliases: aliases
        )
        for name in whole.everyone.dropFirst(known?.manifest.people ?? 0) { tables.newPeopleNames.append(name) }
        for name in whole.cases.names.dropFirst(known?.manifest.cases ?? 0) { tables.newCaseNames.append(name) }
        return tables
    }

    /// With the codes of the whole, whoever the records of this part name.
    private func recordTables(_ count: Int, knowing known: IndexImage?) -> [RecordTable] {
        var snapshot = records(count)
        snapshot.people.names = whole.everyone
        return snapshot.recordTables { known?.lastRecord(of: $0) ?? 0 }
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
