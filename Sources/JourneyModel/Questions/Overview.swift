extension OverviewQuery {
    /// The first screen, from the other questions.
    public func answer(from analyst: any JourneyAnalyst) async throws -> OverviewResult {
        let catalog = try await analyst.answer(CatalogQuestion())
        var query = self
        query.targets = targets.over(catalog.declared?.declarations)
        let traits = catalog.dimensions.filter { dimension in
            Dimension.subject(of: dimension.name) == .person
                && (2...Overview.mostValues).contains(dimension.values.count)
        }.map(\.name)
        let now = try await figures(analyst, scope, traits: traits)
        var past: Gaps.Figures?
        if let before {
            var scope = scope
            scope.range = before
            past = try await figures(analyst, scope, traits: traits)
        }
        let indicators: IndicatorsResult
        if let known = now.indicators {
            indicators = known
        } else {
            indicators = try await analyst.answer(IndicatorsQuery(scope: scope, every: every))
        }
        return OverviewResult(
            query: query,
            indicators: indicators,
            before: past?.indicators?.overall,
            gaps: Gaps.rank(now: now, before: past, targets: query.targets),
            maturity: try await analyst.answer(MaturityQuery(scope: scope)),
            standsOut: Overview.standsOut(now: now, before: past)
        )
    }

    private func figures(
        _ analyst: any JourneyAnalyst,
        _ scope: Scope,
        traits: [String]
    ) async throws -> Gaps.Figures {
        var figures = Gaps.Figures(
            indicators: try await analyst.answer(IndicatorsQuery(scope: scope, every: every)),
            preferences: try await analyst.answer(PreferencesQuery(scope: scope)),
            contacts: try await analyst.answer(ContactsQuery(scope: scope))
        )
        for trait in traits { figures.equity.append(try await analyst.answer(EquityQuery(scope: scope, trait: trait))) }
        return figures
    }
}

/// What the overview remarks on.
public enum Overview {
    /// A trait with more values than this names persons rather than groups (project rule).
    static let mostValues = 20

    /// At most three remarks, each on a difference beyond its interval (D7): how completion changed, the service in which
    /// it changed most, and the group that completes least against the rest.
    public static func standsOut(now: Gaps.Figures, before: Gaps.Figures?) -> [Remark] {
        [overall(now, before), service(now, before), group(now)].compactMap { $0 }
    }

    private static func overall(_ now: Gaps.Figures, _ before: Gaps.Figures?) -> Remark? {
        guard let figure = now.indicators?.overall.completion, let past = before?.indicators?.overall.completion,
            let completion = figure.value, let change = Gaps.change(figure, past), change.isSignificant
        else { return nil }
        return change.value > 0 ? .completionRose(to: completion, change) : .completionFell(to: completion, change)
    }

    private static func service(_ now: Gaps.Figures, _ before: Gaps.Figures?) -> Remark? {
        let rows = now.indicators?.services ?? []
        let changes = rows.compactMap { row -> (service: String, change: RateDifference)? in
            let past = before?.indicators?.services.first { $0.service == row.service }?.indicators.completion
            guard let change = Gaps.change(row.indicators.completion, past), change.isSignificant else { return nil }
            return (row.service, change)
        }
        guard rows.count > 1, let most = changes.max(by: { abs($0.change.value) < abs($1.change.value) }) else {
            return nil
        }
        return most.change.value > 0
            ? .serviceRoseMost(most.service, most.change) : .serviceFellMost(most.service, most.change)
    }

    private static func group(_ now: Gaps.Figures) -> Remark? {
        let groups = now.equity.flatMap { result in
            result.groups.compactMap {
                group -> (trait: String, group: EquityResult.Group, difference: RateDifference)? in
                guard let difference = group.againstRest, difference.interval.high < 0,
                    (group.completion.denominator ?? 0) >= 10
                else { return nil }
                return (result.query.trait, group, difference)
            }
        }
        guard let worst = groups.min(by: { $0.difference.value < $1.difference.value }),
            let completion = worst.group.completion.value
        else { return nil }
        return .groupCompletesLeast(
            trait: worst.trait,
            value: worst.group.value,
            completion: completion,
            worst.difference
        )
    }
}
