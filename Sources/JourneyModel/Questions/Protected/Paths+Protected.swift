extension PathsResult {
    public func protected(by policy: DisclosurePolicy) -> PathsResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.transitions = policy.rows(transitions) { $0.subjects ?? $0.count }.kept.map { transition in
            var shown = transition
            shown.count = policy.count(transition.count)
            shown.subjects = transition.subjects.map { policy.count($0, of: receipt.subjects) }
            shown.share = policy.measure(transition.share)
            shown.medianGap = policy.mean(transition.medianGap, of: transition.subjects ?? transition.count)
            return shown
        }
        result.transitionTotal = policy.count(transitionTotal)
        result.distinctTransitions = policy.count(distinctTransitions)
        result.starts = policy.values(starts)
        result.ends = policy.values(ends)
        result.handOffs = handOffs?.protected(by: policy)
        result.startTotal = policy.total(of: starts.map(\.count))
        result.endTotal = policy.total(of: ends.map(\.count))
        result.rework = policy.rows(rework, count: \.subjects).kept.map { rework in
            var shown = rework
            shown.selfLoops = policy.count(rework.selfLoops)
            shown.repetitions = policy.count(rework.repetitions)
            shown.subjects = policy.count(rework.subjects, of: receipt.subjects)
            return shown
        }
        result.receipt = receipt.protected(by: policy)
        return result
    }
}

extension BranchesResult {
    public func protected(by policy: DisclosurePolicy) -> BranchesResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.subjects = policy.count(subjects)
        result.branches = policy.rows(branches, count: \.subjects).kept.map { branch in
            var shown = branch
            shown.subjects = policy.count(branch.subjects, of: subjects)
            shown.share = policy.measure(branch.share)
            shown.medianDelay = policy.mean(branch.medianDelay, of: branch.subjects)
            return shown
        }
        result.receipt = receipt.protected(by: policy)
        return result
    }
}

extension VariantsResult {
    public func protected(by policy: DisclosurePolicy) -> VariantsResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.subjects = policy.count(subjects)
        result.distinct = policy.count(distinct)
        result.variants = policy.rows(variants, count: \.count).kept.map { variant in
            var shown = variant
            shown.count = policy.count(variant.count, of: subjects)
            shown.share = policy.measure(variant.share)
            shown.medianThroughput = policy.mean(variant.medianThroughput, of: variant.count)
            return shown
        }
        result.medianThroughput = policy.mean(medianThroughput, of: subjects)
        result.p90Throughput = subjects >= 10 * policy.threshold ? p90Throughput : nil
        result.receipt = receipt.protected(by: policy)
        return result
    }
}

extension DisclosurePolicy {
    /// Names with their counts, of enough each.
    func values(_ values: [Catalog.Value]) -> [Catalog.Value] {
        rows(values, count: \.count).kept.map { Catalog.Value(name: $0.name, count: count($0.count)) }
    }
}
