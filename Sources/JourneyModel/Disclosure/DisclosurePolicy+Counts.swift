extension DisclosurePolicy {
    /// `count` as it may be shown (rule 1): rounded, or hidden; nobody is nobody.
    public func count(_ count: Int) -> Int {
        guard count > 0, !count.isHidden else { return count }
        return count < lowest ? .hidden(below: lowest) : rounding.rounded(count)
    }

    /// What a part adds to its total: a hidden one always the same.
    func contribution(_ part: Int) -> Int {
        part > 0 && part < lowest ? standIn : rounding.rounded(part)
    }

    /// `count` of a group of `total`: the others are a cell too, whether or not a table shows them.
    func count(_ count: Int, of total: Int) -> Int {
        let rest = total - count
        guard count >= lowest, rest > 0, rest < lowest else { return self.count(count) }
        let shown = rounding.rounded(total) - standIn
        return shown >= threshold ? shown : .withheld
    }

    /// The parts of a whole that a table shows in full, with their total (rule 2). Where one part alone is hidden, the
    /// smallest of the others is, so that subtracting does not give it.
    func parts(_ parts: [Int]) -> (shown: [Int], total: Int) {
        var shown = parts.map { count($0) }
        if shown.count(where: \.isHidden) == 1 {
            let others = parts.indices.filter { parts[$0] > 0 && !shown[$0].isHidden }
            if let smallest = others.min(by: { parts[$0] < parts[$1] }) { shown[smallest] = .withheld }
        }
        return (shown, total(of: parts))
    }

    /// The total of `parts` from what they add when rounded.
    func total(of parts: [Int]) -> Int {
        let exact = parts.reduce(0, +)
        return exact < lowest ? count(exact) : parts.reduce(0) { $0 + contribution($1) }
    }

    /// Whether something may be told of so many at all (rules 5 and 6).
    func isEnough(_ count: Int) -> Bool { count >= lowest }
}
