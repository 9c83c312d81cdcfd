extension MaturityResult {
    /// Ratings and the stage are judgements on a service and stay as they are; what they rest on is rounded.
    public func protected(by policy: DisclosurePolicy) -> MaturityResult {
        guard !receipt.isProtected else { return self }
        var result = self
        result.stages = stages.map { stage in
            var shown = stage
            shown.score = stage.score?.rounded()
            shown.criteria = stage.criteria.map { $0.protected(by: policy) }
            return shown
        }
        result.blockers = blockers.map { blocker in
            var shown = blocker
            shown.score = blocker.score?.rounded()
            shown.distance = blocker.distance?.rounded()
            return shown
        }
        result.enablers = enablers.map { $0.protected(by: policy) }
        result.receipt = receipt.protected(by: policy)
        return result
    }
}

extension CriterionResult {
    /// Criteria that count services say nothing of people.
    private static let ofServices = Set(MaturityModel.fiveStages.criteria.filter { $0.minimumCount == 1 }.map(\.id))

    fileprivate func protected(by policy: DisclosurePolicy) -> CriterionResult {
        guard kind == .measured else { return self }
        var shown = self
        shown.score = score?.rounded()
        guard !Self.ofServices.contains(id) else { return shown }
        shown.evidence = evidence.protected(by: policy) ?? .evidenceNotSaid
        shown.n = n.map { policy.count($0) }
        let isEnough = n.map(policy.isEnough) ?? true
        shown.value = isEnough ? isShare ? value?.wholePercent : value : nil
        shown.companionValue = companionValue.flatMap { value in
            guard !companionIsShare else { return isEnough ? value.wholePercent : nil }
            let count = policy.count(Int(value))
            return count.isHidden ? nil : Double(count)
        }
        return shown
    }
}
