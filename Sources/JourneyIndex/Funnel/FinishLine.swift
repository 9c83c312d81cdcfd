import JourneyModel

/// Tells who finished though not by every step of a funnel: somebody takes its last step, or gets to an end point (D12), in the
/// service in which the funnel was entered. Who did has not stopped, whatever came next.
struct FinishLine: Sendable {
    /// By touchpoint's code + 1: whether an event there may finish.
    private let mayFinish: Column<Bool>
    private let steps: StepMatcher
    /// Of the last required step; 0 where steps have no order.
    private let lastStep: UInt64
    /// By touchpoint's code + 1: where its row starts.
    private let rows: Column<Int32>
    /// By channel's code + 1: where its class starts.
    private let classes: Column<Int32>
    /// By row of the touchpoint, then class of the channel, then service's code + 1: an end point.
    private let isEnd: Column<Bool>
    /// By outcome's code + 1: one that says that it failed.
    private let isFailure: Column<Bool>
    private let touchpoint: CodeColumn
    private let service: CodeColumn
    private let channel: CodeColumn
    private let outcome: CodeColumn
    private let time: Column<Int64>
    private let mask: EventMask

    init(_ plan: FunnelPlan, _ selection: ScopeSelection) {
        let events = selection.projection.events
        let (source, parts) = (events.source, TouchpointRoles(events.source))
        steps = plan.steps
        let lastStep: UInt64 = plan.order == .any ? 0 : 1 << UInt64(plan.depth - 1)
        self.lastStep = lastStep
        rows = Column(parts.rows.map { $0 * Int32(parts.size) })
        classes = Column(parts.classes.map { $0 * Int32(parts.services) })
        isEnd = Column(parts.table.map { $0.contains(.end) })
        let isLast = plan.steps.touchpoints(of: lastStep)
        mayFinish = Column(
            parts.rows.enumerated().map { place, row in
                let row = Int(row) * parts.size
                return isLast[place] || parts.table[row..<row + parts.size].contains { $0.contains(.end) }
            }
        )
        let outcomes = source.dimensionIfAny(Dimension.outcome)?.values ?? []
        isFailure = Column([false] + outcomes.map { ServiceRules.Verdict($0) == .failed })
        touchpoint = events.touchpoint
        service = events.service
        channel = events.channel
        outcome = events.codes(named: Dimension.outcome)
        time = events.time
        mask = selection.mask
    }

    /// Whether one of a subject's events after its entry finishes, up to the instant `end`.
    ///
    /// - Parameter entry: position of the chain's first event.
    func isCrossed(after entry: Int, in positions: Range<Int>, until end: Int64) -> Bool {
        let own = service[entry]
        for position in (entry + 1)..<max(entry + 1, positions.upperBound) {
            let code = Int(touchpoint[position]) &+ 1
            guard mayFinish.values[code] else { continue }
            guard time.values[position] <= end else { return false }
            guard service[position] == own, mask.keeps(position) else { continue }
            if steps.bits(position) & lastStep != 0 { return true }
            let place = Int(rows.values[code]) &+ Int(classes.values[Int(channel[position]) &+ 1]) &+ Int(own) &+ 1
            if isEnd.values[place], !isFailure.values[Int(outcome[position]) &+ 1] { return true }
        }
        return false
    }
}
