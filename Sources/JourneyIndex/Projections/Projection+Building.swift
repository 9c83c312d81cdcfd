import JourneyModel

extension Projection {
    /// Stands for a row that does not count any more.
    private static let gone: Int32 = -2

    /// The projection of the unit by which the index is made: its rows as they lie.
    static func asStored(of source: EventSource) -> Projection {
        let manifest = source.image.manifest
        let starts = source.slotStarts
        var ignored: [Range<Int>] = []
        for (index, word) in manifest.dead.enumerated() where word != 0 {
            for bit in 0..<64 where word >> UInt64(bit) & 1 != 0 {
                let slot = index * 64 + bit
                if slot + 1 < starts.count { ignored.append(Int(starts[slot])..<Int(starts[slot + 1])) }
            }
        }
        return Projection(
            unit: manifest.unit,
            events: EventColumns(source: source, ignoring: ignored),
            starts: starts,
            dead: manifest.dead.contains { $0 != 0 } ? Column(manifest.dead) : nil,
            subjectCode: source.image.codes(.slotSubject, count: manifest.slots),
            unassigned: EventColumns(source: source, rows: Column(manifest.loose.flatMap { $0.map(Int32.init) }))
        )
    }

    /// The projection of persons or cases, `stored` where that is the unit of the index: an event belongs to the one its row
    /// names.
    static func byCode(_ unit: CountingUnit, of source: EventSource, stored: Projection) -> Projection {
        if unit == stored.unit { return stored }
        let column = unit == .case ? source.codes(.caseID) : source.person
        return grouped(unit, of: source, by: liveRows(of: source, stored) { column[$0] })
    }

    /// By row: `code` of those that count, `gone` for the others.
    static func liveRows(
        of source: EventSource,
        _ stored: Projection,
        _ code: (Int) -> Int32
    ) -> [Int32] {
        var codes = [Int32](repeating: gone, count: source.rows)
        for subject in 0..<stored.subjects {
            for row in stored.range(of: subject) { codes[row] = code(row) }
        }
        for range in source.image.manifest.loose {
            for row in range { codes[row] = code(row) }
        }
        return codes
    }

    /// Rows by subject code, a counting sort; -1 has no subject. Codes without events are left out.
    static func grouped(_ unit: CountingUnit, of source: EventSource, by code: [Int32]) -> Projection {
        let codes = max(0, Int(code.max() ?? -1) + 1)
        // First how many events each code has, then the next free place of each: of many subjects two lists would be too many.
        var places = [UInt32](repeating: 0, count: codes)
        var unassigned = 0
        for value in code {
            if value >= 0 { places[Int(value)] += 1 } else if value == -1 { unassigned += 1 }
        }
        let used = places.count { $0 > 0 }
        var subjects: [Int32] = []
        subjects.reserveCapacity(used)
        var end: UInt32 = 0
        let starts = Column<UInt32>(count: used + 1) { starts in
            for value in 0..<codes where places[value] > 0 {
                starts[subjects.count] = end
                subjects.append(Int32(value))
                let count = places[value]
                places[value] = end
                end += count
            }
            starts[used] = end
        }
        var loose: [Int32] = []
        loose.reserveCapacity(unassigned)
        let rows = Column<Int32>(count: Int(end)) { rows in
            for (row, value) in code.enumerated() where value != gone {
                if value < 0 {
                    loose.append(Int32(row))
                } else {
                    rows[Int(places[Int(value)])] = Int32(row)
                    places[Int(value)] += 1
                }
            }
            sortWithinSubjects(rows, starts: starts, source)
        }
        return Projection(
            unit: unit,
            events: EventColumns(source: source, rows: rows),
            starts: starts,
            subjectCode: CodeColumn(count: subjects.count, limit: Int(Int32.max)) { subjects[$0] },
            unassigned: EventColumns(source: source, rows: Column(loose))
        )
    }

    /// D1: time, sequence, number.
    private static func sortWithinSubjects(
        _ rows: UnsafeMutableBufferPointer<Int32>,
        starts: Column<UInt32>,
        _ source: EventSource
    ) {
        let time = source.time
        let sequence = source.sequence
        let number = source.numbers
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            let (a, b) = (Int(left), Int(right))
            if time[a] != time[b] { return time[a] < time[b] }
            if let sequence, sequence[a] != sequence[b] { return sequence[a] < sequence[b] }
            return number(a) < number(b)
        }
        for subject in 0..<(starts.count - 1) {
            let range = Int(starts[subject])..<Int(starts[subject + 1])
            let isSorted = range.dropFirst().allSatisfy { precedes(rows[$0 - 1], rows[$0]) }
            if isSorted { continue }
            var own = UnsafeMutableBufferPointer(rebasing: rows[range])
            own.sort(by: precedes)
        }
    }
}
