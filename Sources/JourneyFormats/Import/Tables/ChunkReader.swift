import JourneyModel

/// What was read of a part of a table. Lines count from the part's beginning.
struct ChunkReading: Sendable {
    var batches: [MappedEvents] = []
    var faulty: [FaultyRow] = []
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
    private var mapper: EventMapper

    init(_ form: TableForm) {
        self.form = form
        rows = CSVRows(form.dialect, firstLine: 0)
        rows.expectedCount = form.plan.columnCount
        mapper = EventMapper(form.plan)
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
                switch mapper.check(rows.fields) {
                case .event:
                    mapper.keep(rows.fields)
                    if mapper.isFull { reading.batches.append(mapper.take()) }
                case .rejected(let reason):
                    let raw = rows.rawRow(region)
                    reading.faulty.append(FaultyRow(line: rows.rowLine, fault: .content(reason), raw: raw))
                case .withoutZone(let column, let example):
                    reading.unplaced = .init(column: column, example: example, line: rows.rowLine)
                    break reading
                }
            case .faulty(let faulty):
                reading.rows += 1
                reading.faulty.append(faulty)
            case .end: break reading
            }
        }
        if mapper.count > 0 { reading.batches.append(mapper.take()) }
        reading.end = rows.position
        reading.lines = rows.line
        reading.skipped = rows.skipped
        return reading
    }
}
