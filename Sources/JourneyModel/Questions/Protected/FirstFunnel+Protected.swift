extension FirstFunnel {
    /// What few journeys suggest is a branch of few (rule 6): it is not told. What roles name is declared, and stays.
    public func protected(by policy: DisclosurePolicy) -> FirstFunnel {
        if source == .journeys, !finished.isHidden, !policy.isEnough(finished) { return FirstFunnel() }
        var shown = self
        if source == .roles, !finished.isHidden, !policy.isEnough(finished) {
            shown.path.removeAll { !$0.isDeclared }
            guard shown.path.count > 1 else { return FirstFunnel() }
        }
        shown.finished = policy.count(finished)
        for index in shown.path.indices { shown.path[index].taken = policy.measure(shown.path[index].taken) }
        return shown
    }
}
