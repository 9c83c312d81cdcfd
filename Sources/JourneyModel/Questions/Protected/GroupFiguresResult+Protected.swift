extension GroupFiguresResult {
    /// Made of protected answers, it has figures that are protected each by itself; here are the rows put beside one another.
    /// Those of too few people are one without their names, as the groups of `EquityResult` are. Where one row alone hides
    /// something, the smallest other hides all; what a row is against the rest follows from what is shown.
    public func protected(by policy: DisclosurePolicy) -> GroupFiguresResult {
        guard !rows.contains(where: { $0.value == DisclosurePolicy.smallGroups }) else { return self }
        var result = self
        // One that was withheld for another reason keeps its name, which the catalog has told.
        let (kept, small) = policy.rows(rows) { row in
            row.subjects == .withheld ? policy.lowest : row.subjects.isHidden ? 1 : row.subjects
        }
        result.rows = kept
        if !receipt.isProtected {
            for index in kept.indices { result.rows[index].figure = shown(kept[index].figure, policy, isOfGroup: true) }
            result.whole = shown(whole, policy)
            result.receipt = receipt.protected(by: policy)
        }
        for index in kept.indices {
            result.rows[index].people = kept[index].people.map(policy.count)
            result.rows[index].subjects = policy.count(kept[index].subjects)
        }
        result.people = people.map(policy.count)
        result.hideSecond(policy)
        result.compare()
        for index in kept.indices {
            result.rows[index].againstRest = result.rows[index].againstRest.map(policy.rounded)
        }
        result.sort()
        if !small.isEmpty {
            result.rows.append(
                Row(
                    value: DisclosurePolicy.smallGroups,
                    figure: .absent(whole.definition, because: policy.reason),
                    people: nil,
                    subjects: .withheld
                )
            )
        }
        return result
    }

    private func shown(_ figure: Measure, _ policy: DisclosurePolicy, isOfGroup: Bool = false) -> Measure {
        guard unit == .count, let value = figure.value.flatMap({ Int(exactly: $0) }) else {
            return policy.measure(figure, isOfGroup: isOfGroup)
        }
        let count = policy.count(value)
        return count.hiddenReason.map { .absent(figure.definition, because: $0) }
            ?? Measure(value: Double(count), definition: figure.definition)
    }

    /// Rule 2.
    private mutating func hideSecond(_ policy: DisclosurePolicy) {
        let hidden = rows.indices.filter { rows[$0].isHidden }
        guard hidden.count == 1 else { return }
        let others = rows.indices.filter { !rows[$0].isHidden && rows[$0].figure.value != nil }
        guard let smallest = others.min(by: { rows[$0].subjects < rows[$1].subjects }) else { return }
        rows[smallest].figure = .absent(
            whole.definition,
            because: Int.withheld.hiddenReason ?? policy.reason
        )
        rows[smallest].people = rows[smallest].people.map { _ in .withheld }
    }
}

extension GroupFiguresResult.Row {
    /// Whether something of it is not shown.
    fileprivate var isHidden: Bool { figure.isHidden || people?.isHidden == true }
}
