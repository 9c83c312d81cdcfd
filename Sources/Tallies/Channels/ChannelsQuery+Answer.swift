public import JourneyModel

extension ChannelsQuery: TalliedQuestion {
    public func answer(from tally: ChannelsTally) -> ChannelsResult {
        let events = tally.totals.pairs.reduce(0) { $0 + $1.value.events }
        let whole = periods(tally)
        let costs = tally.transactions.map {
            (figures: TransactionCosts($0.costs, scope: scope), completions: CompletionSums($0.completions))
        }
        // A channel may cost, or complete what was submitted before the range, without anything happening there in it.
        let costly = tally.transactions.flatMap { found in
            costs.map { $0.figures.channels(before: found.end, $0.completions) }
        }
        let completing = tally.transactions.map { Array($0.completed.keys) }
        let idle = Set((costly ?? []).map { ValueName($0) } + (completing ?? [])).filter { tally.totals[$0] == nil }
        let cells = cells(tally, whole.periods)
        return ChannelsResult(
            query: self,
            periods: cells,
            annotations: scope.annotations(tally.annotations, on: cells.map(\.period)),
            totals: (tally.totals.pairs + idle.map { ($0, ChannelsTally.Cell()) }).map {
                total($0.key, $0.value, of: events, tally, costs)
            }
            .sorted { ($1.events, $0.channel) < ($0.events, $1.channel) },
            events: events,
            subjects: tally.scope.subjects,
            receipt: tally.scope.receipt(
                [.d0, .d12, .d13, .d14],
                scope: scope,
                facts: [.init(.periods, .remark(.periodsOfCalendar(every, in: scope.zone)))],
                notes: whole.notes
            )
        )
    }

    /// By period, then channel. A channel without events in a period is there with none.
    private func cells(_ tally: ChannelsTally, _ periods: [Period]) -> [ChannelsResult.Cell] {
        let channels = tally.totals.keys
        // What a scan has a place for is not yet there.
        let met = tally.periods.pairs.filter { $0.value.pairs.contains { $0.value.events > 0 } }.map(\.key)
        let cells = Set(periods).union(met).flatMap { period in
            channels.map { channel in
                let cell = tally.periods[period]?[channel] ?? ChannelsTally.Cell()
                return ChannelsResult.Cell(
                    period: period,
                    channel: channel.text,
                    events: cell.events,
                    subjects: cell.subjects
                )
            }
        }
        return cells.sorted { ($0.period, $0.channel) < ($1.period, $1.channel) }
    }

    private static let mostCells = 100_000

    /// The periods of the range as far as the store has data, with events or without; of too many the latest. Before 1990
    /// (D27), and after the horizon, a period is there only where something has such a time.
    private func periods(_ tally: ChannelsTally) -> (periods: [Period], notes: [Remark]) {
        guard let horizon = tally.scope.horizon, let begins = tally.begins else { return ([], []) }
        let earliest = Period(every, containing: CivilDate.firstSensible)
        let met = tally.periods.keys.filter { $0 >= earliest }.min()
        let start = Period(every, containing: scope.zone.date(at: begins))
        // A first event long ago is a wrong time: the data begin where the others do.
        guard var first = start >= earliest ? start : met else { return ([], []) }
        if let from = scope.range.from { first = max(first, Period(every, containing: scope.zone.date(at: from))) }
        let to = scope.range.to.map { min($0.advanced(by: -1), horizon) } ?? horizon
        var period = Period(every, containing: scope.zone.date(at: to))
        let most = max(1, ChannelsQuery.mostCells / max(1, tally.totals.keys.count))
        var periods: [Period] = []
        while period >= first, periods.count < most {
            periods.append(period)
            period = period.advanced(by: -1)
        }
        return (periods, period >= first ? [.latestPeriodsOnly(most)] : [])
    }

    private func total(
        _ channel: ValueName,
        _ cell: ChannelsTally.Cell,
        of events: Int,
        _ tally: ChannelsTally,
        _ costs: (figures: TransactionCosts, completions: CompletionSums)?
    ) -> ChannelsResult.Total {
        let transactions = tally.transactions
        let completed = transactions.flatMap { $0.hasCompletion ? $0.completed[channel] ?? 0 : nil }
        return ChannelsResult.Total(
            channel: channel.text,
            kind: tally.kinds[channel.text],
            events: cell.events,
            subjects: cell.subjects,
            share: .rate(cell.events, of: events, .d0),
            completed: completed,
            costPerTransaction: cost(of: channel, transactions, costs)
        )
    }

    private func cost(
        of channel: ValueName,
        _ transactions: ChannelsTally.Transactions?,
        _ costs: (figures: TransactionCosts, completions: CompletionSums)?
    ) -> Measure {
        guard let transactions, let costs else { return .absent(.d14, because: .notAskedFor) }
        guard transactions.hasCompletion else { return .absent(.d14, because: .noCompletion) }
        return costs.figures.perTransaction(channel: channel.name, before: transactions.end, costs.completions)
    }
}
