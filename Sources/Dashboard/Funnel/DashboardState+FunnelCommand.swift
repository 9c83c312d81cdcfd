import JourneyModel

extension DashboardState {
    /// The options of `cxm show funnel`.
    static func words(for query: FunnelQuery) -> [String] {
        var words = query.steps.flatMap { ["--step", $0.text] }
        if let window = query.window { words += ["--within", SpanWord.text(window)] }
        if query.order != .ordered { words += ["--order", query.order.rawValue] }
        if query.entry != .best { words += ["--entry", query.entry.rawValue] }
        if query.ties != .permissive { words += ["--ties", query.ties.rawValue] }
        for exclusion in query.exclusions { words += ["--exclude", exclusion.text] }
        if query.policy != .disqualify { words += ["--policy", query.policy.rawValue] }
        if let breakdown = query.breakdown { words += ["--by", breakdown] }
        if query.attribution != .firstTouch { words += ["--attribution", query.attribution.text] }
        for (index, step) in query.steps.enumerated() {
            if let gap = StepGap.text(step, at: index) { words += ["--gap", gap] }
        }
        if query.interveningEventsOfAllServices { words.append("--all-services") }
        return words
    }
}
