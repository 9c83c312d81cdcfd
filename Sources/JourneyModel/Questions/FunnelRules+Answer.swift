extension FunnelRulesQuery {
    /// The funnel by its own rules, then by those of each tool, and by each rule of theirs alone.
    ///
    /// - Throws: what `analyst` throws.
    public func answer(from analyst: any JourneyAnalyst) async throws -> FunnelRulesResult {
        let own = try await analyst.answer(funnel)
        var tools: [FunnelRulesResult.Tool] = []
        for tool in FunnelTool.allCases {
            let rules = tool.rules(for: funnel, hasPending: own.pending != 0)
            var query = funnel
            for rule in rules { rule.apply(to: &query) }
            var shown: [FunnelRulesResult.Rule] = []
            for rule in rules {
                shown.append(.init(rule: rule.remark, alone: try await alone(rule, analyst)))
            }
            let counts = try await query == funnel ? own.counts : analyst.answer(query).counts
            tools.append(.init(tool: tool, counts: counts, rules: shown))
        }
        return FunnelRulesResult(query: self, own: own.counts, tools: tools, receipt: own.receipt)
    }

    private func alone(_ rule: FunnelRule, _ analyst: any JourneyAnalyst) async throws -> FunnelRulesResult.Counts? {
        var query = funnel
        rule.apply(to: &query)
        return try await query == funnel ? nil : analyst.answer(query).counts
    }
}

extension FunnelResult {
    fileprivate var counts: FunnelRulesResult.Counts {
        .init(entered: entered, converted: converted, rate: rateOfAll, median: timeToConvert.quantiles[0.5])
    }
}

/// A rule of a tool that differs from those of a funnel.
enum FunnelRule: Hashable, Sendable {
    case window(Milliseconds)
    case stepsInPeriod
    case anyEntryStarts
    case firstEntryOnly
    case everyAttempt
    case visitIsAttempt
    case entryAnywhere
    case tiesEitherWay
    case exclusion(FunnelQuery.ExclusionPolicy)
    /// These change no count here, or are not computed.
    case stepsRepeat, grace, noPending, timedFromLatest

    func apply(to query: inout FunnelQuery) {
        switch self {
        case .window(let window): query.window = window
        case .stepsInPeriod: query.stepsInPeriod = true
        case .anyEntryStarts: query.entry = .best
        case .firstEntryOnly: query.entry = .first
        case .everyAttempt: query.entry = .every
        case .visitIsAttempt: query.scope.unit = .session
        case .entryAnywhere:
            guard let last = query.steps.lastIndex(where: { !$0.isOptional }), last > 0 else { return }
            query.steps = [FunnelStep(query.steps[..<last].flatMap(\.alternatives)), query.steps[last]]
        case .tiesEitherWay: query.ties = .permissive
        case .exclusion(let policy): query.policy = policy
        case .stepsRepeat, .grace, .noPending, .timedFromLatest: break
        }
    }

    var remark: Remark {
        switch self {
        case .window(let window): .ruleWindow(days: Double(window) / Double(Milliseconds.day))
        case .stepsInPeriod: .ruleStepsInPeriod
        case .anyEntryStarts: .ruleAnyEntry
        case .firstEntryOnly: .ruleFirstEntry
        case .everyAttempt: .ruleEveryAttempt
        case .visitIsAttempt: .ruleVisit
        case .entryAnywhere: .ruleEntryAnywhere
        case .tiesEitherWay: .ruleTies
        case .exclusion(let policy): policy == .drop ? .ruleExclusionEnds : .ruleExclusionVoids
        case .stepsRepeat: .ruleStepsRepeat
        case .grace: .ruleGrace
        case .noPending: .ruleNoPending
        case .timedFromLatest: .ruleTimedFromLatest
        }
    }
}

extension FunnelTool {
    /// The rules of the tool that differ from those of `query`.
    func rules(for query: FunnelQuery, hasPending: Bool) -> [FunnelRule] {
        var rules: [FunnelRule] = []
        func add(_ rule: FunnelRule, where isNeeded: Bool = true) { if isNeeded { rules.append(rule) } }
        let hasEnd = query.scope.range.to != nil
        let isByAttempt = query.entry == .every || query.scope.unit == .attempt
        let hasWay = query.steps.dropFirst().contains { !$0.isOptional }
        let repeats = Set(query.steps.flatMap(\.alternatives)).count < query.steps.flatMap(\.alternatives).count
        switch self {
        case .postHog:
            add(.window(14 * .day), where: query.window == nil)
            add(.stepsInPeriod, where: hasEnd)
            add(.anyEntryStarts, where: query.entry != .best)
            add(.tiesEitherWay, where: query.ties != .permissive)
            add(.exclusion(.disqualify), where: !query.exclusions.isEmpty && query.policy != .disqualify)
            add(.timedFromLatest)
        case .mixpanel, .mixpanelTotals:
            add(.window(30 * .day), where: query.window == nil)
            add(.firstEntryOnly, where: self == .mixpanel && query.entry != .first)
            add(.everyAttempt, where: self == .mixpanelTotals && !isByAttempt)
            add(.exclusion(.drop), where: !query.exclusions.isEmpty && query.policy != .drop)
            add(.grace)
        case .matomo:
            add(.visitIsAttempt, where: query.scope.unit != .session)
            add(.stepsInPeriod, where: hasEnd)
            add(.entryAnywhere, where: query.order == .ordered && query.exclusions.isEmpty && hasWay)
        case .clickHouse:
            add(.stepsInPeriod, where: hasEnd)
            add(.anyEntryStarts, where: query.entry != .best)
            add(.tiesEitherWay, where: query.ties != .permissive)
            add(.stepsRepeat, where: repeats)
        }
        add(.noPending, where: hasPending)
        return rules
    }
}
