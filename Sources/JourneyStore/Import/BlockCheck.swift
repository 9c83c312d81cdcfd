internal import JourneyModel

/// Takes the duplicates out of an import's blocks, numbers what is left, and counts what there is to count of it. Never asks
/// the store once the keys are loaded.
final class BlockCheck {
    let keys: EventKeys
    private let numbers: NumberedIDs
    /// Of the events that the store has had before, those known by key and those known by a number.
    private(set) var knownEvents = KnownStretches()
    private(set) var knownNumbers = KnownStretches()
    private let contents: KnownContents
    /// Whether what the block says of traits was taken already.
    private var hasTraits = false
    private let hash: EventHash
    private(set) var counts: BatchCounts
    private(set) var personTies = TieCounter()
    private(set) var caseTies = TieCounter()
    let traits = TraitChanges()
    private(set) var hasPersons = false
    /// Events handed in.
    private(set) var read = 0
    private(set) var stored = 0
    /// Persons that a stored event has.
    let people = NumberSet()
    private let names: ImportNames
    private let firstEvent: Int64

    /// - Parameter firstEvent: the number of the file's first event.
    init(
        names: ImportNames,
        keys: EventKeys,
        numbers: NumberedIDs,
        hash: EventHash,
        contents: KnownContents,
        firstEvent: Int64,
        importedAt: Int64
    ) {
        self.names = names
        self.keys = keys
        self.numbers = numbers
        self.hash = hash
        self.contents = contents
        self.firstEvent = firstEvent
        counts = BatchCounts(importedAt: importedAt)
    }

    /// Leaves the events to store in `block`.
    ///
    /// - Throws: beyond 4 billion events in one file.
    func check(_ block: EventBlock) throws {
        hasTraits = false
        let first = firstEvent + Int64(read)
        let duplicates = try duplicates(in: block, first: first)
        guard read + block.count <= Int(UInt32.max) else { throw ImportFailure.events }
        if !hasPersons { hasPersons = block.person.contains { $0 >= 0 } }
        read += block.count
        block.numbers = Array(first..<first + Int64(block.count))
        if duplicates.count > 0 {
            block.keep((0..<block.count).filter { !duplicates.contains($0) })
        }
        guard block.count > 0 else { return }
        stored += block.count
        counts.add(block)
        personTies.add(block.person, block.time, block.sequence)
        if !hasPersons { caseTies.add(block.caseID, block.time, block.sequence) }
        mark(block)
    }

    /// What is stored is known to the store afterwards.
    func storeKeys(in connection: OpaquePointer, tick: () throws -> Void) throws {
        try keys.store(in: connection, tick: tick)
        try numbers.store(in: connection, tick: tick)
    }

    private func duplicates(in block: EventBlock, first: Int64) throws -> BitSet {
        var duplicates = BitSet(count: block.count)
        var byNumber: [Int] = []
        for event in try numbers.check(block.eventNumber, &duplicates, known: { byNumber.append($0) }) {
            block.keyed.append(hash.key(number: block.eventNumber[event]), of: event, isOfRow: false)
        }
        var byKey: [EventKeys.KnownEvent] = []
        try keys.check(block.keyed, first: first, &duplicates) { byKey.append($0) }
        if !byNumber.isEmpty || !byKey.isEmpty { try keep(byNumber, byKey, of: block, first: first) }
        return duplicates
    }

    /// Takes note of which events are known, and of what those that have an id say.
    private func keep(
        _ byNumber: [Int],
        _ byKey: [EventKeys.KnownEvent],
        of block: EventBlock,
        first: Int64
    ) throws {
        for event in byNumber {
            knownNumbers.add(slot: first + Int64(event), row: block.eventNumber[event])
            try contents.stage(event, of: block, slot: first + Int64(event), owner: 0)
        }
        // They come in the order of their keys.
        for known in byKey.sorted(by: { $0.event < $1.event }) {
            if known.owner > 0, known.owner < firstEvent {
                knownEvents.add(slot: first + Int64(known.event), row: known.owner)
            }
            guard block.hasID(known.event), known.owner > 0 else { continue }
            try contents.stage(known.event, of: block, slot: first + Int64(known.event), owner: known.owner)
        }
        if contents.update == .newest {
            hasTraits = true
            for column in block.traits where !column.codes.isEmpty {
                block.numbers = (0..<block.count).map { first + Int64($0) }
                traits.add(column, of: block, firstEvent: firstEvent)
            }
        }
    }

    private func mark(_ block: EventBlock) {
        people.insert(codes: block.person)
        names.cases.used.insert(codes: block.caseID)
        names.sessions.used.insert(codes: block.session)
        for column in block.dimensions where !column.codes.isEmpty {
            column.dimension.values.used.insert(codes: column.codes)
            if !column.dimension.isOfEvents { column.dimension.isOfEvents = column.codes.contains { $0 >= 0 } }
        }
        // What the newest says of traits was taken with the rows that are known.
        if hasTraits { return }
        for column in block.traits where !column.codes.isEmpty {
            traits.add(column, of: block, firstEvent: firstEvent)
        }
    }
}
