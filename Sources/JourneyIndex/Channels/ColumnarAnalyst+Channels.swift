import JourneyModel

extension ChannelsQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> ChannelsResult { try await index.channels(self) }
}

extension ColumnarAnalyst {
    /// Events and subjects by channel over time. Events that belong to no subject count as events (architecture: they are
    /// kept and count in volumes); subjects are counted once a cell and once a total. A transaction completed in range
    /// counts for the channel that completed it (D12).
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    func channels(_ query: ChannelsQuery) async throws -> ChannelsResult {
        let selection = try select(query.scope)
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
        let names = (-1..<Int32(width)).map { dimension?.name(of: $0) ?? Dimension.notSet }
        let nothing = Array(repeating: ChannelsScan.Cell(), count: width + 1)
        var cells: [Period: [ChannelsScan.Cell]] = [:]
        var totals = nothing
        for part in parts {
            for (period, row) in zip(part.periods, part.cells) { join(&cells[period, default: nothing], row) }
            join(&totals, part.totals)
        }
        let events = totals.reduce(0) { $0 + $1.events }
        let transactions =
            query.detail == .counts
            ? nil : try await ChannelTransactions(self, query.scope, channels: width)
        let subjects = parts.reduce(0) { $0 + $1.subjects }
        return ChannelsResult(
            query: query,
            periods: periods(cells, names),
            totals: self.totals(totals, names, of: events, transactions),
            events: events,
            subjects: subjects,
            receipt: selection.receipt(
                [.d0, .d12, .d14],
                events: events,
                subjects: subjects,
                facts: [.init("periods", .text("\(query.every.rawValue)s in \(query.scope.zone.name)"))]
            )
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

    private func join(_ cells: inout [ChannelsScan.Cell], _ others: [ChannelsScan.Cell]) {
        for index in cells.indices { cells[index].join(others[index]) }
    }

    /// By period, then channel.
    private func periods(_ cells: [Period: [ChannelsScan.Cell]], _ names: [String]) -> [ChannelsResult.Cell] {
        let found = cells.flatMap { period, row in
            zip(names, row).filter { $0.1.events > 0 }.map { name, cell in
                ChannelsResult.Cell(period: period, channel: name, events: cell.events, subjects: cell.subjects)
            }
        }
        return found.sorted { ($0.period, $0.channel) < ($1.period, $1.channel) }
    }

    /// By events, then name.
    private func totals(
        _ totals: [ChannelsScan.Cell],
        _ names: [String],
        of events: Int,
        _ transactions: ChannelTransactions?
    ) -> [ChannelsResult.Total] {
        let found = names.indices.filter { totals[$0].events > 0 }.map { index in
            let (name, cell) = (names[index], totals[index])
            return ChannelsResult.Total(
                channel: name,
                kind: source.kind(ofChannel: name),
                events: cell.events,
                subjects: cell.subjects,
                share: .rate(cell.events, of: events, .d0),
                completed: transactions?.completed?[index],
                costPerTransaction: transactions?.costs[index] ?? .absent(.d14, because: "it was not asked for")
            )
        }
        return found.sorted { ($1.events, $0.channel) < ($0.events, $1.channel) }
    }
}
