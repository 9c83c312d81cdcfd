extension KaplanMeier {
    /// A curve that falls in steps of at least k events, each drawn at the time of the middle one of them: never at the first
    /// or the last. Numbers are rounded, shares in whole percent (rules 4 and 5).
    func protected(by policy: DisclosurePolicy) -> KaplanMeier {
        var shown: [Point] = []
        var step: [Point] = []
        var events = 0
        for point in points {
            step.append(point)
            events += point.events
            guard policy.isEnough(events) else { continue }
            if let whole = Self.whole(step, events, policy) { shown.append(whole) }
            step = []
            events = 0
        }
        return KaplanMeier(points: shown)
    }

    private static func whole(_ step: [Point], _ events: Int, _ policy: DisclosurePolicy) -> Point? {
        guard let first = step.first, let last = step.last, policy.isEnough(first.atRisk) else { return nil }
        let survival = (last.survival * 100).rounded() / 100
        let atRisk = policy.rounding.rounded(first.atRisk)
        return Point(
            time: middle(of: step, events).time,
            survival: survival,
            variance: survival * (1 - survival) / Double(atRisk),
            atRisk: atRisk,
            events: policy.rounding.rounded(events)
        )
    }

    private static func middle(of step: [Point], _ events: Int) -> Point {
        var seen = 0
        return step.first { point in
            seen += point.events
            return 2 * seen >= events
        } ?? step[0]
    }
}
