extension ChannelsResult {
    /// The channels are the parts of all events, and the periods those of a channel's. A cell is hidden too where the people
    /// behind its events are few.
    public func protected(by policy: DisclosurePolicy) -> ChannelsResult {
        guard !receipt.isProtected else { return self }
        let (shownEvents, allEvents) = policy.parts(totals.map(\.events))
        var result = self
        result.periods = policy.cells(periods, \.events, \.subjects, lines: \.channel, \.period)
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
