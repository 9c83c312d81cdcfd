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

    /// The cells of a table that is read across and down, each events and whoever has them: a cell is hidden too where the
    /// people behind its events are few. Where one cell of a line alone is hidden, its smallest neighbour is too (rule 2).
    ///
    /// - Parameters:
    ///   - across: of which line a cell is, read one way.
    ///   - down: the other way.
    func cells<Cell, Across: Hashable, Down: Hashable>(
        _ cells: [Cell],
        _ events: WritableKeyPath<Cell, Int>,
        _ subjects: WritableKeyPath<Cell, Int>,
        lines across: KeyPath<Cell, Across>,
        _ down: KeyPath<Cell, Down>
    ) -> [Cell] {
        func isFew(_ count: Int) -> Bool { (1..<lowest).contains(count) }
        var shown = cells
        for index in cells.indices {
            let (exactEvents, exactSubjects) = (cells[index][keyPath: events], cells[index][keyPath: subjects])
            shown[index][keyPath: subjects] = count(exactSubjects)
            shown[index][keyPath: events] =
                isFew(exactSubjects) && !isFew(exactEvents) ? .withheld : count(exactEvents)
        }
        let lines =
            Dictionary(grouping: cells.indices) { cells[$0][keyPath: across] }.values.map { $0 }
            + Dictionary(grouping: cells.indices) { cells[$0][keyPath: down] }.values.map { $0 }
        // Hiding a second in one line can leave one alone in another.
        var isDone = false
        while !isDone {
            isDone = true
            for line in lines.map({ $0.sorted() }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                let others = line.filter { !shown[$0][keyPath: events].isHidden }
                // A cell without events beside the hidden one would not hide it.
                guard line.count - others.count == 1,
                    let smallest = others.filter({ cells[$0][keyPath: events] > 0 })
                        .min(by: { cells[$0][keyPath: events] < cells[$1][keyPath: events] })
                else { continue }
                shown[smallest][keyPath: events] = .withheld
                shown[smallest][keyPath: subjects] = .withheld
                isDone = false
            }
        }
        return shown
    }

    /// What the rows that are too small are called together.
    static let smallGroups = "(small groups)"
}
