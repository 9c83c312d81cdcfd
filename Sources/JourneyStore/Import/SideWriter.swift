internal import JourneyModel

/// Stores an import's side records: those that the source gave before are not stored again.
struct SideWriter {
    private struct Table {
        let kind: RecordKind
        var insertion: RawStatement
        var keys: KeyWriter
        /// Rows that are known have a number too: it is theirs once the import that had them first is taken out.
        var nextID: Int64
        var known = KnownStretches()
    }

    private static let mostWaiting = 1 << 18

    private(set) var stored = 0
    private(set) var duplicates = 0
    private(set) var hasNewDeclarations = false
    /// Tables that have new rows.
    private(set) var changedTables: Set<RecordKind> = []
    private let names: ImportNames
    private let batch: Int64
    private var tables: [Table] = []
    /// By the kind's number, the place of its table; -1 where there is none.
    private var places = [Int](repeating: -1, count: Int(UInt8.max) + 1)
    private var traitKeys: KeyWriter
    private var waitingKeys: [RecordKey] = []
    private var waitingTraits: [StagedTrait] = []
    /// By the trait's number, the persons of rows that were known.
    private var knownTraits: [Int32: NumberSet] = [:]
    /// The rejects that an earlier import has met too, and that import.
    private var rejectsTaken: [(row: Int64, batch: Int64)] = []
    private let rejectHolder: RawStatement
    private let rejectAgain: RawStatement
    private let role: RawStatement
    private let channelKind: RawStatement

    init(_ connection: OpaquePointer, names: ImportNames, batch: Int64) throws {
        self.names = names
        self.batch = batch
        for table in RecordKind.tables(of: Schema.version) {
            let marks = (1...table.fields.count + 2).map { "?\($0)" }.joined(separator: ", ")
            let columns = (["id", "batch"] + table.columns).joined(separator: ", ")
            places[Int(table.number)] = tables.count
            tables.append(
                Table(
                    kind: table,
                    insertion: try RawStatement(
                        connection,
                        "INSERT INTO \(table.name)(\(columns)) VALUES (\(marks))"
                    ),
                    keys: try SideWriter.keys(connection, table: table.name, batch: batch),
                    nextID: try SideWriter.nextNumber(connection, table.name)
                )
            )
        }
        traitKeys = try SideWriter.keys(connection, table: "person_traits", batch: batch)
        rejectHolder = try RawStatement(connection, "SELECT batch FROM rejects WHERE id = ?1")
        rejectAgain = try RawStatement(connection, "UPDATE rejects SET batch = ?1 WHERE id = ?2")
        role = try RawStatement(
            connection,
            """
            INSERT INTO roles(batch, touchpoint, service, role) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT(touchpoint, ifnull(service, '')) DO UPDATE SET role = excluded.role, batch = excluded.batch
            WHERE role <> excluded.role
            """
        )
        channelKind = try RawStatement(
            connection,
            """
            INSERT INTO channel_kinds(channel, batch, kind) VALUES (?1, ?2, ?3)
            ON CONFLICT(channel) DO UPDATE SET kind = excluded.kind, batch = excluded.batch WHERE kind <> excluded.kind
            """
        )
    }

    private static func keys(_ connection: OpaquePointer, table: String, batch: Int64) throws -> KeyWriter {
        try KeyWriter(
            connection,
            table: "record_keys",
            row: "row",
            constant: [("\"table\"", "'\(table)'"), ("batch", "\(batch)")]
        )
    }

    /// No row gets a number that is kept for one that is known.
    private static func nextNumber(_ connection: OpaquePointer, _ table: String) throws -> Int64 {
        let kept = try RawStatement(
            connection,
            #"SELECT ifnull(max(max(slot, row) + count), 0) FROM known_rows WHERE "table" = '\#(table)'"#
        )
        _ = try kept.step()
        return try max(StoreWriter.nextNumber(connection, table), kept.int(0))
    }

    /// Takes note of which rows were known, and from whom.
    func storeKnown(in connection: OpaquePointer, tick: () throws -> Void) throws {
        for table in tables {
            try table.known.store(in: connection, batch: batch, table: table.kind.name, tick: tick)
        }
        for (trait, persons) in knownTraits.sorted(by: { $0.key < $1.key }) {
            var known = KnownStretches()
            for person in 0..<persons.end where persons[person] { known.add(slot: Int64(person), row: Int64(person)) }
            try known.store(in: connection, batch: batch, table: KnownStretches.trait(Int64(trait)), tick: tick)
        }
        let taken = try RawStatement(
            connection,
            #"INSERT OR IGNORE INTO known_rows(batch, "table", slot, row, count) VALUES (?1, 'rejects', ?2, ?2, 1)"#
        )
        for reject in rejectsTaken {
            taken.bind(reject.batch, at: 1)
            taken.bind(reject.row, at: 2)
            try taken.run()
        }
    }

    mutating func storeRow(_ staged: inout StagedBytes) throws {
        let place = places[Int(staged.take(UInt8.self))]
        guard place >= 0 else { throw ImportFailure.staging }
        let kind = tables[place].kind
        let key = RecordKey(place: staged.take(UInt64.self), mark: staged.take(UInt16.self))
        let known = try tables[place].keys.existing(key, orInsert: tables[place].nextID)
        let insertion = tables[place].insertion
        for parameter in kind.fields.indices {
            let index = Int32(parameter) + 3
            switch StagedType(rawValue: staged.take(UInt8.self)) {
            case .integer: insertion.bind(staged.take(Int64.self), at: index)
            case .real: insertion.bind(staged.take(Double.self), at: index)
            case .text: insertion.bind(borrowed: staged.takeText(), at: index)
            case .person:
                let person = staged.take(Int32.self)
                if known == nil { names.people.used[Int(person)] = true }
                insertion.bind(Int64(person), at: index)
            case .null, nil: break
            }
        }
        if let known {
            insertion.reset()
            if kind == .rejects {
                // Listed with the latest import that met it, so that this one's list is whole.
                rejectHolder.bind(known, at: 1)
                if try rejectHolder.step(), rejectHolder.int(0) != batch {
                    rejectsTaken.append((row: known, batch: rejectHolder.int(0)))
                }
                rejectHolder.rewind()
                rejectAgain.bind(batch, at: 1)
                rejectAgain.bind(known, at: 2)
                try rejectAgain.runKeepingBindings()
            } else {
                duplicates += 1
                if known > 0 { tables[place].known.add(slot: tables[place].nextID, row: known) }
                tables[place].nextID += 1
            }
            return
        }
        insertion.bind(tables[place].nextID, at: 1)
        insertion.bind(batch, at: 2)
        try insertion.run()
        tables[place].nextID += 1
        changedTables.insert(kind)
        if kind != .rejects { stored += 1 }
    }

    /// Traits wait until there are many: keys are hashes, and in their own order they find their places in the table
    /// several times as fast.
    mutating func storeTrait(_ staged: inout StagedBytes, in traits: TraitChanges) throws {
        waitingKeys.append(RecordKey(place: staged.take(UInt64.self), mark: staged.take(UInt16.self)))
        waitingTraits.append(staged.take(StagedTrait.self))
        if waitingKeys.count >= SideWriter.mostWaiting { try storeWaiting(in: traits) }
    }

    /// Every trait is stored afterwards.
    mutating func storeWaiting(in traits: TraitChanges) throws {
        var isNew = BitSet(count: waitingKeys.count)
        for entry in KeyOrder.sorted(waitingKeys) {
            let index = Int(entry.index)
            if try traitKeys.insert(entry.key, row: Int64(waitingTraits[index].person)) { isNew.insert(index) }
        }
        for (index, trait) in waitingTraits.enumerated() where !isNew.contains(index) {
            let number = names.dimensions.all[Int(trait.dimension)].id
            let persons = knownTraits[number] ?? NumberSet()
            persons[Int(trait.person)] = true
            knownTraits[number] = persons
        }
        for (index, trait) in waitingTraits.enumerated() where isNew.contains(index) {
            let dimension = names.dimensions.all[Int(trait.dimension)]
            names.people.used[Int(trait.person)] = true
            traits.set(dimension, ofPerson: trait.person, to: trait.code, after: trait.events)
        }
        stored += isNew.count
        duplicates += waitingTraits.count - isNew.count
        waitingKeys.removeAll(keepingCapacity: true)
        waitingTraits.removeAll(keepingCapacity: true)
    }

    mutating func storeRole(_ staged: inout StagedBytes) throws {
        role.bind(batch, at: 1)
        role.bind(borrowed: staged.takeText(), at: 2)
        let isOfEveryService = staged.take(Bool.self)
        let service = staged.takeText()
        if !isOfEveryService { role.bind(borrowed: service, at: 3) }
        role.bind(borrowed: staged.takeText(), at: 4)
        try role.run()
        if role.changes > 0 { hasNewDeclarations = true }
    }

    mutating func storeChannelKind(_ staged: inout StagedBytes) throws {
        channelKind.bind(borrowed: staged.takeText(), at: 1)
        channelKind.bind(batch, at: 2)
        channelKind.bind(borrowed: staged.takeText(), at: 3)
        try channelKind.run()
        if channelKind.changes > 0 { hasNewDeclarations = true }
    }
}
