extension HandOffsResult {
    public func protected(by policy: DisclosurePolicy) -> HandOffsResult {
        guard !receipt.isProtected else { return self }
        var result = self
        let isFew = (1..<policy.lowest).contains(subjects)
        func shown(_ measure: Measure) -> Measure {
            isFew ? .absent(measure.definition, because: policy.reason) : policy.measure(measure)
        }
        result.handOffs = isFew ? .withheld : policy.count(handOffs)
        result.subjects = policy.count(subjects, of: receipt.subjects)
        result.pending = isFew ? .withheld : policy.count(pending, of: handOffs)
        result.completed = shown(completed)
        result.reAsked = shown(reAsked)
        result.medianGap = policy.mean(medianGap, of: subjects)
        let kept = policy.rows(pairs, count: \.subjects).kept
        let rates = (policy.measures(kept.map(\.completed)), policy.measures(kept.map(\.reAsked)))
        result.pairs = kept.enumerated().map { place, pair in
            var shown = pair
            shown.count = policy.count(pair.count)
            shown.subjects = policy.count(pair.subjects, of: receipt.subjects)
            shown.completed = rates.0[place]
            shown.reAsked = rates.1[place]
            shown.medianGap = policy.mean(pair.medianGap, of: pair.subjects)
            return shown
        }
        result.isolation = policy.measure(isolation)
        result.receipt = receipt.protected(by: policy)
        return result
    }
}
