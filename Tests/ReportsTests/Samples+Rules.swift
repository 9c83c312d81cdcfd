import JourneyModel
import TestSupport

extension Samples {
    static let funnelRules = FunnelRulesResult(
        query: FunnelRulesQuery(
            funnel: FunnelQuery(scope: scope, steps: ["start", "submit"].map { FunnelStep(touchpoint: $0) })
        ),
        own: counts(900, 400, median: 7_200_000),
        tools: [
            .init(
                tool: .postHog,
                counts: counts(900, 380, median: 7_000_000),
                rules: [
                    .init(rule: .ruleWindow(days: 14), alone: counts(900, 390, median: 7_100_000)),
                    .init(rule: .ruleTimedFromLatest, alone: nil),
                ]
            ),
            .init(tool: .matomo, counts: counts(1200, 0, median: nil), rules: []),
        ],
        receipt: receipt([.d1, .d2, .d3])
    )

    private static func counts(_ entered: Int, _ converted: Int, median: Double?) -> FunnelRulesResult.Counts {
        .init(entered: entered, converted: converted, rate: .rate(converted, of: entered, .d3), median: median)
    }

    static let consent = ConsentResult(
        query: ConsentQuery(scope: scope),
        coverage: .rate(910, of: 1000, .d17),
        withdrawals: .init(count: 46, grantedMonths: 11_500),
        timeToEffect: 90_000_000,
        peopleBreached: 3,
        breaches: [
            .init(purpose: "communication", channel: "sms", contacts: 4, people: 3),
            .init(purpose: "communication", channel: nil, contacts: 1, people: 1),
        ],
        purposes: [
            .init(
                purpose: "communication",
                coverage: .rate(910, of: 1000, .d17),
                withdrawals: .init(count: 46, grantedMonths: 11_500),
                contacts: 8000,
                afterWithdrawal: 5,
                uncovered: 120
            ),
            .init(
                purpose: "surveys",
                coverage: .absent(.d17, because: .nobodyAskedForConsent),
                withdrawals: nil,
                contacts: 300,
                afterWithdrawal: 0,
                uncovered: 300
            ),
        ],
        receipt: receipt([.d17])
    )
}
