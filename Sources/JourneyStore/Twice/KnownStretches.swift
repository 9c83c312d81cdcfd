/// Rows of an import that the store has had before: stretches in which one row after another is known as one row after
/// another. A file that brings all that an earlier one had is one stretch.
struct KnownStretches {
    struct Stretch: Hashable {
        /// The number that the first row would have, were it not known.
        var slot: Int64
        /// The row that the first is known as.
        var row: Int64
        var count: Int64

        var rows: Range<Int64> { row..<row + count }
    }

    private(set) var all: [Stretch] = []

    /// - Parameters:
    ///   - slot: the number that the row would have; above those added before.
    ///   - row: the number of the row that it is known as.
    mutating func add(slot: Int64, row: Int64) {
        if let last = all.last, last.slot + last.count == slot, last.row + last.count == row {
            all[all.count - 1].count += 1
        } else {
            all.append(Stretch(slot: slot, row: row, count: 1))
        }
    }

    /// Events that are known by their number, and those that are known by an id that is a plain number: the row is that number.
    static let events = "events"
    static let numbers = "event numbers"

    /// Rows that give persons a trait: the row is the person's number.
    static func trait(_ number: Int64) -> String { "person trait \(number)" }

    /// - Parameter table: whose rows they are.
    func store(in connection: OpaquePointer, batch: Int64, table: String, tick: () throws -> Void) throws {
        guard !all.isEmpty else { return }
        let insertion = try RawStatement(
            connection,
            #"INSERT INTO known_rows(batch, "table", slot, row, count) VALUES (?1, ?2, ?3, ?4, ?5)"#
        )
        for (index, stretch) in all.enumerated() {
            if index & 0xFFF == 0 { try tick() }
            insertion.bind(batch, at: 1)
            insertion.bind(table, at: 2)
            insertion.bind(stretch.slot, at: 3)
            insertion.bind(stretch.row, at: 4)
            insertion.bind(stretch.count, at: 5)
            try insertion.run()
        }
    }

    /// The stretches of rows of `table` that imports have met again, the earliest import first, in the order of its rows.
    static func read(
        _ connection: OpaquePointer,
        table: String,
        except batch: Int64
    ) throws -> [(batch: Int64, stretch: Stretch)] {
        let rows = try RawStatement(
            connection,
            #"SELECT batch, slot, row, count FROM known_rows WHERE "table" = ?1 AND batch <> ?2 ORDER BY batch, slot"#
        )
        rows.bind(table, at: 1)
        rows.bind(batch, at: 2)
        let rules = TableRules(
            "known_rows",
            key: [("batch", .count)],
            [("slot", .count), ("row", .number(-(1 << 62)...(1 << 62))), ("count", .number(1...Int64(UInt32.max)))]
        )
        var found: [(batch: Int64, stretch: Stretch)] = []
        while try rows.step() {
            try rules.check(rows)
            found.append((rows.int(0), Stretch(slot: rows.int(1), row: rows.int(2), count: rows.int(3))))
        }
        return found
    }

    /// Tells the stretches of the imports that are left of rows that have other numbers now.
    ///
    /// - Parameters:
    ///   - moves: the numbers that rows got, by those that they had.
    ///   - range: no row of it is where it was.
    ///   - rows: of the range, where others are too.
    static func follow(
        _ moves: [Int64: Int64],
        table: String,
        within range: Range<Int64>,
        only rows: Set<Int64>? = nil,
        in connection: OpaquePointer
    ) throws {
        var left: [Int64: [Stretch]] = [:]
        var touched: Set<Int64> = []
        for known in try read(connection, table: table, except: 0) {
            left[known.batch, default: []].append(known.stretch)
            if known.stretch.rows.overlaps(range) { touched.insert(known.batch) }
        }
        let deletion = try RawStatement(connection, #"DELETE FROM known_rows WHERE "table" = ?1 AND batch = ?2"#)
        for batch in touched {
            deletion.bind(table, at: 1)
            deletion.bind(batch, at: 2)
            try deletion.run()
            var rest = KnownStretches()
            for stretch in left[batch] ?? [] {
                for row in stretch.rows {
                    let slot = stretch.slot + row - stretch.row
                    guard range.contains(row), rows?.contains(row) ?? true else {
                        rest.add(slot: slot, row: row)
                        continue
                    }
                    // What is the import's own now, it knows from nobody.
                    if let moved = moves[row], moved != slot { rest.add(slot: slot, row: moved) }
                }
            }
            try rest.store(in: connection, batch: batch, table: table, tick: {})
        }
    }
}
