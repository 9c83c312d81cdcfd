internal import JourneyModel

/// The rows beside the events of an import that is taken out. Those that a later import brought too become that one's, with the
/// number that it kept for them.
struct ForgottenRecords {
    private struct Place {
        var row: Int64
        var batch: Int64
    }

    private let batch: Int64
    private let connection: OpaquePointer

    init(_ batch: Int64, _ connection: OpaquePointer) {
        self.batch = batch
        self.connection = connection
    }

    /// - Returns: how many rows each other import has got.
    func run(tick: () throws -> Void) throws -> [Int64: Int] {
        var received: [Int64: Int] = [:]
        var moves: [String: [Int64: Place]] = [:]
        for kind in RecordKind.tables(of: Schema.version) {
            try tick()
            let moved = try self.moves(of: kind)
            moves[kind.name] = moved
            let update = try RawStatement(connection, "UPDATE \(kind.name) SET id = ?2, batch = ?3 WHERE id = ?1")
            for (row, place) in moved.sorted(by: { $0.key < $1.key }) {
                update.bind(row, at: 1)
                update.bind(place.row, at: 2)
                update.bind(place.batch, at: 3)
                try update.run()
                if kind != .rejects { received[place.batch, default: 0] += 1 }
            }
            try RawStatement(connection, "DELETE FROM \(kind.name) WHERE batch = \(batch)").run()
            if kind == .rejects {
                try forgetTaken(moved)
            } else if let first = moved.keys.min(), let last = moved.keys.max() {
                try KnownStretches.follow(
                    moved.mapValues(\.row),
                    table: kind.name,
                    within: first..<last + 1,
                    only: Set(moved.keys),
                    in: connection
                )
            }
        }
        try forgetKeys(moves, tick)
        return received
    }

    private func moves(of kind: RecordKind) throws -> [Int64: Place] {
        var own: Set<Int64> = []
        let rows = try RawStatement(connection, "SELECT id FROM \(kind.name) WHERE batch = \(batch)")
        while try rows.step() { own.insert(rows.int(0)) }
        var moves: [Int64: Place] = [:]
        guard let first = own.min(), let last = own.max() else { return moves }
        for known in try KnownStretches.read(connection, table: kind.name, except: batch) {
            for row in known.stretch.rows.clamped(to: first..<last + 1) where own.contains(row) {
                // A reject is listed with the latest that met it, and keeps its number.
                if kind != .rejects, moves[row] != nil { continue }
                let slot = kind == .rejects ? row : known.stretch.slot + row - known.stretch.row
                moves[row] = Place(row: slot, batch: known.batch)
            }
        }
        return moves
    }

    /// Who has a reject again has not lost it to another.
    private func forgetTaken(_ moved: [Int64: Place]) throws {
        let deletion = try RawStatement(
            connection,
            #"DELETE FROM known_rows WHERE "table" = 'rejects' AND batch = ?1 AND slot = ?2"#
        )
        for (row, place) in moved {
            deletion.bind(place.batch, at: 1)
            deletion.bind(row, at: 2)
            try deletion.run()
        }
    }

    /// Of a row that was erased the key stays, so that it does not come back.
    private func forgetKeys(_ moves: [String: [Int64: Place]], _ tick: () throws -> Void) throws {
        let rows = try RawStatement(
            connection,
            #"SELECT "key", "table", row FROM record_keys WHERE batch = \#(batch) AND row <> 0"#
        )
        var gone: [Int64] = []
        var kept: [(key: Int64, place: Place)] = []
        while try rows.step() {
            if rows.text(1) == "person_traits" { continue }
            if let place = moves[rows.text(1)]?[rows.int(2)] {
                kept.append((rows.int(0), place))
            } else {
                gone.append(rows.int(0))
            }
        }
        let deletion = try RawStatement(connection, #"DELETE FROM record_keys WHERE "key" = ?1"#)
        for (index, key) in gone.enumerated() {
            if index & 0xFFF == 0 { try tick() }
            deletion.bind(key, at: 1)
            try deletion.runKeepingBindings()
        }
        let update = try RawStatement(connection, #"UPDATE record_keys SET row = ?2, batch = ?3 WHERE "key" = ?1"#)
        for entry in kept {
            update.bind(entry.key, at: 1)
            update.bind(entry.place.row, at: 2)
            update.bind(entry.place.batch, at: 3)
            try update.run()
        }
    }
}
