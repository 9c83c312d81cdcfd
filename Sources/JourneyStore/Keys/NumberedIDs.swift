internal import JourneyModel

/// The ids of one source's events that are plain whole numbers (`PlainNumber`), kept exactly: a set in chunks of 65,536
/// numbers in a row. Ids that a system counts up take a few bytes for each such chunk.
///
/// Numbers that lie far from one another would take a chunk each. A source whose ids do not fill its chunks is given no
/// more of them: from then on, numbers that the set does not have are hashed as any other id (`isHashed`). So are those of
/// a source from before there were such sets.
final class NumberedIDs {
    /// Chunks that a source may have whatever is in them, and how many numbers it must have for each further one: then a
    /// chunk takes no more memory than the hashes of its numbers.
    private static let spareChunks = 1 << 16
    private static let numbersPerChunk = 64
    /// Chunk by chunk are read only as many as this share of all.
    private static let sparseShare = 16

    private struct Slot {
        let chunk: NumberChunk
        /// How many of its numbers the store has.
        let stored: Int
    }

    private let connection: OpaquePointer
    private let source: Int64
    private let spareChunks: Int
    /// Finds one chunk; nil once all were read.
    private var lookup: RawStatement?
    private var slots: [Int64: Slot] = [:]
    private var chunkCount = 0
    private var count = 0
    private let wasHashed: Bool
    /// Whether numbers that the set does not have may be among the hashed keys, and new ones have to be.
    private(set) var isHashed: Bool

    /// - Parameters:
    ///   - source: its number in `sources`.
    ///   - isClosed: whether it knows no number and takes none.
    init(
        _ connection: OpaquePointer,
        source: Int64,
        spareChunks: Int = NumberedIDs.spareChunks,
        isClosed: Bool = false
    ) throws {
        self.connection = connection
        self.source = source
        self.spareChunks = spareChunks
        let state = try RawStatement(connection, "SELECT hashed_numbers FROM sources WHERE id = \(source)")
        wasHashed = try state.step() && state.int(0) != 0 || isClosed
        isHashed = wasHashed
        if isClosed { return }
        let sizes = try RawStatement(
            connection,
            "SELECT count(*), ifnull(sum(count), 0) FROM event_id_chunks WHERE source = \(source)"
        )
        _ = try sizes.step()
        guard ValueRule.counts.contains(sizes.int(1)) else {
            throw RowFault(table: "event_id_chunks", row: source, "'count' comes to \(sizes.int(1))")
        }
        chunkCount = Int(sizes.int(0))
        count = Int(sizes.int(1))
        guard chunkCount > 0 else { return }
        lookup = try RawStatement(
            connection,
            "SELECT form, members FROM event_id_chunks WHERE source = \(source) AND chunk = ?1"
        )
    }

    /// Reads all chunks, for an import of many events: the connection is not asked for any from now on.
    func load() throws {
        guard lookup != nil else { return }
        lookup = nil
        let rows = try RawStatement(
            connection,
            "SELECT form, members, chunk FROM event_id_chunks WHERE source = \(source)"
        )
        while try rows.step() {
            let key = rows.int(2)
            if slots[key] == nil { slots[key] = NumberedIDs.slot(rows) }
        }
    }

    /// Takes the ids of a block, the file's next.
    ///
    /// - Parameters:
    ///   - numbers: by event; `EventBatch.none` where the id is no plain number.
    ///   - duplicates: is given the events whose numbers were known.
    ///   - known: is given those, in the order of the block.
    /// - Returns: the events whose ids have to be hashed, because the set neither has them nor takes them.
    func check(
        _ numbers: [Int64],
        _ duplicates: inout BitSet,
        known: (Int) -> Void = { _ in }
    ) throws -> [Int] {
        if numbers.count >= chunkCount / NumberedIDs.sparseShare { try load() }
        var hashed: [Int] = []
        var key = Int64.min
        var chunk: NumberChunk?
        for (event, number) in numbers.enumerated() where number != EventBatch.none {
            if number >> NumberChunk.bits != key {
                key = number >> NumberChunk.bits
                chunk = try stored(key)
            }
            let member = UInt16(truncatingIfNeeded: number)
            if !isHashed && chunk == nil { chunk = make(key) }
            if isHashed {
                if chunk?.contains(member) == true {
                    duplicates.insert(event)
                    known(event)
                } else {
                    hashed.append(event)
                }
            } else if chunk?.insert(member) == true {
                count += 1
            } else {
                duplicates.insert(event)
                known(event)
            }
        }
        return hashed
    }

    /// Every number that was taken is in the database afterwards.
    ///
    /// - Parameter connection: the store's, or that of the file which takes its place.
    func store(in connection: OpaquePointer, tick: () throws -> Void) throws {
        let insertion = try RawStatement(
            connection,
            """
            INSERT OR REPLACE INTO event_id_chunks(source, chunk, count, form, members)
            VALUES (\(source), ?1, ?2, ?3, ?4)
            """
        )
        for (key, slot) in slots.filter({ $1.chunk.count > $1.stored }).sorted(by: { $0.key < $1.key }) {
            try tick()
            let (form, members) = slot.chunk.encoded()
            insertion.bind(key, at: 1)
            insertion.bind(Int64(slot.chunk.count), at: 2)
            insertion.bind(form.rawValue, at: 3)
            try members.withUnsafeBytes { members in
                insertion.bind(borrowedBlob: members, at: 4)
                try insertion.run()
            }
        }
        if isHashed && !wasHashed {
            try RawStatement(connection, "UPDATE sources SET hashed_numbers = 1 WHERE id = \(source)").run()
        }
    }

    /// Takes numbers out, as if no event had ever had them.
    func remove(_ numbers: [Int64], tick: () throws -> Void) throws {
        var gone: [Int64: Set<UInt16>] = [:]
        for number in numbers {
            gone[number >> NumberChunk.bits, default: []].insert(UInt16(truncatingIfNeeded: number))
        }
        let deletion = try RawStatement(
            connection,
            "DELETE FROM event_id_chunks WHERE source = \(source) AND chunk = ?1"
        )
        let update = try RawStatement(
            connection,
            "UPDATE event_id_chunks SET count = ?2, form = ?3, members = ?4 WHERE source = \(source) AND chunk = ?1"
        )
        for (key, members) in gone {
            try tick()
            guard let chunk = try stored(key) else { continue }
            let rest = chunk.without(members)
            slots[key] = nil
            guard rest.count > 0 else {
                deletion.bind(key, at: 1)
                try deletion.run()
                continue
            }
            let (form, bytes) = rest.encoded()
            update.bind(key, at: 1)
            update.bind(Int64(rest.count), at: 2)
            update.bind(form.rawValue, at: 3)
            try bytes.withUnsafeBytes { bytes in
                update.bind(borrowedBlob: bytes, at: 4)
                try update.run()
            }
        }
    }

    /// Whether the set has `number`.
    func contains(_ number: Int64) throws -> Bool {
        try stored(number >> NumberChunk.bits)?.contains(UInt16(truncatingIfNeeded: number)) == true
    }

    private func stored(_ key: Int64) throws -> NumberChunk? {
        if let slot = slots[key] { return slot.chunk }
        guard let lookup else { return nil }
        lookup.bind(key, at: 1)
        defer { lookup.rewind() }
        guard try lookup.step() else { return nil }
        let slot = NumberedIDs.slot(lookup)
        slots[key] = slot
        return slot.chunk
    }

    /// Nil where the source has more chunks than its numbers fill; its numbers are hashed from then on.
    private func make(_ key: Int64) -> NumberChunk? {
        guard chunkCount < spareChunks + count / NumberedIDs.numbersPerChunk else {
            isHashed = true
            return nil
        }
        chunkCount += 1
        let chunk = NumberChunk()
        slots[key] = Slot(chunk: chunk, stored: 0)
        return chunk
    }

    /// - Parameter row: form and members.
    private static func slot(_ row: RawStatement) -> Slot {
        let form = NumberChunk.Form(rawValue: row.text(0))
        let chunk = row.withBlob(1) { NumberChunk(form: form, bytes: $0) }
        return Slot(chunk: chunk, stored: chunk.count)
    }
}
