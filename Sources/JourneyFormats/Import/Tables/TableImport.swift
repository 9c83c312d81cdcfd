import JourneyModel

/// Reads a table to its end.
struct TableImport {
    private let session: ImportSession
    private let dialect: CSVDialect
    private let division: TableDivision
    private let sample: TableSample
    private let shape: RowShape
    /// With the columns that are made of several.
    private let mapping: Mapping
    private let times: ColumnTimes

    /// - Throws: `ImportError` where the mapping does not fit the table.
    init(_ session: ImportSession, dialect: CSVDialect, mapping: Mapping, division: TableDivision) throws {
        self.session = session
        self.dialect = dialect
        self.division = division
        try mapping.check(fileName: session.name)
        let missing = MissingWords(mapping.missing)
        (sample, shape) = try TableReader.sample(of: session.source, dialect, mapping, missing: missing)
        self.mapping = shape.mapping
        times = try ColumnTimes(shape.mapping, sample: sample, fileName: session.name)
    }

    func run() throws {
        for note in sample.notes { session.note(note) }
        let kind = mapping.rows ?? .events
        if kind == .events {
            try readEvents()
        } else {
            let planner = try planner(mapping)
            try checkRequired(kind, planner)
            try read(try SideRecordMapper(mapping, kind: kind, planner: planner, times: times), planner)
        }
    }

    private func planner(_ mapping: Mapping) throws -> ColumnPlanner {
        try ColumnPlanner(
            mapping,
            sample: sample,
            decisions: session.decisions,
            fileName: session.name,
            isOpen: false
        )
    }

    /// Events come in millions: they are read by several threads, a batch at a time.
    private func readEvents() throws {
        let isWide = !mapping.events.isEmpty
        let mappings = isWide ? mapping.events.map(mapping.mapping) : [mapping]
        let planners = try mappings.map(planner)
        if let first = planners.first { session.didFind(try sample.order(first, times)) }
        var plans: [EventPlan] = []
        for (mapping, planner) in zip(mappings, planners) {
            var plan = try EventPlan(mapping, planner: planner, isOneOfSeveral: isWide)
            plan.knowsRowsByCells = session.knowsRowsByCells
            for (index, name) in shape.names.enumerated() {
                try plan.addColumn(name, use: planner.use(of: name), times: times, isOwn: index < shape.ownCount)
            }
            plans.append(plan)
        }
        let reader = try CSVReader(session.source, dialect: dialect)
        _ = try CSVHeader(reader, fileName: session.name)
        let (firstLine, beginning) = reader.rest
        let chunks = TableChunks(
            session.source,
            encoding: dialect.encoding,
            beginning: beginning,
            size: division.chunkBytes
        )
        let form = TableForm(plans: plans, shape: shape, dialect: dialect)
        let pool = ChunkPool(chunks, form: form, threads: division.threads)
        try EventTableImport(session, form: form, times: times, firstLine: firstLine).run(pool)
        session.didPlan(planners, columns: shape.names)
    }

    private func read(_ mapper: SideRecordMapper, _ planner: ColumnPlanner) throws {
        let reader = try CSVReader(session.source, dialect: dialect)
        _ = try CSVHeader(reader, fileName: session.name)
        var shaper = RowShaper(shape)
        for name in shape.names { try mapper.addColumn(name) }
        while let item = try reader.next() {
            session.didRead()
            switch item {
            case .reject(let reject): try session.reject(reject)
            case .row(let line):
                mapper.begin(line: line)
                let fields = shaper.shaped(reader.fields)
                for index in shape.names.indices { try mapper.take(index, fields[index].bytes) }
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
        session.didFold(mapper.folded)
        session.didPlan([planner], columns: shape.names)
    }

    /// Side records take columns called as their fields are, so only now is it known what is missing.
    private func checkRequired(_ kind: RowKind, _ planner: ColumnPlanner) throws {
        let known = kind.filled(planner.mappedFields.union(mapping.constants.map(\.name)))
        for field in kind.required where !known.contains(field) {
            throw ImportError(
                "\(session.name): rows that are \(kind.rawValue) need \(field), and no column is named for it",
                hint: "Add --column \(field)=COLUMN or --set \(field)=VALUE"
            )
        }
    }
}
