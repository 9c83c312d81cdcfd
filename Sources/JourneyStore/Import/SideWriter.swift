internal import JourneyModel

/// Stores an import's side records: those that the source gave before are not stored again.
struct SideWriter {
    private struct Table {
        let kind: RecordKind
        var insertion: RawStatement
        var keys: KeyWriter
        var nextID: Int64
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
                    keys: try SideWriter.keys(connection, table: table.name),
                    nextID: try StoreWriter.nextNumber(connection, table.name)
                )
            )
        }
        traitKeys = try SideWriter.keys(connection, table: "person_traits")
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

    private static func keys(_ connection: OpaquePointer, table: String) throws -> KeyWriter {
        try KeyWriter(connection, table: "record_keys", row: "row", constant: [("\"table\"", "'\(table)'")])
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
                rejectAgain.bind(batch, at: 1)
                rejectAgain.bind(known, at: 2)
                try rejectAgain.runKeepingBindings()
            } else {
                duplicates += 1
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
