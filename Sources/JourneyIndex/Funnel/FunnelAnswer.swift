import JourneyModel

/// Makes the answer from what the scan counted.
struct FunnelAnswer: Sendable {
    let plan: FunnelPlan
    let touchpoint: IndexedDimension?
    let channel: IndexedDimension?

    /// Quantiles of D4 that an answer has.
    static let quantiles = [0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

    /// At most so many places where the dropped went next.
    private static let nextLimit = 10

    func steps(_ tally: FunnelTally) -> [FunnelResult.Step] {
        plan.query.steps.indices.map { step($0, tally) }
    }

    /// The same, on all cores: of many subjects every step has long lists to put in order.
    func stepsSideBySide(_ tally: FunnelTally) async -> [FunnelResult.Step] {
        await withTaskGroup(of: (Int, FunnelResult.Step).self) { group in
            for index in plan.query.steps.indices { group.addTask { (index, step(index, tally)) } }
            var steps: [(index: Int, step: FunnelResult.Step)] = []
            for await one in group { steps.append(one) }
            return steps.sorted { $0.index < $1.index }.map(\.step)
        }
    }

    private func step(_ index: Int, _ tally: FunnelTally) -> FunnelResult.Step {
        let step = plan.query.steps[index]
        let before = plan.query.steps[..<index]
        let depth = before.count { !$0.isOptional }
        return step.isOptional
            ? optionalStep(step, index: before.count - depth, after: depth, tally)
            : requiredStep(step, depth: depth + 1, tally)
    }

    private func requiredStep(_ step: FunnelStep, depth: Int, _ tally: FunnelTally) -> FunnelResult.Step {
        let reached = tally.reached(depth)
        let previous = depth == 1 ? tally.entered : tally.reached(depth - 1)
        return FunnelResult.Step(
            name: step.name,
            isOptional: false,
            reached: reached,
            dropped: tally.dropped[depth - 1],
            pending: tally.pending[depth - 1],
            ofPrevious: .rate(reached, of: previous, .d3),
            ofEntered: .rate(reached, of: tally.entered, .d3),
            medianFromPrevious: medianSpan(tally.gaps[depth - 1].array),
            next: next(tally.next[depth - 1]),
            nothingNext: tally.nothingNext[depth - 1]
        )
    }

    private func optionalStep(
        _ step: FunnelStep,
        index: Int,
        after depth: Int,
        _ tally: FunnelTally
    ) -> FunnelResult.Step {
        let delays = tally.optionalDelays[index].array
        return FunnelResult.Step(
            name: step.name,
            isOptional: true,
            reached: delays.count,
            dropped: 0,
            pending: 0,
            ofPrevious: .rate(delays.count, of: tally.reached(min(depth + 1, plan.depth)), .d2),
            ofEntered: .rate(delays.count, of: tally.entered, .d2),
            medianFromPrevious: medianSpan(delays)
        )
    }

    func timeToConvert(_ tally: FunnelTally) -> FunnelResult.TimeToConvert {
        let times = sortedAscending(tally.timesToConvert.array)
        var quantiles: [Double: Double] = [:]
        for p in FunnelAnswer.quantiles { quantiles[p] = quantile(ofSortedSpans: times, p) }
        return FunnelResult.TimeToConvert(
            n: times.count,
            quantiles: quantiles,
            histogram: Histogram(times.map(Double.init)),
            spans: SpanCount.counts(ofSorted: times),
            curve: KaplanMeier(events: times, censored: tally.censored.array, outlasting: tally.outlasting)
        )
    }

    /// Most entrants first, then by value (D6).
    func groups(
        _ tallies: [Int32: FunnelTally],
        of dimension: IndexedDimension,
        whole: FunnelTally
    ) -> [FunnelResult.Group] {
        let overlap = plan.query.attribution == .allSteps
        let groups = tallies.map { code, tally in
            let entered = tally.entered
            return FunnelResult.Group(
                value: dimension.name(of: code),
                entered: entered,
                converted: tally.converted,
                pending: tally.pending.reduce(0, +),
                dropped: tally.dropped.reduce(0, +),
                steps: steps(tally),
                rate: .rate(tally.converted, of: entered, .d3),
                againstRest: overlap
                    ? nil
                    : newcombeDifference(
                        tally.converted,
                        of: entered,
                        minus: whole.converted - tally.converted,
                        of: whole.entered - entered
                    ),
                medianTimeToConvert: medianSpan(tally.timesToConvert.array)
            )
        }
        return groups.sorted { ($1.entered, $0.value) < ($0.entered, $1.value) }
    }

    /// converted / entered among those whose window has passed (D3); where nobody is pending, among all.
    func rateOfMature(_ tally: FunnelTally) -> Measure {
        guard tally.pending.contains(where: { $0 > 0 }) else { return .rate(tally.converted, of: tally.entered, .d3) }
        return .rate(tally.matureConverted, of: tally.mature, .d3)
    }

    /// Only of the places that are shown the delays are put in order.
    private func next(_ next: Pieces<FunnelTally.Next>) -> [FunnelResult.NextTouchpoint] {
        let places = NextPlaces(next, touchpoints: touchpoint?.values.count ?? 0, channels: channel?.values.count ?? 0)
        let shown = places.counts.map { place, count in
            FunnelResult.NextTouchpoint(
                touchpoint: touchpoint?.name(of: place.touchpoint) ?? Dimension.notSet,
                channel: place.channel < 0 ? nil : channel?.name(of: place.channel),
                subjects: count,
                medianDelay: nil
            )
        }
        let order = shown.indices.sorted { left, right in
            let (a, b) = (shown[left], shown[right])
            return (b.subjects, a.touchpoint, a.channel ?? "") < (a.subjects, b.touchpoint, b.channel ?? "")
        }
        .prefix(FunnelAnswer.nextLimit)
        let delays = places.delays(of: order.map { places.counts[$0].place })
        return zip(order, delays).map { index, delays in
            var place = shown[index]
            place.medianDelay = medianSpan(delays)
            return place
        }
    }
}
