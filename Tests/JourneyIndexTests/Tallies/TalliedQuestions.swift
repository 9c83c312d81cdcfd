import JourneyModel
import Tallies
import TestSupport

@testable import JourneyIndex

/// Every tallied question there is, of one scope; whoever adds one adds it here, and parts of a store are held to it.
func talliedQuestions(_ scope: Scope, _ random: inout SplitMix64) -> [any IndexTalliedQuestion] {
    let path = (0..<1 + random.below(2)).map { _ in ["start", "form", "done", "info", "nowhere"][random.below(5)] }
    let every = PeriodLength.allCases[random.below(4)]
    let traits = ["person.band", "case.priority", "channel", "person.bond"]
    return [
        CatalogQuestion(),
        FirstFunnelQuestion(),
        EquityQuery(scope: scope, trait: traits[random.below(traits.count)]),
        PathsQuery(scope: scope, top: random.below(30)),
        PathsQuery(scope: scope, top: 1 + random.below(5), extent: .counts),
        BranchesQuery(scope: scope, path: path, direction: random.below(2) == 0 ? .forward : .backward),
        VariantsQuery(scope: scope, top: random.below(8), collapsesRepeats: random.below(2) == 0),
        VariantsQuery(scope: scope, top: 2000),
        randomFunnel(scope, &random),
        randomFunnel(scope, &random),
        FunnelQuery(
            scope: scope,
            steps: ["start", "form", "done"].map { FunnelStep(touchpoint: $0) },
            window: random.below(3) == 0 ? nil : Int64(1 + random.below(30)) * .day,
            breakdown: "channel"
        ),
        ChannelsQuery(scope: scope, every: every, extent: random.below(3) == 0 ? .counts : .full),
        IndicatorsQuery(scope: scope, every: every),
        ContactsQuery(scope: scope),
        HandOffsQuery(scope: scope),
        PreferencesQuery(scope: scope),
        ConsentQuery(scope: scope),
        MaturityQuery(scope: scope),
    ]
}

/// A funnel under any of the rules, of which some ask for what nothing has.
private func randomFunnel(_ scope: Scope, _ random: inout SplitMix64) -> FunnelQuery {
    func step(_ name: String) -> FunnelStep {
        let filters = random.below(6) == 0 ? [Filter(dimension: "channel", values: ["web", "wbe"])] : []
        var step = FunnelStep([StepPredicate(touchpoint: name, filters: filters)])
        if random.below(8) == 0 { step.maximumGap = 20 * .day }
        return step
    }
    var steps = ["start", ["form", "call"][random.below(2)], ["done", "oops", "nowhere"][random.below(9) / 4]].map(step)
    if random.below(3) == 0 { steps.insert(FunnelStep([StepPredicate(touchpoint: "info")], isOptional: true), at: 1) }
    let exclusion = FunnelQuery.Exclusion(touchpoint: StepPredicate(touchpoint: "oops"))
    let attributions: [FunnelQuery.Attribution] = [.firstTouch, .lastTouch, .allSteps, .step(1), .earliestEntry]
    let breakdowns: [String?] = [nil, "channel", "service", "person.band", "case.priority", "reask"]
    return FunnelQuery(
        scope: scope,
        steps: steps,
        window: random.below(3) == 0 ? nil : Int64(1 + random.below(40)) * .day,
        order: FunnelQuery.Order.allCases[random.below(3)],
        entry: FunnelQuery.Entry.allCases[random.below(3)],
        ties: FunnelQuery.Ties.allCases[random.below(3)],
        exclusions: random.below(3) == 0 ? [exclusion] : [],
        policy: FunnelQuery.ExclusionPolicy.allCases[random.below(3)],
        breakdown: breakdowns[random.below(breakdowns.count)],
        attribution: attributions[random.below(attributions.count)],
        interveningEventsOfAllServices: random.below(2) == 0,
        extent: [.counts, .times, .full, .full][random.below(4)]
    )
}

/// A scope as questions have it: a period, filters (also on what only some or none have), a unit, a time of knowledge.
func randomScope(_ random: inout SplitMix64) -> Scope {
    var scope = Scope()
    if random.below(2) == 0 { scope.range.from = Timestamp(milliseconds: Int64(random.below(900)) * .hour) }
    if random.below(2) == 0 { scope.range.to = Timestamp(milliseconds: Int64(500 + random.below(1500)) * .hour) }
    let filters = [
        Filter(dimension: "channel", values: ["web", "phone"]),
        Filter(dimension: "channel", values: ["wbe"], isNegated: true),
        Filter(dimension: "person.band", values: ["old"], isNegated: random.below(2) == 0),
        Filter(dimension: "service", values: ["housing", "bins", "park"]),
        Filter(dimension: "case.priority", values: ["high", Dimension.notSet]),
        Filter(dimension: "chanel", values: ["web"]),
    ]
    if random.below(3) == 0 { scope.filters = [filters[random.below(6)]] }
    if random.below(8) == 0 { scope.filters.append(filters[random.below(5)]) }
    if random.below(2) == 0 { scope.unit = CountingUnit.allCases[random.below(4)] }
    if random.below(4) == 0 { scope.asOf = Timestamp(milliseconds: Int64(700 + random.below(1400)) * .hour) }
    return scope
}
