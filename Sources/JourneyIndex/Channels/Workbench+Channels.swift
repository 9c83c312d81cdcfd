import JourneyModel
import Tallies

extension ChannelsQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> ChannelsTally { try await index.channels(self) }
}

extension Workbench {
    /// Events and subjects by channel over time. Events that belong to no subject count as events (architecture: they are
    /// kept and count in volumes); subjects are counted once a cell and once a total. A transaction completed in range
    /// counts for its channel (D13).
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    func channels(_ query: ChannelsQuery) async throws -> ChannelsTally {
        let selection = try select(query.scope, needsSubjects: false)
        let channel = selection.projection.events.channel
        let dimension = source.dimensionIfAny(Dimension.channel)
        let width = dimension?.values.count ?? 0
        let time = selection.projection.events.time
        let manifest = source.image.manifest
        let times = min(manifest.first ?? 0, manifest.last ?? 0)...(manifest.last ?? 0)
        let start = { @Sendable in ChannelsScan(query.scope, every: query.every, times: times, channels: width) }
        var parts = try await selection.projection.scan(
            into: start,
            { scan, subjects in scan.scan(subjects, selection, time.values, channel) },
            result: \.counts
        )
        parts.append(withoutSubject(selection, start()))
        let nothing = Array(repeating: ChannelsTally.Cell(), count: width + 1)
        var cells: [Period: [ChannelsTally.Cell]] = [:]
        var totals = nothing
        for part in parts {
            for (period, row) in zip(part.periods, part.cells) { join(&cells[period, default: nothing], row) }
            join(&totals, part.totals)
        }
        let names = (-1..<Int32(width)).map { $0 < 0 ? nil : dimension?.values[Int($0)] }
        func named(_ cells: [ChannelsTally.Cell]) -> TallyTable<ValueName, ChannelsTally.Cell> {
            var table = TallyTable<ValueName, ChannelsTally.Cell>()
            for (name, cell) in zip(names, cells) where cell.events > 0 { table.add(cell, to: ValueName(name)) }
            return table
        }
        let found = named(totals)
        let transactions = query.extent == .counts ? nil : try await channelTransactions(query.scope)
        // A channel may cost, or complete what was submitted earlier, without anything happening there in range.
        let costly = transactions?.costs.rows.compactMap(\.channel) ?? []
        let kinds = Set(found.keys).union(costly.map { ValueName($0) }).union(
            transactions.map { Set($0.completed.keys) } ?? []
        ).compactMap { name in
            source.kind(ofChannel: name.text).map { (name.text, $0) }
        }
        return ChannelsTally(
            scope: selection.tally(
                events: totals.reduce(0) { $0 + $1.events },
                subjects: parts.reduce(0) { $0 + $1.subjects }
            ),
            begins: source.begins,
            periods: TallyTable(cells.mapValues(named)),
            totals: found,
            kinds: Dictionary(kinds) { first, _ in first },
            transactions: transactions,
            annotations: source.annotations
        )
    }

    private func withoutSubject(_ selection: ScopeSelection, _ scan: ChannelsScan) -> ChannelsScan.Counts {
        let events = selection.projection.unassigned
        let (channel, time) = (events.channel, events.time)
        for position in 0..<events.count where selection.unassignedMask.keeps(position) {
            scan.add(time[position], channel[position])
        }
        return scan.counts
    }

    private func join(_ cells: inout [ChannelsTally.Cell], _ others: [ChannelsTally.Cell]) {
        for index in cells.indices { cells[index].add(others[index]) }
    }
}
