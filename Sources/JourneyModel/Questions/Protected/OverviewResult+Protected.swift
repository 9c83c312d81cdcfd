extension OverviewResult {
    /// The overview of protected answers: what it subtracts from them is a count again.
    public func protected(by policy: DisclosurePolicy) -> OverviewResult {
        var result = self
        result.indicators = indicators.protected(by: policy)
        result.maturity = maturity.protected(by: policy)
        result.gaps = gaps.map { gap in
            var shown = gap
            shown.people = policy.count(gap.people)
            shown.change = gap.change.map(policy.rounded)
            shown.receipt = gap.receipt?.protected(by: policy)
            return shown
        }
        result.standsOut = policy.remarks(standsOut)
        return result
    }
}
