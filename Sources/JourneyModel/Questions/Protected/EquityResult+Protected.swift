extension EquityResult {
    /// Groups that are too small are one row together: the name of a group of one can be the person's.
    public func protected(by policy: DisclosurePolicy) -> EquityResult {
        guard !receipt.isProtected else { return self }
        let (kept, small) = policy.rows(groups) { group in
            min(group.people, Int(group.completion.denominator ?? 0))
        }
        let rates = policy.measures(kept.map(\.completion), isOfGroup: true)
        var shown = zip(kept, rates).map { group, rate in
            Group(
                value: group.value,
                completion: rate,
                people: policy.count(group.people),
                againstRest: rate.value == nil ? nil : group.againstRest.map(policy.rounded)
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
        result.unknown = policy.measure(unknown)
        result.receipt = receipt.protected(by: policy)
        return result
    }
}
