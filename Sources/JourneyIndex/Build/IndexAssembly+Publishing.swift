import JourneyModel

extension IndexAssembly {
    /// Writes what is no event and the manifest: what `run` has written is part of the index that counts.
    ///
    /// - Throws: `IndexFault`.
    func publish(_ tables: IndexTables) throws -> IndexImage {
        describe(tables)
        manifest.columns = []
        for output in outputs.values { manifest.columns.append(try output.finish()) }
        var memory: [ColumnID: StoredColumn] = [:]
        for column in manifest.columns { memory[column.id] = outputs[column.id]?.inMemory(column) }
        for id in [ColumnID.personNames, .personNameEnds, .caseNames, .caseNameEnds] {
            let output = try continued(id)
            try append(names(id, tables), id, to: output)
            try add(output, &memory)
        }
        manifest.personTraits = try writeTraits(tables.personTraits, older?.manifest.personTraits, &memory) {
            .personTrait($0)
        }
        manifest.caseTraits = try writeTraits(tables.caseTraits, older?.manifest.caseTraits, &memory) { .caseTrait($0) }
        try writeRecords(tables.records, &memory)
        manifest.columns.sort { $0.id.code < $1.id.code }
        guard let folder = builder.folder else { return IndexImage(manifest, columns: memory) }
        try folder.publish(manifest)
        return try folder.open()
    }

    private func describe(_ tables: IndexTables) {
        // Dimensions that the store knows are there even where no event has them.
        for dimension in tables.snapshot.events.dimensions { builder.place(of: dimension.name) }
        let known = older?.manifest
        manifest.stamp = tables.stamp
        manifest.lastEvent = tables.lastEvent
        manifest.events = (known?.events ?? 0) + builder.events
        (manifest.people, manifest.cases, manifest.sessions) = (tables.people, tables.cases, tables.sessions)
        manifest.first = least(known?.first, builder.first)
        manifest.last = most(known?.last, builder.last)
        manifest.aliases = tables.aliases.map { merged in
            var merged = merged
            merged.person = aliases[merged.alias]
            return merged
        }
        manifest.reach = tables.reach
        manifest.roles = tables.snapshot.roles.map { role in
            JourneySnapshot.RoleDeclaration(
                touchpoint: Dimension.shown(role.touchpoint),
                service: role.service.map(Dimension.shown),
                role: role.role
            )
        }
        let kinds = tables.snapshot.channelKinds.map { (Dimension.shown($0.key), $0.value) }
        manifest.channelKinds = Dictionary(kinds) { first, _ in first }
        manifest.declared = tables.snapshot.declared
        manifest.isDemo = tables.snapshot.isDemo
        let values = Dictionary(
            tables.snapshot.events.dimensions.map { ($0.name, $0.values.map(Dimension.shown)) },
            uniquingKeysWith: { first, _ in first }
        )
        manifest.dimensions = builder.dimensions.enumerated().map { place, name in
            dimension(place, name, values[name] ?? [])
        }
    }

    private func least(_ left: Int64?, _ right: Int64?) -> Int64? { left.map { min($0, right ?? $0) } ?? right }
    private func most(_ left: Int64?, _ right: Int64?) -> Int64? { left.map { max($0, right ?? $0) } ?? right }

    private func dimension(_ place: Int, _ name: String, _ values: [String]) -> IndexManifest.Dimension {
        let known = older?.manifest.dimensions ?? []
        var counts = Array(repeating: 0, count: values.count + 1)
        for (code, count) in (place < known.count ? known[place].counts : []).enumerated() { counts[code] += count }
        for (code, count) in builder.counts[place].enumerated() { counts[code] += count }
        // Events that came before the dimension did, or in a block that has none of it, have no value.
        counts[0] = manifest.events - counts.dropFirst().reduce(0, +)
        return IndexManifest.Dimension(name: name, values: values, counts: counts)
    }

    func add(_ output: ColumnOutput, _ memory: inout [ColumnID: StoredColumn]) throws {
        let column = try output.finish()
        manifest.columns.append(column)
        memory[column.id] = output.inMemory(column)
    }

    // MARK: Names

    private func continued(_ id: ColumnID) throws -> ColumnOutput {
        let width = id == .personNames || id == .caseNames ? 1 : 8
        let older = try olderColumn(id)
        if !isAnew, let older { return try ColumnOutput(continuing: older.column, older.known, in: columnFolder) }
        let output = try ColumnOutput(id, width: width, file: id.fileName, in: columnFolder)
        if let older { try output.append(bytes: older.column.bytes) }
        return output
    }

    private func names(_ id: ColumnID, _ tables: IndexTables) -> TextColumn {
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
            let values = trait.values.map(Dimension.shown)
            descriptions.append(IndexManifest.Dimension(name: trait.name, values: values, counts: counts))
            let name = "\(id(place).fileName)-\(String(manifest.stamp.state, radix: 16))"
            let width = CodeColumn.width(for: trait.values.count)
            let output = try ColumnOutput(id(place), width: width, file: name, in: columnFolder)
            try output.append(cells)
            try add(output, &memory)
        }
        return descriptions
    }

    /// What the older index has of a column, as it is.
    func keep(_ id: ColumnID, _ memory: inout [ColumnID: StoredColumn]) throws {
        guard let (known, column) = try olderColumn(id) else { return }
        if !isAnew {
            manifest.columns.append(known)
            return
        }
        let output = try ColumnOutput(id, width: known.width, file: known.file, in: columnFolder)
        try output.append(bytes: column.bytes)
        try add(output, &memory)
    }
}
