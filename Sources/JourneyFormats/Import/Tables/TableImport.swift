import JourneyModel

/// Reads a table to its end.
struct TableImport {
    private let session: ImportSession
    private let dialect: CSVDialect
    private let mapping: Mapping
    private let division: TableDivision

    init(_ session: ImportSession, dialect: CSVDialect, mapping: Mapping, division: TableDivision) {
        self.session = session
        self.dialect = dialect
        self.mapping = mapping
        self.division = division
    }

    func run() throws {
        try mapping.check(fileName: session.name)
        let sample = try TableReader.sample(of: session.source, dialect, missing: MissingWords(mapping.missing))
        for note in sample.notes { session.note(note) }
        let planner = try ColumnPlanner(
            mapping,
            sample: sample,
            decisions: session.decisions,
            fileName: session.name,
            isOpen: false
        )
        let times = try ColumnTimes(mapping, sample: sample, fileName: session.name)
        let kind = mapping.rows ?? .events
        if kind == .events {
            session.didFind(try sample.order(planner, times))
            try readEvents(planner, times)
        } else {
            try checkRequired(kind, planner)
            try read(try SideRecordMapper(mapping, kind: kind, planner: planner, times: times), planner)
        }
    }

    /// Events come in millions: they are read by several threads, a batch at a time.
    private func readEvents(_ planner: ColumnPlanner, _ times: ColumnTimes) throws {
        var plan = try EventPlan(mapping, planner: planner)
        plan.knowsRowsByCells = session.knowsRowsByCells
        let reader = try CSVReader(session.source, dialect: dialect)
        let header = try CSVHeader(reader, fileName: session.name)
        for name in header.names { try plan.addColumn(name, use: planner.use(of: name), times: times) }
        let (firstLine, beginning) = reader.rest
        let chunks = TableChunks(
            session.source,
            encoding: dialect.encoding,
            beginning: beginning,
            size: division.chunkBytes
        )
        let form = TableForm(plan: plan, dialect: dialect)
        let pool = ChunkPool(chunks, form: form, threads: division.threads)
        try EventTableImport(session, form: form, times: times, firstLine: firstLine).run(pool)
        session.didPlan(planner, columns: header.names)
    }

    private func read(_ mapper: SideRecordMapper, _ planner: ColumnPlanner) throws {
        let reader = try CSVReader(session.source, dialect: dialect)
        let header = try CSVHeader(reader, fileName: session.name)
        for name in header.names { try mapper.addColumn(name) }
        while let item = try reader.next() {
            session.didRead()
            switch item {
            case .reject(let reject): try session.reject(reject)
            case .row(let line):
                mapper.begin(line: line)
                for index in 0..<reader.fieldCount { try mapper.take(index, reader.field(index)) }
                switch mapper.finish() {
                case .records(let records):
                    for mark in mapper.marks { session.didPlace(mark) }
                    for record in records { try session.take(record) }
                case .rejected(let reason):
                    try session.reject(Reject(line: line, reason: reason, raw: reader.rawRow))
                }
            }
            try session.beat()
        }
        try session.beat(isLast: true)
        session.didPlan(planner, columns: header.names)
    }

    /// Side records take columns called as their fields are, so only now is it known what is missing.
    private func checkRequired(_ kind: RowKind, _ planner: ColumnPlanner) throws {
        let known = Set(planner.mappedColumns.values).union(mapping.constants.map(\.name))
        for field in kind.required where !known.contains(field) {
            throw ImportError(
                "\(session.name): rows that are \(kind.rawValue) need \(field), and no column is named for it",
                hint: "Add --column \(field)=COLUMN or --set \(field)=VALUE"
            )
        }
    }
}
