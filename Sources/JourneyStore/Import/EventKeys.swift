/// The keys of an import's events, and which of them the store has already.
///
/// An event with an id is known by source and id. One without is known by source, the hash of its canonical row, and how
/// often that row has come in the file so far: identical rows of one file are all kept, importing it again adds none.
struct EventKeys {
    fileprivate struct Entry {
        var place: UInt64
        /// The event's place in the file.
        var index: UInt32
        var mark: UInt16
        var hasID: Bool
    }

    private var entries: [Entry] = []
    private(set) var identicalRows = 0
    /// Of `identicalRows`: those that the store did not have.
    private(set) var storedIdenticalRows = 0

    var count: Int { entries.count }

    /// - Throws: beyond 4 billion events in one file.
    mutating func append(_ key: RecordKey, hasID: Bool) throws {
        guard let index = UInt32(exactly: entries.count) else { throw ImportFailure.events }
        entries.append(Entry(place: key.place, index: index, mark: key.mark, hasID: hasID))
    }

    /// Stores the keys that are new, for events numbered from `firstEvent` in the order of the file.
    ///
    /// - Parameter tick: called now and then; may throw to stop.
    /// - Returns: which events are duplicates.
    mutating func store(
        in connection: OpaquePointer,
        firstEvent: Int64,
        tick: () throws -> Void
    ) throws -> BitSet {
        // In the order of the table: each of its pages is touched once, however large it is.
        entries.sort { left, right in
            if left.place != right.place { return left.place < right.place }
            if left.mark != right.mark { return left.mark < right.mark }
            return left.index < right.index
        }
        var duplicates = BitSet(count: entries.count)
        var repeated: [Entry] = []
        var writer = try KeyWriter(connection, table: "event_keys", row: "event")
        var copies: UInt64 = 0
        for position in entries.indices {
            if position & 0xFFF == 0 { try tick() }
            let entry = entries[position]
            if position > 0, entries[position - 1].place == entry.place, entries[position - 1].mark == entry.mark {
                if entry.hasID {
                    duplicates.insert(Int(entry.index))
                } else {
                    copies += 1
                    identicalRows += 1
                    repeated.append(numbered(entry, copies))
                }
                continue
            }
            copies = 0
            if try !writer.insert(entry.key, row: firstEvent + Int64(entry.index)) {
                duplicates.insert(Int(entry.index))
            }
        }
        repeated.sort { $0.place < $1.place }
        for (position, entry) in repeated.enumerated() {
            if position & 0xFFF == 0 { try tick() }
            if try writer.insert(entry.key, row: firstEvent + Int64(entry.index)) {
                storedIdenticalRows += 1
            } else {
                duplicates.insert(Int(entry.index))
            }
        }
        entries = []
        return duplicates
    }

    /// The key of the `copy`-th repetition of a row.
    private func numbered(_ entry: Entry, _ copy: UInt64) -> Entry {
        var hash = StableHash()
        hash.add(entry.place)
        hash.add(UInt64(entry.mark))
        hash.add(copy)
        let key = hash.key
        return Entry(place: key.place, index: entry.index, mark: key.mark, hasID: false)
    }
}

extension EventKeys.Entry {
    fileprivate var key: RecordKey { RecordKey(place: place, mark: mark) }
}

/// A set of numbers below a bound.
struct BitSet {
    private var words: [UInt64]
    private(set) var count = 0

    init(count: Int) {
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    mutating func insert(_ index: Int) {
        words[index / 64] |= 1 << UInt64(index % 64)
        count += 1
    }

    @inline(__always)
    func contains(_ index: Int) -> Bool { words[index / 64] & (1 << UInt64(index % 64)) != 0 }
}
