public import JourneyModel

extension FunnelQuery: TalliedQuestion {
    public func answer(from tally: FunnelTally) -> FunnelResult {
        let whole = tally.whole
        let steps = FunnelSteps(self)
        // Of many people every step has long lists to put in order, and the times to convert the longest.
        let parts = sideBySide(self.steps.count + 1) { index in
            index == 0 ? Part.times(timeToConvert(whole)) : .step(steps.step(index - 1, whole))
        }
        return FunnelResult(
            query: self,
            entered: whole.entered,
            converted: whole.converted,
            pending: whole.pending,
            dropped: whole.dropped,
            steps: parts.compactMap { if case .step(let step) = $0 { step } else { nil } },
            rateOfAll: .rate(whole.converted, of: whole.entered, .d3),
            rateOfMature: rateOfMature(whole),
            timeToConvert: parts.lazy.compactMap { if case .times(let times) = $0 { times } else { nil } }.first
                ?? timeToConvert(whole),
            groups: groups(tally, steps),
            receipt: receipt(tally)
        )
    }

    private enum Part: Sendable {
        case times(FunnelResult.TimeToConvert)
        case step(FunnelResult.Step)
    }

    /// Quantiles of D4 that an answer has.
    private static let quantiles = [0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

    private func timeToConvert(_ counts: FunnelCounts) -> FunnelResult.TimeToConvert {
        let times = counts.timesToConvert.sorted
        var quantiles: [Double: Double] = [:]
        for p in FunnelQuery.quantiles { quantiles[p] = quantile(ofSortedSpans: times, p) }
        return FunnelResult.TimeToConvert(
            n: times.count,
            quantiles: quantiles,
            histogram: Histogram(times.map(Double.init)),
            spans: SpanCount.counts(ofSorted: times),
            curve: KaplanMeier(events: times, censored: counts.censored.sorted, outlasting: counts.outlasting)
        )
    }

    /// converted / entered among those whose window has passed (D3); where nobody is pending, among all.
    private func rateOfMature(_ counts: FunnelCounts) -> Measure {
        guard counts.pending > 0 else { return .rate(counts.converted, of: counts.entered, .d3) }
        return .rate(counts.matureConverted, of: counts.mature, .d3)
    }

    /// Most entrants first, then by value (D6).
    private func groups(_ tally: FunnelTally, _ steps: FunnelSteps) -> [FunnelResult.Group] {
        let whole = tally.whole
        let groups = tally.groups.pairs.map { value, counts in
            let entered = counts.entered
            return FunnelResult.Group(
                value: value.text,
                entered: entered,
                converted: counts.converted,
                pending: counts.pending,
                dropped: counts.dropped,
                steps: self.steps.indices.map { steps.step($0, counts) },
                rate: .rate(counts.converted, of: entered, .d3),
                againstRest: attribution == .allSteps
                    ? nil
                    : newcombeDifference(
                        counts.converted,
                        of: entered,
                        minus: whole.converted - counts.converted,
                        of: whole.entered - entered
                    ),
                medianTimeToConvert: counts.timesToConvert.median
            )
        }
        return groups.sorted { ($1.entered, $0.value) < ($0.entered, $1.value) }
    }
}
