public import JourneyModel

extension VariantsQuery: TalliedQuestion {
    public func answer(from tally: VariantsTally) -> VariantsResult {
        let subjects = tally.subjects
        let all = sortedAscending(tally.spans)
        let receipt = tally.scope.receipt(
            [.d1, .d9, .d10],
            scope: scope,
            facts: [.init(.consecutiveRepeats, .remark(collapsesRepeats ? .countedAsOne : .kept))]
        )
        return VariantsResult(
            query: self,
            subjects: subjects,
            distinct: tally.counts.count,
            variants: tally.top(top).map { variant in
                VariantsResult.Variant(
                    path: variant.path.map(\.text),
                    count: variant.count,
                    share: .rate(variant.count, of: subjects, .d9),
                    medianThroughput: medianOfSpans(variant.spans)
                )
            },
            medianThroughput: quantile(ofSortedSpans: all, 0.5),
            p90Throughput: quantile(ofSortedSpans: all, 0.9),
            receipt: receipt
        )
    }
}
