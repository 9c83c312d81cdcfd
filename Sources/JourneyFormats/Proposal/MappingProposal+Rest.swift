import JourneyModel

extension MappingProposal {
    /// Says what is missing before anything can be imported.
    mutating func explain(_ sample: TableSample) {
        if sample.rows == 0 {
            notes.append(sample.firstReject.map { "no row can be read: \($0)" } ?? "the file has a header but no rows")
        }
        if !time.eitherFormat.isEmpty {
            let ways = time.eitherFormat.map { "--time-format '\($0)'" }.joined(separator: " or ")
            notes.append("day and month could be either way round in \(quoted(time.columns)): say \(ways)")
        }
        if time.needsZone {
            notes.append(
                "the times in \(quoted(time.columns)) have no zone: say which, for example --zone Europe/Amsterdam"
            )
        }
        switch rows {
        case .totals:
            notes.append(
                "these are totals, and nothing can be followed from one row to the next: export the rows that were counted, one for "
                    + "each event or case, with an id, a time and what happened"
            )
        case .unknown:
            notes.append(
                "say what the rows are with rows = \"…\" in a mapping file, or name columns with --column FIELD=COLUMN"
            )
        default:
            for field in lacking {
                notes.append("no column looks like \(field): say --column \(field)=COLUMN or --set \(field)=VALUE")
            }
        }
        if rows == .events || rows == .communications, column("person") == nil, column("case") == nil {
            notes.append("no column looks like a person or a case: without either, events count in volumes only")
        }
    }

    private func quoted(_ columns: [String]) -> String {
        columns.isEmpty ? "its columns" : columns.map { "\"\($0)\"" }.joined(separator: " and ")
    }

    /// The mapping, what becomes of the other columns, and the first rows as they would be stored.
    mutating func complete(_ table: SampleTable, _ sample: TableSample) {
        if let kind = rows.kind, kind != .events { mapping.rows = kind }
        let single = guesses.filter { !(time.columns.count > 1 && $0.field == "time") && $0.column != period }
        mapping.columns = single.map { .init(field: $0.field, column: $0.column) }
        mapping.constants += constants
        mapping.missing = missing
        let taken = Set(guesses.map(\.column) + events.map(\.time) + time.columns + [visitor].compactMap { $0 })
        let rest = sample.columns.filter { !taken.contains($0.name) && !mapping.dropped.contains($0.name) }
        let fields = Set(guesses.map(\.field)).union(Field.reserved)
        if rows.kind == .events || rows.kind == nil {
            dimensions = rest.filter { $0.isDimension && !fields.contains($0.name) }.map(\.name)
            attributes = rest.map(\.name).filter { !dimensions.contains($0) }
        } else {
            attributes = rest.map(\.name)
        }
        samples = table.columns.map { column in
            var seen: [String] = []
            for value in column.filled where !seen.contains(value) && seen.count < 3 { seen.append(value) }
            return NamedList(name: column.name, values: seen)
        }
        preview = Self.preview(self, table)
    }

    private static func preview(_ proposal: MappingProposal, _ table: SampleTable) -> Preview {
        var columns: [(field: String, columns: [String], constant: String?)] = []
        if proposal.events.isEmpty {
            columns = proposal.guesses.map { guess in
                (guess.field, guess.field == "time" ? proposal.time.columns : [guess.column], nil)
            }
            columns += proposal.mapping.constants.map { ($0.name, [], $0.value) }
            let rows = (0..<min(3, table.rows)).map { row in columns.map { cell($0, row, table) } }
            return Preview(fields: columns.map(\.field), rows: rows)
        }
        let shared = proposal.guesses.map { (field: $0.field, columns: [$0.column], constant: String?.none) }
        var rows: [[String]] = []
        for row in 0..<min(2, table.rows) {
            for event in proposal.events {
                let time = cell(("time", [event.day, event.time].compactMap { $0 }, nil), row, table)
                if time.isEmpty { continue }
                rows.append([time, event.touchpoint] + shared.map { cell($0, row, table) })
            }
        }
        return Preview(fields: ["time", Dimension.touchpoint] + shared.map(\.field), rows: rows)
    }

    private static func cell(
        _ field: (field: String, columns: [String], constant: String?),
        _ row: Int,
        _ table: SampleTable
    ) -> String {
        if let constant = field.constant { return constant }
        return field.columns.compactMap { table[$0]?.cells[row] }.joined(separator: " ")
    }
}
