import JourneyModel
import Threads

extension IndexAssembly {
    /// Writes the columns of events; nothing takes effect before `publish`.
    ///
    /// - Parameter cancellation: asked once a partition.
    /// - Throws: `IndexFault`, `CancellationError`.
    func run(cancellation: Cancellation) throws {
        let limit = subjectLimit
        let slots = slotsBySubject(limit)
        let partitions = (limit + IndexAssembly.subjectsTogether - 1) / IndexAssembly.subjectsTogether
        for partition in 0..<partitions {
            try cancellation.check()
            try write(partition, slots)
        }
        try gatherLoose()
        try writeLoose()
        manifest.subjects = manifest.slots - manifest.dead.reduce(0) { $0 + $1.nonzeroBitCount }
        // What was read of a damaged column were zeros.
        if let fault = older?.fault { throw fault }
    }

    /// No subject that anything here tells of has as high a code.
    private var subjectLimit: Int {
        let known = manifest.unit == .case ? older?.cases : older?.people
        let staged = builder.blocks.map { $0.partitions << StagedBlock.partitionBits }.max()
        return max(known ?? 0, staged ?? 0, aliases.limit)
    }

    /// By subject's code: the slot it has in the older index; -1 for none.
    private func slotsBySubject(_ limit: Int) -> [Int32] {
        var slots = [Int32](repeating: -1, count: limit)
        guard let older else { return slots }
        let subjects = older.codes(.slotSubject, count: older.manifest.slots)
        let dead = older.manifest.dead
        for slot in 0..<subjects.count where dead[slot / 64] >> UInt64(slot % 64) & 1 == 0 {
            // A file that is cut at this moment has nobody's.
            let subject = Int(subjects[slot])
            if slots.indices.contains(subject) { slots[subject] = Int32(slot) }
        }
        return slots
    }

    private func write(_ partition: Int, _ slots: [Int32]) throws {
        let base = partition << StagedBlock.partitionBits
        let codes = base..<min(slots.count, base + IndexAssembly.subjectsTogether)
        subject.removeAll()
        stagedOwn.removeAll()
        for cells in cells.values { cells.removeAll() }
        var rows: [(block: Int, partition: Int, places: [Int32]?)] = []
        try selectStaged(partition, base, &rows)
        try takeOlder(codes, base, slots)
        for part in rows { try takeStaged(part) }
        if let own = cells[.ownPerson], !aliases.isEmpty {
            own.grow(by: stagedOwn.count).baseAddress?.update(from: stagedOwn.base, count: stagedOwn.count)
        }
        try writeSlots(base: base)
    }

    // MARK: Staged events

    /// Which staged rows belong to the partition, once aliases are resolved; their subjects go to `subject`.
    private func selectStaged(
        _ partition: Int,
        _ base: Int,
        _ rows: inout [(block: Int, partition: Int, places: [Int32]?)]
    ) throws {
        let scratch = Cells()
        for source in [partition] + aliasPartitions(into: partition) {
            for (index, block) in builder.blocks.enumerated() where !block.rows(of: source).isEmpty {
                guard let column = block.column(.slotSubject) else { continue }
                scratch.removeAll()
                try builder.staging.read(column, block.rows(of: source), into: scratch)
                guard !aliases.isEmpty else {
                    let into = subject.grow(by: scratch.count)
                    for row in 0..<scratch.count { into[row] = scratch.base[row] - 1 - Int64(base) }
                    rows.append((index, source, nil))
                    continue
                }
                var places: [Int32] = []
                for row in 0..<scratch.count {
                    let person = aliases[Int32(scratch.base[row] - 1)]
                    let code = Int(person) - base
                    guard 0..<IndexAssembly.subjectsTogether ~= code else { continue }
                    places.append(Int32(row))
                    subject.append(repeating: Int64(code), count: 1)
                    let isItself = Int64(person) + 1 == scratch.base[row]
                    stagedOwn.append(repeating: isItself ? 0 : scratch.base[row], count: 1)
                }
                if !places.isEmpty { rows.append((index, source, places)) }
            }
        }
    }

    /// Other partitions that have ids which stand for a person of this one.
    private func aliasPartitions(into partition: Int) -> [Int] {
        var found: Set<Int> = []
        for (alias, person) in aliases.pairs where Int(person) >> StagedBlock.partitionBits == partition {
            found.insert(Int(alias) >> StagedBlock.partitionBits)
        }
        return found.subtracting([partition]).sorted()
    }

    private func takeStaged(_ part: (block: Int, partition: Int, places: [Int32]?)) throws {
        let block = builder.blocks[part.block]
        let rows = block.rows(of: part.partition)
        for (id, cells) in cells where id != .ownPerson || aliases.isEmpty {
            try take(id, rows, of: block, places: part.places, into: cells)
        }
    }

    private func take(
        _ id: ColumnID,
        _ rows: Range<Int>,
        of block: StagedBlock,
        places: [Int32]?,
        into cells: Cells
    ) throws {
        let start = cells.count
        if let column = block.column(id) ?? (id == .recorded ? block.column(.time) : nil) {
            try builder.staging.read(column, rows, into: cells)
        } else {
            cells.append(repeating: IndexAssembly.none(id), count: rows.count)
        }
        if let places { cells.keep(places, from: start) }
    }

    // MARK: What the older index has

    /// Takes the older events of the subjects that are written anew: of all, or of those that new events touch.
    private func takeOlder(_ codes: Range<Int>, _ base: Int, _ slots: [Int32]) throws {
        guard let older, older.manifest.rows > 0 else { return }
        let staged = subject.count
        var taken: [(slot: Int, code: Int)] = []
        if isAnew {
            for code in codes where slots[code] >= 0 && Int(aliases[Int32(code)]) == code {
                taken.append((Int(slots[code]), code))
            }
        } else {
            var isTouched = [Bool](repeating: false, count: IndexAssembly.subjectsTogether)
            for row in 0..<staged { isTouched[Int(subject.base[row])] = true }
            for (alias, person) in aliases.pairs where codes.contains(Int(person)) && slots[Int(alias)] >= 0 {
                isTouched[Int(person) - base] = true
            }
            for code in codes where slots[code] >= 0 && isTouched[code - base] {
                taken.append((Int(slots[code]), code))
            }
        }
        for (alias, person) in aliases.pairs where codes.contains(Int(person)) && slots[Int(alias)] >= 0 {
            taken.append((Int(slots[Int(alias)]), Int(person)))
        }
        guard !taken.isEmpty else { return }
        // Their subjects stand first, as their rows do.
        let starts = older.values(.slotStart, as: UInt32.self)
        let ranges = taken.map {
            let start = Int(starts?[$0.slot] ?? 0)
            return start..<max(start, Int(starts?[$0.slot + 1] ?? 0))
        }
        let count = ranges.reduce(0) { $0 + $1.count }
        _ = subject.grow(by: count)
        (subject.base + count).update(from: subject.base, count: staged)
        var row = 0
        for (range, one) in zip(ranges, taken) {
            (subject.base + row).update(repeating: Int64(one.code - base), count: range.count)
            row += range.count
        }
        for (id, cells) in cells { take(id, ranges, of: older, into: cells) }
        noteOwn(ranges, taken, older)
        if !isAnew { for one in taken { kill(one.slot) } }
    }

    /// Events of a subject for which another one stands now keep what they call it.
    private func noteOwn(_ ranges: [Range<Int>], _ taken: [(slot: Int, code: Int)], _ older: IndexImage) {
        guard let own = cells[.ownPerson] else { return }
        let subjects = older.codes(.slotSubject, count: older.manifest.slots)
        var row = own.count - ranges.reduce(0) { $0 + $1.count }
        for (range, one) in zip(ranges, taken) {
            let before = subjects[one.slot]
            for place in row..<row + range.count where Int(before) != one.code && own.base[place] == 0 {
                own.base[place] = Int64(before) + 1
            }
            row += range.count
        }
    }

    private func take(_ id: ColumnID, _ ranges: [Range<Int>], of older: IndexImage, into cells: Cells) {
        if let column = older.column(id) ?? (id == .recorded ? older.column(.time) : nil) {
            let start = cells.count
            for range in ranges { cells.append(column.rows(range), width: column.width) }
            let scale = older.manifest.costScale
            guard id == .cost, scale > 0 else { return }
            for row in start..<cells.count { cells.base[row] = CostScale.bits(cells.base[row], scale: scale) }
        } else {
            cells.append(repeating: IndexAssembly.none(id), count: ranges.reduce(0) { $0 + $1.count })
        }
    }

    // MARK: Events of nobody

    private func gatherLoose() throws {
        for cells in cells.values { cells.removeAll() }
        if isAnew, let older {
            for (id, cells) in cells { take(id, older.manifest.loose, of: older, into: cells) }
        }
        for block in builder.blocks where !block.loose.isEmpty {
            for (id, cells) in cells { try take(id, block.loose, of: block, places: nil, into: cells) }
        }
    }
}
