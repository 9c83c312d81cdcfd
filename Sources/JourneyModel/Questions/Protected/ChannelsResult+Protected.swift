extension ChannelsResult {
    /// The channels are the parts of all events, and the periods those of a channel's. A cell is hidden too where the people
    /// behind its events are few.
    public func protected(by policy: DisclosurePolicy) -> ChannelsResult {
        guard !receipt.isProtected else { return self }
        let (shownEvents, allEvents) = policy.parts(totals.map(\.events))
        var result = self
        result.periods = policy.cells(periods)
        result.events = allEvents
        // Everybody counted has an event: rounded up beside a total of rounded parts, they must not seem to be more.
        let people = policy.count(subjects)
        result.subjects = people.isHidden || allEvents.isHidden ? people : min(people, allEvents)
        result.totals = zip(totals, shownEvents).map { row, events in
            var shown = row
            shown.events = events
            shown.subjects = policy.count(row.subjects, of: subjects)
            shown.share = policy.rounded(.rate(events, of: allEvents, row.share.definition))
            shown.completed = row.completed.map { policy.count($0) }
            shown.costPerTransaction = policy.measure(row.costPerTransaction)
            return shown
        }
        result.receipt = receipt.protected(by: policy)
        // One page, one total. That of the parts, because the other one and the parts would say how many are hidden.
        if receipt.events == events { result.receipt.events = allEvents }
        if receipt.subjects == subjects { result.receipt.subjects = result.subjects }
        return result
    }
}

extension DisclosurePolicy {
    fileprivate func isFew(_ cell: ChannelsResult.Cell) -> Bool {
        (1..<lowest).contains(cell.events) || (1..<lowest).contains(cell.subjects)
    }

    /// Where one cell of a channel, or of a period, alone is hidden, its smallest neighbour is too (rule 2).
    fileprivate func cells(_ cells: [ChannelsResult.Cell]) -> [ChannelsResult.Cell] {
        var shown = cells.map { cell in
            var shown = cell
            shown.subjects = count(cell.subjects)
            shown.events = isFew(cell) ? .hidden(below: lowest) : count(cell.events)
            if isFew(cell), !(1..<lowest).contains(cell.events) { shown.events = .withheld }
            return shown
        }
        let lines =
            Dictionary(grouping: cells.indices) { cells[$0].channel }.values.map { $0 }
            + Dictionary(grouping: cells.indices) { cells[$0].period }.values.map { $0 }
        // Hiding a second in one line can leave one alone in another.
        var isDone = false
        while !isDone {
            isDone = true
            for line in lines.map({ $0.sorted() }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                let others = line.filter { !shown[$0].events.isHidden }
                // A period without events beside the hidden one would not hide it.
                guard line.count - others.count == 1,
                    let smallest = others.filter({ cells[$0].events > 0 })
                        .min(by: { cells[$0].events < cells[$1].events })
                else { continue }
                shown[smallest].events = .withheld
                shown[smallest].subjects = .withheld
                isDone = false
            }
        }
        return shown
    }
}
