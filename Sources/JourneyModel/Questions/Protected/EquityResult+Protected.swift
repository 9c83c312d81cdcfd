extension EquityResult {
    /// Groups that are too small are one row together: the name of a group of one can be the person's. What a group is against
    /// the rest follows from what is shown of it and of all: exact counts could be told from it.
    public func protected(by policy: DisclosurePolicy) -> EquityResult {
        guard !receipt.isProtected else { return self }
        let (kept, small) = policy.rows(groups) { group in
            min(group.people, Int(group.completion.denominator ?? 0))
        }
        let rates = policy.measures(kept.map(\.completion), isOfGroup: true)
        let whole = policy.measure(whole)
        var shown = zip(kept, rates).map { group, rate in
            Group(
                value: group.value,
                completion: rate,
                people: policy.count(group.people),
                againstRest: group.againstRest == nil ? nil : rate.againstRest(of: whole).map(policy.rounded)
            )
        }
        shown.sort { left, right in
            let (a, b) = (left.completion.value ?? 2, right.completion.value ?? 2)
            return a == b ? left.value < right.value : a < b
        }
        if !small.isEmpty {
            shown.append(
                Group(
                    value: DisclosurePolicy.smallGroups,
                    completion: .absent(.d21, because: policy.reason),
                    people: policy.total(of: small.map(\.people)),
                    againstRest: nil
                )
            )
        }
        var result = self
        result.groups = shown
        result.whole = whole
        result.unknown = policy.measure(unknown)
        result.receipt = receipt.protected(by: policy)
        return result
    }
}
