extension GroupFiguresResult {
    /// What it is made of is protected already where it was asked in public. Rows of too few are one without their names, as
    /// the groups of `EquityResult` are; where the figure of one row alone is hidden, a second is.
    public func protected(by policy: DisclosurePolicy) -> GroupFiguresResult {
        guard !rows.contains(where: { $0.value == DisclosurePolicy.smallGroups }) else { return self }
        var result = self
        let (kept, small) = policy.rows(rows) { row in
            let counts = [row.people, row.figure.denominator.flatMap { Int(exactly: $0) }].compactMap(\.self)
            return row.figure.isHidden || counts.contains(where: \.isHidden) ? 1 : counts.min() ?? 0
        }
        result.rows = kept
        if !receipt.isProtected {
            let figures = policy.measures(kept.map(\.figure), isOfGroup: true)
            for (index, figure) in figures.enumerated() { result.rows[index].figure = figure }
            result.whole = policy.measure(whole)
            result.receipt = receipt.protected(by: policy)
        }
        for index in result.rows.indices {
            let row = result.rows[index]
            result.rows[index].people = row.people.map(policy.count)
            result.rows[index].againstRest = row.figure.value == nil ? nil : row.againstRest.map(policy.rounded)
        }
        result.people = people.map(policy.count)
        result.sort()
        if !small.isEmpty {
            result.rows.append(
                Row(
                    value: DisclosurePolicy.smallGroups,
                    figure: .absent(whole.definition, because: policy.reason),
                    people: nil
                )
            )
        }
        return result
    }
}
