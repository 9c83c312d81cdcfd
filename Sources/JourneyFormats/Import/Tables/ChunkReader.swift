import JourneyModel

/// What was read of a part of a table. Lines count from the part's beginning.
struct ChunkReading: Sendable {
    var batches: [MappedEvents] = []
    var faulty: [FaultyRow] = []
    /// Rows that are kept, but for what could not be read.
    var partial: [(row: FaultyRow, left: LeftOut)] = []
    /// Rows that tell of several events and have a time for none.
    var eventless = 0
    /// Ids that the rows say are one person's.
    var pairs = PersonPairs()
    /// Rows read, with the faulty ones.
    var rows = 0
    /// Where the next row begins in the part.
    var end = 0
    /// Lines that were read to their end.
    var lines = 0
    /// A row that is rejected, and whose line goes on beyond the part.
    var skipped: FaultyRow?
    /// A time that cannot be placed: nothing after it was read.
    var unplaced: UnplacedTime?

    struct UnplacedTime: Sendable {
        var column: String
        var example: String
        var line: Int
    }
}

/// Reads the events of one part of a table after another.
struct ChunkReader: ~Copyable {
    private let form: TableForm
    private var rows: CSVRows
    private var shaper: RowShaper
    private let mappers: OwnedList<EventMapper>

    init(_ form: TableForm) {
        self.form = form
        rows = CSVRows(form.dialect, firstLine: 0)
        rows.expectedCount = form.shape.ownCount
        shaper = RowShaper(form.shape)
        mappers = OwnedList(form.plans.count) { EventMapper(form.plans[$0]) }
    }

    /// Reads the rows of `region` from `start` on; `skipped` is a row that began before and is rejected.
    mutating func read(_ region: CSVRegion, from start: Int = 0, skipped: FaultyRow? = nil) -> ChunkReading {
        var reading = ChunkReading()
        rows.position = start
        rows.line = 0
        rows.skipped = skipped
        reading: while true {
            switch rows.next(region) {
            case .row:
                reading.rows += 1
                let fields = shaper.shaped(rows.fields)
                if form.isWide {
                    take(severalOf: fields, region, into: &reading)
                } else {
                    take(fields, region, into: &reading)
                }
                if reading.unplaced != nil { break reading }
            case .faulty(let faulty):
                reading.rows += 1
                reading.faulty.append(faulty)
            case .end: break reading
            }
        }
        handOver(to: &reading)
        reading.end = rows.position
        reading.lines = rows.line
        reading.skipped = rows.skipped
        return reading
    }

    /// A row that is an event.
    @inline(__always)
    private func take(_ fields: UnsafePointer<CSVScanner.Field>, _ region: CSVRegion, into reading: inout ChunkReading)
    {
        switch mappers[0].check(fields) {
        case .event: keep(0, fields, into: &reading)
        case .partial(let left):
            keep(0, fields, into: &reading)
            reading.partial.append((faulty(left.reason, region), left))
        case .absent: reading.eventless += 1
        case .rejected(let reason): reading.faulty.append(faulty(reason, region))
        case .withoutZone(let column, let example):
            reading.unplaced = .init(column: column, example: example, line: rows.rowLine)
        }
    }

    /// A row that tells of several events. One of which the time cannot be read costs that event; the row is rejected where
    /// that leaves none.
    private func take(
        severalOf fields: UnsafePointer<CSVScanner.Field>,
        _ region: CSVRegion,
        into reading: inout ChunkReading
    ) {
        var left = LeftOut(values: [])
        var kept = 0
        for index in 0..<mappers.count {
            switch mappers[index].check(fields) {
            case .event:
                keep(index, fields, into: &reading)
                kept += 1
            case .partial(let own):
                keep(index, fields, into: &reading)
                kept += 1
                left.values += own.values.filter { !left.values.contains($0) }
            case .absent: break
            case .rejected(let reason): left.events.append(reason)
            case .withoutZone(let column, let example):
                reading.unplaced = .init(column: column, example: example, line: rows.rowLine)
                return
            }
        }
        if kept == 0, let reason = left.events.first {
            reading.faulty.append(faulty(reason, region))
        } else if kept == 0 {
            reading.eventless += 1
        } else if left != LeftOut(values: []) {
            reading.partial.append((faulty(left.reason, region), left))
        }
    }

    @inline(__always)
    private func keep(_ index: Int, _ fields: UnsafePointer<CSVScanner.Field>, into reading: inout ChunkReading) {
        mappers[index].keep(fields)
        if !form.shape.persons.isEmpty, let time = mappers[index].lastTime {
            reading.pairs.add(fields, form.shape, time)
        }
        // What a row tells of together comes in the order of its events.
        if mappers[index].isFull { handOver(to: &reading) }
    }

    private func handOver(to reading: inout ChunkReading) {
        for index in 0..<mappers.count where mappers[index].count > 0 { reading.batches.append(mappers[index].take()) }
    }

    private func faulty(_ reason: String, _ region: CSVRegion) -> FaultyRow {
        FaultyRow(line: rows.rowLine, fault: .content(reason), raw: rows.rawRow(region))
    }
}
