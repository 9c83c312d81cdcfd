/// The keys of an import's events: which of them the store has already, and which the file has had before.
///
/// An event with an id that is no plain number (`NumberedIDs`) is known by source and id. One without is known by source, the hash of its canonical row, and how
/// often that row has come in the file so far: identical rows of one file are all kept, importing it again adds none.
final class EventKeys {
    /// An event of a block that is known: from the store, or from the file.
    struct KnownEvent {
        /// Its place in the block.
        var event: Int
        /// The number of the event that came first; 0 where nobody knows it.
        var owner: Int64
    }

    /// What is known of a key before its block.
    private struct Known: OptionSet {
        let rawValue: UInt8
        /// This import stores an event that has it.
        static let isNew = Known(rawValue: 1)
        /// The store has had it before the import.
        static let isStored = Known(rawValue: 2)
        /// The file has had it, and so has the store.
        static let isMet = Known(rawValue: 4)
    }

    private let stored: StoredKeys
    private let path: String
    /// Keys that this import stores; each run is more than twice as long as the next.
    private var new: [KeyRun] = []
    /// Keys of rows without an id that the file has had and the store too.
    private var met: [KeyRun] = []
    /// How often a row without an id has come again, for those that have.
    private var copies: [RecordKey: UInt64] = [:]
    private(set) var identicalRows = 0
    /// Of `identicalRows`: those that the store did not have.
    private(set) var storedIdenticalRows = 0

    /// - Parameter path: the store's.
    init(stored: StoredKeys, besideStore path: String) {
        self.stored = stored
        self.path = path
    }

    /// Takes the keys of a block, the file's next.
    ///
    /// - Parameters:
    ///   - first: the number of the block's first event.
    ///   - duplicates: is given the events that are some.
    ///   - known: is given those, and which event each is.
    func check(
        _ keyed: KeyedEvents,
        first: Int64 = 1,
        _ duplicates: inout BitSet,
        known: (KnownEvent) -> Void = { _ in }
    ) throws {
        if keyed.keys.isEmpty { return }
        let isOfRow = keyed.isOfRow
        let entries = KeyOrder.sorted(keyed.keys)
        let (unique, starts) = EventKeys.unique(entries)
        let (marks, owners) = try self.known(unique, hasRows: !isOfRow.isEmpty)
        let fresh = try KeyRun(capacity: unique.count, besideStore: path)
        let metNow = isOfRow.isEmpty ? nil : try KeyRun(capacity: unique.count, besideStore: path)
        var repeated: [KeyOrder.Entry] = []
        for (place, key) in unique.enumerated() {
            var group = Int(starts[place])..<Int(starts[place + 1])
            let isOfRow = !isOfRow.isEmpty && isOfRow[Int(entries[group.lowerBound].index)]
            var owner = owners.isEmpty ? 0 : owners[place]
            let isFirst = marks[place].isDisjoint(with: isOfRow ? [.isNew, .isMet] : [.isNew])
            if isFirst {
                let event = keyed.event(entries[group.lowerBound])
                if !marks[place].contains(.isStored) { owner = first + Int64(event) }
                if marks[place].contains(.isStored) {
                    duplicates.insert(event)
                    known(KnownEvent(event: event, owner: owner))
                    if isOfRow { metNow?.append(key) }
                } else {
                    fresh.append(key, event: first + Int64(event))
                }
                group = group.dropFirst()
            }
            if group.isEmpty { continue }
            if isOfRow {
                number(entries[group], key, into: &repeated)
            } else {
                for entry in entries[group] {
                    duplicates.insert(keyed.event(entry))
                    known(KnownEvent(event: keyed.event(entry), owner: owner))
                }
            }
        }
        try add(fresh, to: &new)
        if let metNow { try add(metNow, to: &met) }
        try check(repeated, of: keyed, first: first, &duplicates, known: known)
    }

    /// Everything that is stored afterwards is known to the store's keys.
    func store(in connection: OpaquePointer, tick: () throws -> Void) throws {
        try stored.add(new, in: connection, tick: tick)
        new = []
    }

    /// Each key once, and where the entries that have it begin; a last start is where all end.
    private static func unique(_ entries: [KeyOrder.Entry]) -> ([RecordKey], [UInt32]) {
        var unique: [RecordKey] = []
        var starts: [UInt32] = []
        unique.reserveCapacity(entries.count)
        starts.reserveCapacity(entries.count + 1)
        for (place, entry) in entries.enumerated() where unique.last != entry.key {
            unique.append(entry.key)
            starts.append(UInt32(place))
        }
        starts.append(UInt32(entries.count))
        return (unique, starts)
    }

    /// - Parameter keys: ascending.
    /// - Returns: what is known of each, and the number of the event that the store has.
    private func known(_ keys: [RecordKey], hasRows: Bool) throws -> (marks: [Known], owners: [Int64]) {
        var known = [Known](repeating: [], count: keys.count)
        var owners = [Int64](repeating: 0, count: stored.isEmpty && new.isEmpty ? 0 : keys.count)
        for run in new { EventKeys.mark(.isNew, keys, in: run, &known) { owners[$0] = $1 } }
        for run in met where hasRows { EventKeys.mark(.isMet, keys, in: run, &known) { _, _ in } }
        try stored.forEachFound(keys) { place, event in
            known[place].insert(.isStored)
            owners[place] = event
        }
        return (known, owners)
    }

    private static func mark(
        _ mark: Known,
        _ keys: [RecordKey],
        in run: KeyRun,
        _ known: inout [Known],
        _ found: (Int, Int64) -> Void
    ) {
        withExtendedLifetime(run) {
            var search = KeySearch(run)
            for index in keys.indices where search.contains(keys[index]) {
                known[index].insert(mark)
                found(index, run.event(search.position))
            }
        }
    }

    /// Gives the repetitions of a row keys of their own.
    private func number(_ group: ArraySlice<KeyOrder.Entry>, _ key: RecordKey, into repeated: inout [KeyOrder.Entry]) {
        var copy = copies[key] ?? 0
        for entry in group {
            copy += 1
            var hash = StableHash()
            hash.add(key.place)
            hash.add(UInt64(key.mark))
            hash.add(copy)
            repeated.append(KeyOrder.Entry(key: hash.key, index: entry.index))
        }
        copies[key] = copy
        identicalRows += group.count
    }

    private func check(
        _ repeated: [KeyOrder.Entry],
        of keyed: KeyedEvents,
        first: Int64,
        _ duplicates: inout BitSet,
        known: (KnownEvent) -> Void
    ) throws {
        if repeated.isEmpty { return }
        let entries = repeated.sorted(by: KeyOrder.Entry.precedes)
        let (marks, owners) = try self.known(entries.map(\.key), hasRows: false)
        let fresh = try KeyRun(capacity: entries.count, besideStore: path)
        for (place, entry) in entries.enumerated() {
            let event = keyed.event(entry)
            if marks[place].isEmpty {
                fresh.append(entry.key, event: first + Int64(event))
                storedIdenticalRows += 1
            } else {
                duplicates.insert(event)
                known(KnownEvent(event: event, owner: owners.isEmpty ? 0 : owners[place]))
            }
        }
        try add(fresh, to: &new)
    }

    /// Runs of similar length become one, so that there are few to search and each key is moved few times.
    private func add(_ run: KeyRun, to runs: inout [KeyRun]) throws {
        if run.count == 0 { return }
        runs.append(run)
        while runs.count > 1, runs[runs.count - 2].count <= runs[runs.count - 1].count * 2 {
            let last = runs.removeLast()
            let before = runs.removeLast()
            runs.append(try KeyRun.merging([before, last], besideStore: path))
        }
    }
}
