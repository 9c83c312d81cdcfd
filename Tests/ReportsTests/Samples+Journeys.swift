import JourneyModel
import TestSupport

extension Samples {
    static let funnel: FunnelResult = {
        let steps = [
            FunnelResult.Step(
                name: "landing",
                isOptional: false,
                reached: 200,
                dropped: 60,
                pending: 20,
                ofPrevious: .rate(200, of: 200, .d3),
                ofEntered: .rate(200, of: 200, .d3),
                next: [
                    .init(touchpoint: "call", channel: "phone", subjects: 24, medianDelay: 5_400_000),
                    .init(touchpoint: "help", channel: nil, subjects: 6, medianDelay: nil),
                ],
                nothingNext: 30
            ),
            FunnelResult.Step(
                name: "help",
                isOptional: true,
                reached: 40,
                dropped: 0,
                pending: 0,
                ofPrevious: .rate(40, of: 120, .d3),
                ofEntered: .rate(40, of: 200, .d3)
            ),
            FunnelResult.Step(
                name: "submit",
                isOptional: false,
                reached: 120,
                dropped: 0,
                pending: 0,
                ofPrevious: .rate(120, of: 200, .d3),
                ofEntered: .rate(120, of: 200, .d3),
                medianFromPrevious: 187_200_000
            ),
        ]
        let group = FunnelResult.Group(
            value: "web",
            entered: 150,
            converted: 100,
            pending: 10,
            dropped: 40,
            steps: steps,
            rate: .rate(100, of: 150, .d6),
            againstRest: newcombeDifference(100, of: 150, minus: 20, of: 50),
            medianTimeToConvert: 90_000_000
        )
        let other = FunnelResult.Group(
            value: Dimension.notSet,
            entered: 0,
            converted: 0,
            pending: 0,
            dropped: 0,
            steps: steps,
            rate: .rate(0, of: 0, .d6),
            againstRest: nil,
            medianTimeToConvert: nil
        )
        return FunnelResult(
            query: FunnelQuery(
                scope: scope,
                steps: [
                    FunnelStep(touchpoint: "landing"),
                    FunnelStep([StepPredicate(touchpoint: "help")], isOptional: true), FunnelStep(touchpoint: "submit"),
                ],
                window: 14 * .day,
                exclusions: [FunnelQuery.Exclusion(touchpoint: StepPredicate(touchpoint: "cancel"))],
                breakdown: "channel"
            ),
            entered: 200,
            converted: 120,
            pending: 20,
            dropped: 60,
            steps: steps,
            rateOfAll: .rate(120, of: 200, .d3),
            rateOfMature: .rate(110, of: 170, .d3),
            timeToConvert: .init(
                n: 120,
                quantiles: [0.1: 60_000, 0.25: 3_600_000, 0.5: 187_200_000, 0.75: 2.5e8, 0.9: 5e8, 0.95: 6e8 + 0.5],
                histogram: Histogram([1, 2, 3, 4, 10]),
                spans: [SpanCount(from: .minute, count: 110), SpanCount(from: 5 * .minute, count: 10)],
                curve: KaplanMeier(events: [10, 20], censored: [30])
            ),
            groups: [group, other],
            receipt: receipt([.d1, .d2, .d3, .d4])
        )
    }()

    static let handOffs = HandOffsResult(
        query: HandOffsQuery(scope: scope),
        handOffs: 35,
        subjects: 26,
        pending: 5,
        completed: .rate(18, of: 30, .d20),
        reAsked: .rate(4, of: 32, .d20),
        medianGap: 5 * 3_600_000,
        pairs: [
            .init(
                from: "web",
                to: "phone",
                count: 30,
                subjects: 24,
                completed: .rate(18, of: 29, .d20),
                reAsked: .rate(4, of: 30, .d20),
                medianGap: 4 * 3_600_000
            ),
            .init(
                from: "phone",
                to: "web",
                count: 5,
                subjects: 4,
                completed: .absent(.d20, because: .noHandOffDue(days: 28)),
                reAsked: .rate(0, of: 2, .d20),
                medianGap: 259_200_000
            ),
        ],
        isolation: .rate(12, of: 40, .d20),
        receipt: receipt([.d20, .d10])
    )

    static let paths = PathsResult(
        query: PathsQuery(scope: scope, top: 2),
        transitions: [
            .init(
                from: "landing",
                to: "form",
                count: 1100,
                subjects: 180,
                share: .rate(1100, of: 1300, .d9),
                medianGap: 60_000
            ),
            .init(from: "form", to: "submit", count: 120, subjects: 120, share: .rate(0, of: 0, .d9), medianGap: nil),
        ],
        transitionTotal: 1500,
        distinctTransitions: 9,
        starts: [.init(name: "landing", count: 190), .init(name: "call", count: 10)],
        ends: [.init(name: "submit", count: 120)],
        handOffs: handOffs,
        rework: [.init(touchpoint: "form", selfLoops: 5, repetitions: 8, subjects: 11)],
        receipt: receipt([.d9])
    )

    static let variants = VariantsResult(
        query: VariantsQuery(scope: scope, top: 2),
        subjects: 200,
        distinct: 14,
        variants: [
            .init(
                path: ["landing", "form", "submit"],
                count: 90,
                share: .rate(90, of: 200, .d9),
                medianThroughput: 1e6
            ),
            .init(path: ["call"], count: 10, share: .rate(10, of: 200, .d9), medianThroughput: nil),
        ],
        medianThroughput: 2e6,
        p90Throughput: nil,
        receipt: receipt([.d9, .d10], unit: .case)
    )

    static let channels: ChannelsResult = {
        let date = CivilDate(daysSinceEpoch: 20_366)
        let october = Period(.month, containing: date)
        return ChannelsResult(
            query: ChannelsQuery(scope: scope),
            periods: [
                .init(period: october, channel: "phone", events: 30, subjects: 24),
                .init(period: october, channel: "web", events: 900, subjects: 150),
                .init(period: october.advanced(by: 1), channel: "web", events: 304, subjects: 100),
            ],
            totals: [
                .init(
                    channel: "web",
                    kind: .digital,
                    events: 1204,
                    subjects: 180,
                    share: .rate(1204, of: 1234, .d13),
                    completed: 100,
                    costPerTransaction: Measure(value: 1.5, numerator: 150, denominator: 100, definition: .d14)
                ),
                .init(
                    channel: "phone",
                    kind: nil,
                    events: 30,
                    subjects: 24,
                    share: .rate(30, of: 1234, .d13),
                    completed: nil,
                    costPerTransaction: .absent(.d14, because: "no costs imported")
                ),
            ],
            events: 1234,
            subjects: 200,
            receipt: receipt([.d13])
        )
    }()
}
