import JourneyModel

/// Reads a CSV or TSV file.
struct TableImport {
    private let session: ImportSession
    private let mapping: Mapping

    init(_ session: ImportSession, mapping: Mapping) {
        self.session = session
        self.mapping = mapping
    }

    func run() throws {
        try mapping.check(fileName: session.name)
        let sample = try session.opened.sample(missing: mapping.missing)
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
            try read(try EventMapper(mapping, planner: planner, times: times), planner)
        } else {
            try checkRequired(kind, planner)
            try read(try SideRecordMapper(mapping, kind: kind, planner: planner, times: times), planner)
        }
    }

    private func read(_ mapper: some RowMapper, _ planner: ColumnPlanner) throws {
        let reader = try CSVReader(session.opened.source, dialect: session.opened.dialect)
        let header = try CSVHeader(reader, fileName: session.name)
        for name in header.names { _ = try mapper.addColumn(name) }
        while let item = try reader.next() {
            session.didRead()
            switch item {
            case .reject(let reject): try session.reject(reject)
            case .row(let line):
                mapper.begin(line: line)
                for index in 0..<reader.fieldCount { try reader.withField(index) { try mapper.take(index, $0) } }
                try session.take(mapper.finish(), line: line) { reader.rawRow }
            }
            try session.pulse.beat(rows: session.rows)
        }
        try session.pulse.beat(rows: session.rows, isLast: true)
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
