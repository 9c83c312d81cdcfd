internal import JourneyModel

/// The events of an import that is taken out. Those that a later import brought too become that one's, at the place where it had
/// them.
struct ForgottenEvents {
    /// The numbers that events get which another import brought too, by the numbers that they have.
    let moves: [Int64: Int64]
    private let batch: ForgottenBatch
    private let owners: BatchRanges
    private let connection: OpaquePointer
    private let path: String
    /// Of the events that have an id which is a plain number.
    private let ids: [(number: Int64, event: Int64)]

    /// - Parameter path: the store's.
    init(_ batch: ForgottenBatch, _ owners: BatchRanges, _ connection: OpaquePointer, path: String) throws {
        self.batch = batch
        self.owners = owners
        self.connection = connection
        self.path = path
        var moves: [Int64: Int64] = [:]
        for known in try KnownStretches.read(connection, table: KnownStretches.events, except: batch.number) {
            let stretch = known.stretch
            for row in stretch.rows.clamped(to: batch.events) where moves[row] == nil {
                moves[row] = stretch.slot + row - stretch.row
            }
        }
        let rows = try RawStatement(
            connection,
            "SELECT event_id, id FROM events WHERE id >= ?1 AND id < ?2 AND typeof(event_id) = 'integer'"
        )
        rows.bind(batch.events.lowerBound, at: 1)
        rows.bind(batch.events.upperBound, at: 2)
        var ids: [(number: Int64, event: Int64)] = []
        while try rows.step() { ids.append((rows.int(0), rows.int(1))) }
        ids.sort { $0.number < $1.number }
        self.ids = ids
        if !batch.isAgain, !ids.isEmpty {
            let own = owners.numbers(of: batch.source)
            for known in try KnownStretches.read(connection, table: KnownStretches.numbers, except: batch.number)
            where own.contains(known.batch) {
                let stretch = known.stretch
                var place = ForgottenEvents.place(of: stretch.row, in: ids)
                while place < ids.count, stretch.rows.contains(ids[place].number) {
                    let (number, event) = ids[place]
                    if moves[event] == nil { moves[event] = stretch.slot + number - stretch.row }
                    place += 1
                }
            }
        }
        self.moves = moves
    }

    private static func place(of number: Int64, in ids: [(number: Int64, event: Int64)]) -> Int {
        var low = 0
        var high = ids.count
        while low < high {
            let middle = (low + high) / 2
            if ids[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// - Returns: how many events each other import has got.
    func run(tick: () throws -> Void) throws -> [Int64: Int] {
        let there = try existing()
        try forgetKeys(there, tick)
        var received: [Int64: Int] = [:]
        let move = try RawStatement(connection, "UPDATE events SET id = ?2 WHERE id = ?1")
        for (index, event) in moves.keys.sorted().enumerated() where there.contains(event) {
            if index & 0xFFF == 0 { try tick() }
            guard let slot = moves[event], let owner = owners.batch(of: slot) else { continue }
            move.bind(event, at: 1)
            move.bind(slot, at: 2)
            try move.run()
            received[owner.number, default: 0] += 1
        }
        let deletion = try RawStatement(connection, "DELETE FROM events WHERE id >= ?1 AND id < ?2")
        deletion.bind(batch.events.lowerBound, at: 1)
        deletion.bind(batch.events.upperBound, at: 2)
        try deletion.run()
        try KnownStretches.follow(moves, table: KnownStretches.events, within: batch.events, in: connection)
        return received
    }

    /// Those of the import's events that were not erased.
    private func existing() throws -> NumbersInRange {
        var there = NumbersInRange(batch.events)
        let rows = try RawStatement(connection, "SELECT id FROM events WHERE id >= ?1 AND id < ?2")
        rows.bind(batch.events.lowerBound, at: 1)
        rows.bind(batch.events.upperBound, at: 2)
        while try rows.step() { there.insert(rows.int(0)) }
        return there
    }

    /// The keys of events that were erased stay, so that what was erased does not come back.
    private func forgetKeys(_ there: NumbersInRange, _ tick: () throws -> Void) throws {
        try StoredKeys(connection, besideStore: path).rewrite(tick: tick) { event in
            guard batch.events.contains(event) else { return event }
            guard there.contains(event) else { return 0 }
            return moves[event]
        }
        guard !batch.isAgain else { return }
        let numbers = try NumberedIDs(connection, source: batch.source)
        let gone = try ids.filter { moves[$0.event] == nil }.map(\.number).filter(numbers.contains)
        try numbers.remove(gone, tick: tick)
    }
}

/// Which numbers of a range there are.
struct NumbersInRange {
    private let range: Range<Int64>
    private var numbers: BitSet

    init(_ range: Range<Int64>) {
        self.range = range
        numbers = BitSet(count: range.count)
    }

    /// `number` is not in it yet.
    mutating func insert(_ number: Int64) { numbers.insert(Int(number - range.lowerBound)) }

    func contains(_ number: Int64) -> Bool {
        range.contains(number) && numbers.contains(Int(number - range.lowerBound))
    }
}
