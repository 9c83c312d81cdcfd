import JourneyModel

/// What an answer says of the steps of a funnel.
struct FunnelSteps: Sendable {
    private let query: FunnelQuery
    /// Number of required steps.
    private let depth: Int

    /// At most so many places where the dropped went next.
    private static let nextLimit = 10

    init(_ query: FunnelQuery) {
        self.query = query
        depth = query.steps.count { !$0.isOptional }
    }

    func step(_ index: Int, _ counts: FunnelCounts) -> FunnelResult.Step {
        let step = query.steps[index]
        let before = query.steps[..<index]
        let depth = before.count { !$0.isOptional }
        return step.isOptional
            ? optionalStep(step, index: before.count - depth, after: depth, counts)
            : requiredStep(step, depth: depth + 1, counts)
    }

    private func requiredStep(_ step: FunnelStep, depth: Int, _ counts: FunnelCounts) -> FunnelResult.Step {
        let reached = counts.reached(depth)
        let previous = depth == 1 ? counts.entered : counts.reached(depth - 1)
        let stop = counts.stops[depth - 1]
        return FunnelResult.Step(
            name: step.name,
            isOptional: false,
            reached: reached,
            dropped: stop.dropped,
            pending: stop.pending,
            ofPrevious: .rate(reached, of: previous, .d3),
            ofEntered: .rate(reached, of: counts.entered, .d3),
            medianFromPrevious: stop.gaps.median,
            next: next(stop.next),
            nothingNext: stop.nothingNext,
            completedOtherwise: stop.completedOtherwise
        )
    }

    private func optionalStep(
        _ step: FunnelStep,
        index: Int,
        after depth: Int,
        _ counts: FunnelCounts
    ) -> FunnelResult.Step {
        let delays = counts.optionalDelays[index]
        return FunnelResult.Step(
            name: step.name,
            isOptional: true,
            reached: delays.count,
            dropped: 0,
            pending: 0,
            ofPrevious: .rate(delays.count, of: counts.reached(min(depth + 1, self.depth)), .d2),
            ofEntered: .rate(delays.count, of: counts.entered, .d2),
            medianFromPrevious: delays.median
        )
    }

    /// Only of the places that are shown the delays are put in order.
    private func next(_ next: TallyTable<FunnelCounts.Place, Spans>) -> [FunnelResult.NextTouchpoint] {
        let places = next.pairs.map { place, delays in (place: place, delays: delays, subjects: delays.count) }
        let order = places.sorted { left, right in
            let (a, b) = (left.place, right.place)
            return (right.subjects, a.touchpoint.text, a.channel.name ?? "")
                < (left.subjects, b.touchpoint.text, b.channel.name ?? "")
        }
        return order.prefix(FunnelSteps.nextLimit).map { place, delays, subjects in
            FunnelResult.NextTouchpoint(
                touchpoint: place.touchpoint.text,
                channel: place.channel.name,
                subjects: subjects,
                medianDelay: delays.median
            )
        }
    }
}
