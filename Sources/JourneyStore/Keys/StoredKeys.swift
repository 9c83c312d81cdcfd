internal import GRDBSQLite

/// The keys of the events in a store: runs of ascending keys, in chunks of some thousand, each with the number of its event.
///
/// An import adds one run. Runs that are not longer than what is added to them are merged with it, so that there are never
/// more than some twenty, and an import costs what it adds, not what is there.
final class StoredKeys {
    private struct Run {
        let number: Int64
        let count: Int
        /// The run's keys, once they were read.
        var keys: KeyRun?
    }

    private static let sparseShare = 16

    private var runs: [Run] = []
    private let path: String
    private let connection: OpaquePointer
    private var chunk: StoredKeyChunk?

    var isEmpty: Bool { runs.isEmpty }

    /// - Parameter path: the store's.
    init(_ connection: OpaquePointer, besideStore path: String) throws {
        self.connection = connection
        self.path = path
        let rows = try RawStatement(
            connection,
            "SELECT run, sum(count), sum(length(keys)) FROM event_key_runs GROUP BY run ORDER BY run"
        )
        while try rows.step() {
            let (number, count) = (rows.int(0), rows.int(1))
            // Memory is taken for as many as a run says that it has.
            guard ValueRule.counts.contains(number), ValueRule.counts.contains(count),
                rows.int(2) == count * Int64(KeyRun.keySize)
            else {
                throw RowFault(
                    table: "event_key_runs",
                    row: number,
                    "'count' is \(count) where 'keys' has \(rows.int(2)) bytes"
                )
            }
            runs.append(Run(number: number, count: Int(count), keys: nil))
        }
    }

    /// Reads all keys, for an import of many events: the connection is not asked for any from now on.
    func load() throws {
        chunk = nil
        for index in runs.indices { runs[index].keys = try read(runs[index]) }
    }

    /// - Parameters:
    ///   - keys: ascending.
    ///   - found: is given the place of each that is there, and the number of its event, 0 where nobody knows it.
    func forEachFound(_ keys: [RecordKey], _ found: (Int, Int64) -> Void) throws {
        for place in runs.indices {
            // Chunk by chunk only where few keys meet many.
            if runs[place].keys == nil, runs[place].count / StoredKeys.sparseShare <= keys.count {
                runs[place].keys = try read(runs[place])
            }
            let run = runs[place]
            if let held = run.keys {
                withExtendedLifetime(held) {
                    var search = KeySearch(held)
                    for index in keys.indices where search.contains(keys[index]) {
                        found(index, held.event(search.position))
                    }
                }
            } else {
                let chunk = try self.chunk ?? StoredKeyChunk(connection)
                self.chunk = chunk
                try chunk.open(run: run.number)
                for index in keys.indices {
                    if let event = try chunk.event(of: keys[index]) { found(index, event) }
                }
            }
        }
    }

    /// Adds a run of all keys of `added`.
    func add(_ added: [KeyRun], in connection: OpaquePointer, tick: () throws -> Void) throws {
        var count = added.reduce(0) { $0 + $1.count }
        guard count > 0 else { return }
        var merged = added
        let delete = try RawStatement(connection, "DELETE FROM event_key_runs WHERE run = ?1")
        let number = (runs.last?.number ?? 0) + 1
        while let last = runs.last, last.count <= count {
            try tick()
            merged.append(try last.keys ?? read(last))
            delete.bind(last.number, at: 1)
            try delete.run()
            count += last.count
            runs.removeLast()
        }
        var writer = try StoredKeyWriter(connection, run: number)
        try KeyRun.forEachKey(of: merged) { key, event in
            if writer.isChunkFull(before: key) {
                try tick()
                try writer.storeChunk()
            }
            writer.append(key, event: event)
        }
        try writer.storeChunk()
        runs.append(Run(number: number, count: count, keys: nil))
    }

    /// Takes keys out and tells others of whose event they are now. The connection has the store in a transaction.
    ///
    /// - Parameter change: is given each event's number; nil takes the key out.
    func rewrite(tick: () throws -> Void, _ change: (Int64) -> Int64?) throws {
        let delete = try RawStatement(connection, "DELETE FROM event_key_runs WHERE run = ?1")
        for run in runs {
            try tick()
            let keys = try read(run)
            guard (0..<keys.count).contains(where: { change(keys.event($0)) != keys.event($0) }) else { continue }
            delete.bind(run.number, at: 1)
            try delete.run()
            var writer = try StoredKeyWriter(connection, run: run.number)
            for index in 0..<keys.count {
                guard let event = change(keys.event(index)) else { continue }
                if writer.isChunkFull(before: keys[index]) {
                    try tick()
                    try writer.storeChunk()
                }
                writer.append(keys[index], event: event)
            }
            try writer.storeChunk()
        }
    }

    private func read(_ run: Run) throws -> KeyRun {
        let keys = try KeyRun(capacity: run.count, besideStore: path)
        let rows = try RawStatement(
            connection,
            "SELECT keys, events FROM event_key_runs WHERE run = ?1 ORDER BY first"
        )
        rows.bind(run.number, at: 1)
        while try rows.step() {
            rows.withBlob(0) { blob in
                rows.withBlob(1) { events in
                    let count = blob.count / KeyRun.keySize
                    // What is damaged may hold more than it says.
                    for index in 0..<min(count, keys.capacity - keys.count) {
                        keys.append(blob.key(index, of: count), event: events.event(index, of: count))
                    }
                }
            }
        }
        return keys
    }
}

/// One chunk of a stored run: the last that was searched.
private final class StoredKeyChunk {
    private let statement: RawStatement
    private var run: Int64 = 0
    private var first: Int64?
    private var bytes: [UInt8] = []
    private var events: [UInt8] = []

    init(_ connection: OpaquePointer) throws {
        statement = try RawStatement(
            connection,
            "SELECT first, keys, events FROM event_key_runs WHERE run = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1"
        )
    }

    func open(run: Int64) throws {
        self.run = run
        first = nil
        bytes = []
    }

    /// The number of the event that has `key`, 0 where nobody knows it; nil where the run does not have the key.
    ///
    /// - Parameter key: not below the one asked for before.
    func event(of key: RecordKey) throws -> Int64? {
        let isBeyond = bytes.withUnsafeBytes { chunk in
            let count = chunk.count / KeyRun.keySize
            return count == 0 || chunk.key(count - 1, of: count) < key
        }
        if isBeyond { try read(at: key) }
        return bytes.withUnsafeBytes { chunk in
            let count = chunk.count / KeyRun.keySize
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                if chunk.key(middle, of: count) < key { low = middle + 1 } else { high = middle }
            }
            guard low < count, chunk.key(low, of: count) == key else { return nil }
            return events.withUnsafeBytes { $0.event(low, of: count) }
        }
    }

    /// Reads the chunk that has `key` if any has.
    private func read(at key: RecordKey) throws {
        statement.bind(run, at: 1)
        statement.bind(key.column, at: 2)
        defer { statement.rewind() }
        guard try statement.step(), first != statement.int(0) else { return }
        first = statement.int(0)
        statement.withBlob(1) { bytes = Array($0) }
        statement.withBlob(2) { events = Array($0) }
    }
}

/// Writes a run, chunk after chunk.
struct StoredKeyWriter {
    private static let chunkSize = 4096

    private let insertion: RawStatement
    private let keepsEvents: Bool
    private var places: [UInt64] = []
    private var marks: [UInt16] = []
    private var lows: [UInt32] = []
    private var highs: [UInt8] = []

    /// - Parameter keepsEvents: whether the table says whose event has a key, as it does since version 5.
    init(_ connection: OpaquePointer, run: Int64, keepsEvents: Bool = true) throws {
        self.keepsEvents = keepsEvents
        insertion = try RawStatement(
            connection,
            """
            INSERT INTO event_key_runs(run, first, count, keys\(keepsEvents ? ", events" : ""))
            VALUES (\(run), ?1, ?2, ?3\(keepsEvents ? ", ?4" : ""))
            """
        )
    }

    /// Makes a run of what a store of version 1 has in `event_keys`: a table whose numbers are places, in their order.
    ///
    /// There a key whose place another one had taken has the next free place. Here it keeps that one and is not found: the
    /// odds that a hundred million events have any such key are below one in a thousand.
    static func convertTable(in connection: OpaquePointer) throws {
        let rows = try RawStatement(connection, #"SELECT "key", mark FROM event_keys ORDER BY "key""#)
        var writer = try StoredKeyWriter(connection, run: 1, keepsEvents: false)
        while try rows.step() {
            let key = RecordKey(column: rows.int(0), mark: UInt16(truncatingIfNeeded: rows.int(1)))
            if writer.isChunkFull(before: key) { try writer.storeChunk() }
            writer.append(key)
        }
        try writer.storeChunk()
    }

    /// A chunk ends where the next key has another place, so that a place is searched for in one chunk only.
    @inline(__always)
    func isChunkFull(before key: RecordKey) -> Bool {
        places.count >= StoredKeyWriter.chunkSize && places.last != key.place
    }

    @inline(__always)
    mutating func append(_ key: RecordKey, event: Int64 = 0) {
        places.append(key.place.littleEndian)
        marks.append(key.mark.littleEndian)
        lows.append(UInt32(truncatingIfNeeded: event).littleEndian)
        highs.append(UInt8(truncatingIfNeeded: event >> 32))
    }

    /// All places, eight bytes each, then all marks, two bytes each; the lowest byte first. Of the events' numbers the lower four
    /// bytes of all, then the fifth of all.
    mutating func storeChunk() throws {
        guard let first = places.first else { return }
        var blob: [UInt8] = []
        blob.reserveCapacity(places.count * KeyRun.keySize)
        places.withUnsafeBytes { blob.append(contentsOf: $0) }
        marks.withUnsafeBytes { blob.append(contentsOf: $0) }
        var events: [UInt8] = []
        events.reserveCapacity(lows.count * KeyRun.eventSize)
        lows.withUnsafeBytes { events.append(contentsOf: $0) }
        events += highs
        insertion.bind(RecordKey(place: UInt64(littleEndian: first), mark: 0).column, at: 1)
        insertion.bind(Int64(places.count), at: 2)
        try blob.withUnsafeBytes { blob in
            insertion.bind(borrowedBlob: blob, at: 3)
            try events.withUnsafeBytes { events in
                if keepsEvents { insertion.bind(borrowedBlob: events, at: 4) }
                try insertion.run()
            }
        }
        places.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        lows.removeAll(keepingCapacity: true)
        highs.removeAll(keepingCapacity: true)
    }
}

extension UnsafeRawBufferPointer {
    /// The `index`-th key of a chunk of `count`.
    @inline(__always)
    fileprivate func key(_ index: Int, of count: Int) -> RecordKey {
        RecordKey(
            place: UInt64(littleEndian: loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)),
            mark: UInt16(littleEndian: loadUnaligned(fromByteOffset: count * 8 + index * 2, as: UInt16.self))
        )
    }

    /// The number of the event of the `index`-th key of a chunk of `count`; 0 where the chunk does not say.
    @inline(__always)
    fileprivate func event(_ index: Int, of count: Int) -> Int64 {
        guard self.count == count * KeyRun.eventSize else { return 0 }
        let low = UInt32(littleEndian: loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        return Int64(self[count * 4 + index]) << 32 | Int64(low)
    }
}
