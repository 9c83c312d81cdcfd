extension DisclosurePolicy {
    /// The rows of a list that are of enough (rule 6). Where one row alone falls away, the smallest of the others goes with
    /// it (rule 2).
    ///
    /// - Returns: the rows that stay, in their order, and those that do not.
    func rows<Row>(_ rows: [Row], count: (Row) -> Int) -> (kept: [Row], small: [Row]) {
        let counts = rows.map(count)
        var small = Set(rows.indices.filter { !isEnough(counts[$0]) })
        if small.count(where: { counts[$0] > 0 }) == 1 {
            let others = rows.indices.filter { !small.contains($0) }
            if let smallest = others.min(by: { counts[$0] < counts[$1] }) { small.insert(smallest) }
        }
        return (
            rows.indices.filter { !small.contains($0) }.map { rows[$0] },
            rows.indices.filter { small.contains($0) }.map { rows[$0] }
        )
    }

    /// One figure of each row of a table. Where one alone is hidden, that of the smallest other row is too (rule 2).
    func measures(_ exact: [Measure], isOfGroup: Bool = false) -> [Measure] {
        var shown = exact.map { measure($0, isOfGroup: isOfGroup) }
        guard shown.count(where: \.isHidden) == 1 else { return shown }
        let others = shown.indices.filter { shown[$0].value != nil }
        if let smallest = others.min(by: { (exact[$0].denominator ?? 0) < (exact[$1].denominator ?? 0) }) {
            shown[smallest] = withheld(shown[smallest])
        }
        return shown
    }

    private func withheld(_ measure: Measure) -> Measure {
        var hidden = Measure.absent(measure.definition, because: Int.withheld.hiddenReason ?? reason)
        hidden.denominator = measure.denominator
        return hidden
    }

    /// What the rows that are too small are called together.
    static let smallGroups = "(small groups)"
}
