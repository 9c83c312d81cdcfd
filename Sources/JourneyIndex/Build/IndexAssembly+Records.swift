import JourneyModel

extension IndexAssembly {
    /// Adds the records beside the events that the older index does not have to the columns that it has.
    func writeRecords(_ tables: [RecordTable], _ memory: inout [ColumnID: StoredColumn]) throws {
        for kind in RecordKind.indexed {
            let known = older?.manifest.records[kind] ?? IndexManifest.Records()
            manifest.records[kind] = known
            if let table = tables.first(where: { $0.kind == kind }) {
                try add(table, to: known, &memory)
            } else {
                for field in kind.indexedFields { try keep(.record(field), &memory) }
            }
        }
    }

    private func add(
        _ table: RecordTable,
        to known: IndexManifest.Records,
        _ memory: inout [ColumnID: StoredColumn]
    ) throws {
        var records = known
        records.count += table.count
        records.lastRow = table.lastRow
        for column in table.columns {
            let id = ColumnID.record(column.field)
            guard table.count > 0 else {
                try keep(id, &memory)
                continue
            }
            let cells = Cells(capacity: table.count)
            _ = cells.grow(by: table.count).initialize(from: column.cells)
            if column.field.form == .text {
                let cellOf = join(column.texts.map(Dimension.shown), to: &records.texts[column.field, default: []])
                for row in 0..<cells.count { cells.base[row] = cellOf[Int(cells.base[row])] }
            }
            try add(cells, id, column.field.form, rows: known.count, &memory)
        }
        manifest.records[table.kind] = records
    }

    /// Adds the texts that are new; returns, by the cell of a new record's text, its cell in the index.
    private func join(_ texts: [String], to known: inout [String]) -> [Int64] {
        var cells = Dictionary(zip(known, Int64(1)...), uniquingKeysWith: { first, _ in first })
        return [0]
            + texts.map { text in
                if let cell = cells[text] { return cell }
                known.append(text)
                cells[text] = Int64(known.count)
                return Int64(known.count)
            }
    }

    /// Adds `cells` to a column that has `rows` of older records, or is not there, as none of them has a value. It is written
    /// anew where it has to become wider.
    private func add(
        _ cells: Cells,
        _ id: ColumnID,
        _ form: RecordField.Form,
        rows: Int,
        _ memory: inout [ColumnID: StoredColumn]
    ) throws {
        let none = RecordColumn.none(form)
        let older = try olderColumn(id)
        guard older != nil || cells.has({ $0 != none }) else { return }
        let width = max(older?.known.width ?? 0, cells.width(form))
        if let older, !isAnew, older.known.width == width {
            let output = try ColumnOutput(continuing: older.column, older.known, in: columnFolder)
            try output.append(cells)
            return try add(output, &memory)
        }
        let output = try ColumnOutput(id, width: width, file: "\(id.fileName).\(width)", in: columnFolder)
        let known = Cells(capacity: max(1, rows))
        if let older {
            known.append(older.column.bytes, width: older.known.width)
        } else {
            known.append(repeating: none, count: rows)
        }
        try output.append(known)
        try output.append(cells)
        try add(output, &memory)
    }
}

extension Cells {
    fileprivate func has(_ isWanted: (Int64) -> Bool) -> Bool { (0..<count).contains { isWanted(base[$0]) } }

    /// The bytes that values of `form` need.
    fileprivate func width(_ form: RecordField.Form) -> Int {
        switch form {
        case .time, .real: 8
        case .person, .text, .whole: has { $0 < 0 } ? 8 : Cells.width(for: (0..<count).map { base[$0] }.max() ?? 0)
        }
    }
}
