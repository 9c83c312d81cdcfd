import JourneyModel

extension IndexAssembly {
    /// Writes what is no event and the manifest.
    func publish() throws -> IndexImage {
        manifest.columns = []
        for output in outputs.values { manifest.columns.append(try output.finish()) }
        var memory: [ColumnID: StoredColumn] = [:]
        for column in manifest.columns { memory[column.id] = outputs[column.id]?.inMemory(column) }
        for id in [ColumnID.personNames, .personNameEnds, .caseNames, .caseNameEnds] {
            let output = try continued(id)
            try append(names(id), id, to: output)
            try add(output, &memory)
        }
        manifest.personTraits = try writeTraits(tables.personTraits, older?.manifest.personTraits, &memory) {
            .personTrait($0)
        }
        manifest.caseTraits = try writeTraits(tables.caseTraits, older?.manifest.caseTraits, &memory) { .caseTrait($0) }
        manifest.columns.sort { $0.id.code < $1.id.code }
        let records = recordBytes
        manifest.records.name = "records-" + String(manifest.stamp.state, radix: 16)
        manifest.records.size = records.count
        manifest.records.sum = records.withUnsafeBytes(BlockSum.of)
        guard let folder = builder.folder else {
            return IndexImage(manifest, columns: memory, records: StoredRecords(records))
        }
        try folder.write(records, to: folder.file(named: manifest.records.name, in: manifest.folder))
        try folder.publish(manifest)
        return try folder.open()
    }

    private var recordBytes: [UInt8] {
        var writer = ByteWriter()
        SideRecords(tables.snapshot).write(to: &writer)
        return writer.bytes
    }

    private func add(_ output: ColumnOutput, _ memory: inout [ColumnID: StoredColumn]) throws {
        let column = try output.finish()
        manifest.columns.append(column)
        memory[column.id] = output.inMemory(column)
    }

    // MARK: Names

    private func continued(_ id: ColumnID) throws -> ColumnOutput {
        let width = id == .personNames || id == .caseNames ? 1 : 8
        let older = try olderColumn(id)
        if !isAnew, let older { return try ColumnOutput(continuing: older.column, older.known, in: folderPath) }
        let output = try ColumnOutput(id, width: width, file: id.fileName, in: folderPath)
        if let older { try output.append(bytes: older.column.bytes) }
        return output
    }

    private func names(_ id: ColumnID) -> TextColumn {
        id == .personNames || id == .personNameEnds ? tables.newPeopleNames : tables.newCaseNames
    }

    private func append(_ names: TextColumn, _ id: ColumnID, to output: ColumnOutput) throws {
        if id == .personNames || id == .caseNames {
            try names.bytes.withUnsafeBytes { try output.append(bytes: $0) }
        } else {
            let before = older?.column(id == .personNameEnds ? .personNames : .caseNames)?.count ?? 0
            let cells = Cells(capacity: max(1, names.count))
            let into = cells.grow(by: names.count)
            for (index, end) in names.ends.enumerated() { into[index] = Int64(before) + Int64(end) }
            try output.append(cells)
        }
    }

    // MARK: Traits

    /// Traits are written whole, into files of their own, whenever one of them has changed.
    private func writeTraits(
        _ traits: [CodedColumn]?,
        _ known: [IndexManifest.Dimension]?,
        _ memory: inout [ColumnID: StoredColumn],
        _ id: (Int) -> ColumnID
    ) throws -> [IndexManifest.Dimension] {
        guard let traits else {
            for place in (known ?? []).indices { try keep(id(place), &memory) }
            return known ?? []
        }
        var descriptions: [IndexManifest.Dimension] = []
        for (place, trait) in traits.enumerated() {
            var counts = Array(repeating: 0, count: trait.values.count + 1)
            let cells = Cells(capacity: max(1, trait.codes.count))
            let into = cells.grow(by: trait.codes.count)
            for (index, code) in trait.codes.enumerated() {
                counts[Int(code) + 1] += 1
                into[index] = Int64(code) + 1
            }
            descriptions.append(IndexManifest.Dimension(name: trait.name, values: trait.values, counts: counts))
            let name = "\(id(place).fileName)-\(String(manifest.stamp.state, radix: 16))"
            let width = CodeColumn.width(for: trait.values.count)
            let output = try ColumnOutput(id(place), width: width, file: name, in: folderPath)
            try output.append(cells)
            try add(output, &memory)
        }
        return descriptions
    }

    private func keep(_ id: ColumnID, _ memory: inout [ColumnID: StoredColumn]) throws {
        guard let (known, column) = try olderColumn(id) else { return }
        if !isAnew {
            manifest.columns.append(known)
            return
        }
        let output = try ColumnOutput(id, width: known.width, file: known.file, in: folderPath)
        try output.append(bytes: column.bytes)
        try add(output, &memory)
    }
}

extension IndexBuilder {
    /// Puts together what was taken and makes it the index that counts.
    ///
    /// - Parameter isCancelled: asked now and then.
    /// - Throws: `IndexFault`: nothing has changed then. `unfit` and `damaged` want an index made anew. `CancellationError`.
    public func finish(_ tables: IndexTables, isCancelled: () -> Bool = { false }) throws -> IndexImage {
        try IndexAssembly(self, tables).run(isCancelled: isCancelled)
    }
}
