import JourneyModel
import TestSupport

extension Fixtures {
    static let overviewQuery = OverviewQuery(
        scope: Scope(range: quarter),
        before: quarterBefore,
        targets: Targets(costPerTransaction: 1.9)
    )

    static func overview(_ query: OverviewQuery = overviewQuery) -> OverviewResult {
        OverviewResult(
            query: query,
            indicators: IndicatorsResult(
                query: IndicatorsQuery(scope: query.scope),
                overall: Indicators(
                    completion: .rate(29_430, of: 41_208, .d12),
                    takeUp: .rate(24_485, of: 29_430, .d13),
                    costPerTransaction: Measure(value: 2.14, numerator: 62_980, denominator: 29_430, definition: .d14),
                    satisfaction: Measure(value: 0.763, denominator: 6120, low: 0.752, high: 0.774, definition: .d15)
                ),
                currency: "GBP",
                services: services,
                trend: trend,
                receipt: receipt(query.scope, [.d12, .d13, .d14, .d15])
            ),
            before: query.before.map { _ in
                Indicators(
                    completion: .rate(27_700, of: 39_971, .d12),
                    takeUp: .rate(22_960, of: 27_700, .d13),
                    costPerTransaction: Measure(value: 2.25, numerator: 62_325, denominator: 27_700, definition: .d14),
                    satisfaction: Measure(value: 0.775, denominator: 5990, low: 0.764, high: 0.786, definition: .d15)
                )
            },
            gaps: gaps,
            maturity: maturity(query.scope),
            standsOut: [
                "Completion rose, most in Parking (+6.0, 95% interval 4.1 to 7.9).",
                "Housing fell after 14 Nov, when the upload step changed; two thirds of those it lost came back by phone.",
            ]
        )
    }

    private static var services: [IndicatorsResult.ServiceRow] {
        [("blue badge", 4213, 5508), ("housing", 6210, 11_400), ("parking", 19_007, 24_300)].map { name, done, all in
            IndicatorsResult.ServiceRow(
                service: name,
                indicators: Indicators(
                    completion: .rate(done, of: all, .d12),
                    takeUp: .rate(done * 4 / 5, of: done, .d13),
                    costPerTransaction: Measure(value: Double(all) / Double(done) * 1.5, definition: .d14),
                    satisfaction: name == "housing"
                        ? .absent(.d15, because: "no ratings")
                        : Measure(value: 0.78, denominator: 1200, low: 0.76, high: 0.8, definition: .d15)
                )
            )
        }
    }

    private static var trend: [IndicatorsResult.TrendPoint] {
        (0..<12).map { index in
            let step = Double(index)
            return IndicatorsResult.TrendPoint(
                period: Period(.month, containing: zone.date(at: day(2025, 1, 1))).advanced(by: index),
                indicators: Indicators(
                    completion: Measure(value: 0.66 + step * 0.005, definition: .d12),
                    takeUp: Measure(value: index == 4 ? nil : 0.81 + step * 0.002, definition: .d13),
                    costPerTransaction: Measure(value: 2.5 - step * 0.033, definition: .d14),
                    satisfaction: Measure(value: index % 5 == 3 ? 0.78 : 0.77, definition: .d15)
                )
            )
        }
    }

    private static var gaps: [Gap] {
        [
            Gap(
                title: "Contacted after withdrawing consent",
                group: .contactedAfterWithdrawal,
                noun: "contacts",
                people: 4,
                now: Measure(value: 4, definition: .d17),
                target: 0,
                before: Measure(value: 0, definition: .d17),
                unit: .count,
                lowerIsBetter: true,
                isRedLine: true,
                explanation: .preferences
            ),
            rate(
                "Preference captured, not used",
                .preferenceNotUsed,
                "used",
                6030,
                4661,
                10_690,
                0.6,
                4020,
                10_000,
                .preferences
            ),
            rate(
                "Reached on a channel they did not choose",
                .preferenceNotHonoured(channel: nil),
                "honoured",
                5950,
                4332,
                10_290,
                0.6,
                4410,
                10_000,
                .preferences,
                cost: 9300
            ),
            rate(
                "Left the housing form, phoned within a day",
                .leaked(service: "housing"),
                "leak",
                3180,
                3180,
                41_300,
                0.05,
                2330,
                39_500,
                .funnel(service: "housing"),
                cost: 9000,
                lowerIsBetter: true
            ),
            Gap(
                title: "Counter cases slower than web, same service",
                group: .notOnline(service: "housing"),
                noun: "median",
                people: 2410,
                now: Measure(value: 9.2 * Double(Milliseconds.day), definition: .d4),
                target: 4 * Double(Milliseconds.day),
                before: Measure(value: 9 * Double(Milliseconds.day), definition: .d4),
                unit: .span,
                lowerIsBetter: true,
                explanation: .channels
            ),
            rate(
                "Screen-reader users complete less",
                .traitGroup(trait: "person.age_band", value: "65+"),
                "the rest",
                612,
                299,
                612,
                0.682,
                300,
                598,
                .funnel(service: nil)
            ),
        ]
    }

    private static func rate(
        _ title: Remark,
        _ group: SubjectGroup,
        _ noun: Remark,
        _ people: Int,
        _ count: Int,
        _ total: Int,
        _ target: Double,
        _ countBefore: Int,
        _ totalBefore: Int,
        _ explanation: Gap.Explanation,
        cost: Double? = nil,
        lowerIsBetter: Bool = false
    ) -> Gap {
        Gap(
            title: title,
            group: group,
            noun: noun,
            people: people,
            now: .rate(count, of: total, .d16),
            target: target,
            before: .rate(countBefore, of: totalBefore, .d16),
            lowerIsBetter: lowerIsBetter,
            change: newcombeDifference(count, of: total, minus: countBefore, of: totalBefore),
            cost: cost,
            explanation: explanation
        )
    }

    static func maturity(_ scope: Scope) -> MaturityResult {
        let names = [
            "Initial", "Enhanced interaction", "Personalization and automation", "Omni-channel excellence",
            "Continuous innovation",
        ]
        return MaturityResult(
            query: MaturityQuery(scope: scope),
            stage: 2,
            next: 3,
            blockers: [
                .init(criterion: .p3, name: "honoured beyond chance", score: 27, rating: .partially, needed: .largely),
                .init(criterion: .p4, name: "consent", score: 10, rating: .notAchieved, needed: .largely),
            ],
            stages: names.enumerated().map { index, name in
                MaturityResult.Stage(
                    number: index + 1,
                    name: name,
                    isHeld: index < 2,
                    score: [100, 92, 58, 41, 12][index],
                    criteria: []
                )
            },
            enablers: [],
            receipt: receipt(scope, [.d24])
        )
    }
}
