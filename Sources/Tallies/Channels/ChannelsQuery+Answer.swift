public import JourneyModel

extension ChannelsQuery: TalliedQuestion {
    public func answer(from tally: ChannelsTally) -> ChannelsResult {
        let events = tally.totals.pairs.reduce(0) { $0 + $1.value.events }
        let costs = tally.transactions.map {
            (figures: TransactionCosts($0.costs, scope: scope), completions: CompletionSums($0.completions))
        }
        // What is completed in range may have been submitted before it, on a channel without an event in it.
        let completing = (tally.transactions?.completed.pairs ?? []).filter { tally.totals[$0.key] == nil }
        let channels = tally.totals.pairs + completing.map { (key: $0.key, value: ChannelsTally.Cell()) }
        return ChannelsResult(
            query: self,
            periods: cells(tally),
            totals: channels.map { total($0.key, $0.value, of: events, tally, costs) }
                .sorted { ($1.events, $0.channel) < ($0.events, $1.channel) },
            events: events,
            subjects: tally.scope.subjects,
            receipt: tally.scope.receipt(
                [.d0, .d12, .d13, .d14],
                scope: scope,
                facts: [.init(.periods, .remark(.periodsOfCalendar(every, in: scope.zone)))]
            )
        )
    }

    /// By period, then channel.
    private func cells(_ tally: ChannelsTally) -> [ChannelsResult.Cell] {
        let cells = tally.periods.pairs.flatMap { period, channels in
            channels.pairs.map { channel, cell in
                ChannelsResult.Cell(
                    period: period,
                    channel: channel.text,
                    events: cell.events,
                    subjects: cell.subjects
                )
            }
        }
        return cells.sorted { ($0.period, $0.channel) < ($1.period, $1.channel) }
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
