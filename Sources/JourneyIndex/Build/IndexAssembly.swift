import JourneyModel

/// The last part of building an index: takes the staged events partition by partition, puts those of each subject in order,
/// and writes the columns. Of what else the store holds it has to know only which ids are one person, until `publish`.
final class IndexAssembly {
    /// Has this, and lives longer.
    unowned let builder: IndexBuilder
    let aliases: AliasTable
    /// A set of columns of its own, or the older set continued.
    let isAnew: Bool
    let older: IndexImage?
    /// Where the columns are written; nil: in memory.
    let columnFolder: ColumnFolder?
    var manifest: IndexManifest
    var outputs: [ColumnID: ColumnOutput] = [:]
    var cells: [ColumnID: Cells] = [:]
    let subject = Cells()
    /// Of the staged events of the partition in hand: what `ColumnID.ownPerson` has of them.
    let stagedOwn = Cells()
    private let costScale: Int64
    private var order: [Int32] = []

    static let subjectsTogether = 1 << StagedBlock.partitionBits

    /// - Parameter name: what a set of columns of its own is to be called, if nothing is.
    init(_ builder: IndexBuilder, _ aliases: AliasTable, name: String) throws {
        self.builder = builder
        self.aliases = aliases
        try builder.checkFit(aliases)
        older = builder.older
        costScale = IndexAssembly.costScale(builder, older)
        if let older, builder.folder != nil {
            let dead = older.manifest.rows - older.manifest.events
            let keepsCosts = older.manifest.column(.cost) == nil || older.manifest.costScale == costScale
            isAnew = 2 * (builder.events + dead) > older.manifest.events || !keepsCosts
        } else {
            isAnew = true
        }
        if let older, !isAnew {
            columnFolder = try builder.folder?.columnsToContinue(older.manifest.folder)
            manifest = IndexManifest(folder: older.manifest.folder)
        } else {
            let made = try builder.folder?.makeColumns(name)
            columnFolder = made?.folder
            manifest = IndexManifest(folder: made?.name ?? name)
        }
        manifest.unit = builder.unit ?? .person
        manifest.costScale = costScale
        if !isAnew, let known = older?.manifest {
            manifest.slots = known.slots
            manifest.dead = known.dead
            manifest.loose = known.loose
        }
        try openEventColumns()
    }

    // MARK: Columns of events

    private func openEventColumns() throws {
        var ids = Set(older?.manifest.columns.map(\.id).filter(\.isOfEvents) ?? [])
        for block in builder.blocks { ids.formUnion(block.columns.map(\.id).filter(\.isOfEvents)) }
        ids.formUnion([.time, .number])
        if manifest.unit == .person, !aliases.isEmpty { ids.insert(.ownPerson) }
        for id in ids.sorted(by: { $0.code < $1.code }) {
            cells[id] = Cells()
            try open(id, width: width(of: id))
        }
        try open(.slotStart, width: 4)
        try open(.slotSubject, width: 4)
        if outputs[.slotStart]?.count == 0 { try append([0], to: .slotStart) }
    }

    private func width(of id: ColumnID) -> Int {
        let staged = builder.blocks.compactMap { $0.column(id)?.width }.max() ?? 1
        let needed =
            switch id {
            case .dimension, .caseID, .session, .duration: staged
            case .number: max(4, staged)
            case .ownPerson: Cells.width(for: Int64(aliases.limit))
            case .cost where costScale > 0: Cells.width(for: CostScale.cell(of: builder.costs.most, scale: costScale))
            default: 8
            }
        return max(needed, older?.manifest.column(id)?.width ?? 0)
    }

    /// Goes on with the older column where it is as wide as it has to be; else begins it anew with what it held.
    private func open(_ id: ColumnID, width: Int) throws {
        let name = "\(id.fileName).\(width)"
        guard !isAnew, let (known, column) = try olderColumn(id) else {
            outputs[id] = try ColumnOutput(id, width: width, file: name, in: columnFolder)
            if !isAnew, let rows = older?.manifest.rows, id.isOfEvents { try backfill(id, rows: rows) }
            return
        }
        if known.width == width {
            outputs[id] = try ColumnOutput(continuing: column, known, in: columnFolder)
        } else {
            let output = try ColumnOutput(id, width: width, file: name, in: columnFolder)
            let cells = Cells()
            for start in stride(from: 0, to: column.count, by: 1 << 16) {
                cells.removeAll()
                cells.append(column.rows(start..<min(column.count, start + 1 << 16)), width: column.width)
                try output.append(cells)
            }
            outputs[id] = output
        }
    }

    /// What the older index has of a column, its bytes checked; nil where it has none.
    func olderColumn(_ id: ColumnID) throws -> (known: IndexManifest.Column, column: StoredColumn)? {
        guard let older, let known = older.manifest.column(id) else { return nil }
        guard let column = older.column(id) else { throw older.fault ?? IndexFault.missing }
        return (known, column)
    }

    /// A column that older events know nothing of.
    private func backfill(_ id: ColumnID, rows: Int) throws {
        let cells = Cells()
        for start in stride(from: 0, to: rows, by: 1 << 16) {
            cells.removeAll()
            let part = start..<min(rows, start + 1 << 16)
            if id == .recorded, let time = older?.column(.time) {
                cells.append(time.rows(part), width: 8)
            } else {
                // A missing cost in parts of the unit is 0, as missing codes are.
                let none = id == .cost && costScale > 0 ? 0 : IndexAssembly.none(id)
                cells.append(repeating: none, count: part.count)
            }
            try outputs[id]?.append(cells)
        }
    }

    /// Parts of the unit in which all costs, old and new, are whole numbers; 0 where there is no such part.
    private static func costScale(_ builder: IndexBuilder, _ older: IndexImage?) -> Int64 {
        let new = builder.costs.scale
        guard let older, older.manifest.column(.cost) != nil else { return new }
        let known = older.manifest.costScale
        let fits = new == known || (new == 1 && known > 0 && builder.costs.most * Double(known) < 2e9)
        return fits ? known : 0
    }

    /// Costs are numbers while events are put in order; whole numbers of parts are made of them at the end.
    private func packCosts() {
        guard costScale > 0, let costs = cells[.cost] else { return }
        for row in 0..<costs.count { costs.base[row] = CostScale.cell(costs.base[row], scale: costScale) }
    }

    /// The cell of an event without a value.
    static func none(_ id: ColumnID) -> Int64 {
        id == .cost ? Int64(bitPattern: Double.nan.bitPattern) : 0
    }

    func append(_ values: [Int64], to id: ColumnID) throws {
        let cells = Cells(capacity: values.count)
        _ = cells.grow(by: values.count).initialize(from: values)
        try outputs[id]?.append(cells)
    }

    // MARK: Slots

    /// Writes the rows in `cells`, whose subjects less `base` are in `subject`, subject by subject.
    func writeSlots(base: Int) throws {
        let rows = subject.count
        guard rows > 0 else { return }
        var starts = [Int](repeating: 0, count: IndexAssembly.subjectsTogether + 1)
        for row in 0..<rows { starts[Int(subject.base[row]) + 1] += 1 }
        for place in 0..<IndexAssembly.subjectsTogether { starts[place + 1] += starts[place] }
        if order.count < rows { order = [Int32](repeating: 0, count: rows) }
        var next = starts
        for row in 0..<rows {
            let place = Int(subject.base[row])
            order[next[place]] = Int32(row)
            next[place] += 1
        }
        sortWithinSubjects(starts)
        packCosts()
        try order.withUnsafeBufferPointer { order in
            let order = UnsafeBufferPointer(rebasing: order[..<rows])
            for (id, cells) in cells { try outputs[id]?.append(cells, order: order) }
        }
        let firstRow = Int64((outputs[.time]?.count ?? 0) - rows)
        var ends: [Int64] = []
        var codes: [Int64] = []
        for place in 0..<IndexAssembly.subjectsTogether where starts[place + 1] > starts[place] {
            ends.append(firstRow + Int64(starts[place + 1]))
            codes.append(Int64(base + place) + 1)
        }
        try append(ends, to: .slotStart)
        try append(codes, to: .slotSubject)
        addSlots(codes.count)
    }

    /// D1: time, sequence, number. Most files come in that order already, so look before sorting.
    private func sortWithinSubjects(_ starts: [Int]) {
        guard let time = cells[.time]?.base, let number = cells[.number]?.base else { return }
        let sequence = cells[.sequence]?.base
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            let (a, b) = (Int(left), Int(right))
            if time[a] != time[b] { return time[a] < time[b] }
            if let sequence, sequence[a] != sequence[b] { return sequence[a] < sequence[b] }
            return number[a] < number[b]
        }
        order.withUnsafeMutableBufferPointer { order in
            for place in 0..<IndexAssembly.subjectsTogether {
                var isSorted = true
                for row in stride(from: starts[place] + 1, to: starts[place + 1], by: 1)
                where !precedes(order[row - 1], order[row]) {
                    isSorted = false
                    break
                }
                if !isSorted { order[starts[place]..<starts[place + 1]].sort(by: precedes) }
            }
        }
    }

    /// Events of nobody make a slot that no subject has.
    func writeLoose() throws {
        guard let rows = cells[.time]?.count, rows > 0 else { return }
        packCosts()
        for (id, cells) in cells { try outputs[id]?.append(cells) }
        let end = outputs[.time]?.count ?? rows
        manifest.loose.append(end - rows..<end)
        try append([Int64(end)], to: .slotStart)
        try append([0], to: .slotSubject)
        addSlots(1)
        kill(manifest.slots - 1)
    }

    private func addSlots(_ count: Int) {
        manifest.slots += count
        let words = (manifest.slots + 63) / 64
        if manifest.dead.count < words { manifest.dead += Array(repeating: 0, count: words - manifest.dead.count) }
    }

    func kill(_ slot: Int) {
        manifest.dead[slot / 64] |= 1 << UInt64(slot % 64)
    }
}

extension StoredColumn {
    /// The bytes of some of its values.
    func rows(_ rows: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[rows.lowerBound * width..<rows.upperBound * width])
    }
}
