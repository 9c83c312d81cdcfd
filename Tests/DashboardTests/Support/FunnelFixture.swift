import JourneyModel
import TestSupport

extension Fixtures {
    static let funnelQuery = FunnelQuery(
        scope: Scope(range: quarter),
        steps: ["landing", "start form", "upload document", "submit", "confirmation"].map {
            FunnelStep(touchpoint: $0)
        },
        window: 14 * .day,
        breakdown: "channel"
    )

    static let firstFunnel = FirstFunnel(
        source: .journeys,
        path: funnelQuery.steps.map { FirstFunnel.Step(step: $0, taken: .rate(812, of: 900, .d10), isDeclared: false) },
        finished: 900
    )

    static func funnel(_ query: FunnelQuery = funnelQuery) -> FunnelResult {
        FunnelResult(
            query: query,
            entered: 4213,
            converted: 1609,
            pending: 212,
            dropped: 2392,
            steps: steps,
            rateOfAll: .rate(1609, of: 4213, .d3),
            rateOfMature: .rate(1609, of: 4001, .d3),
            timeToConvert: times,
            groups: [
                group("web", 1912, 801, 110, 2.0 - 1.0 / 6),
                group("app", 1120, 470, 60, 1 + 1.0 / 12),
                group("phone", 796, 220, 30, 6 + 1.0 / 24),
                group("counter", 385, 118, 12, 4 + 9.0 / 24, losses: [20, 50, 20, 10]),
            ],
            receipt: receipt(query.scope, [.d2, .d3, .d7])
        )
    }

    /// The period before: fewer of those lost after the form phoned.
    static func funnelBefore(_ query: FunnelQuery) -> FunnelResult {
        var result = funnel(query)
        result.converted = 1500
        result.pending = 0
        result.dropped = 2713
        result.rateOfAll = .rate(1500, of: 4213, .d3)
        result.rateOfMature = result.rateOfAll
        result.steps[1].next[0].subjects = 150
        return result
    }

    private static let steps: [FunnelResult.Step] = [
        step(
            "landing",
            4213,
            of: nil,
            dropped: 1102,
            pending: 44,
            median: nil,
            nothing: 672,
            [
                ("call", "phone", 198), ("help page", "web", 132), ("landing", "app", 100),
            ]
        ),
        step(
            "start form",
            3067,
            of: 4213,
            dropped: 711,
            pending: 88,
            median: 3 * .minute,
            nothing: 284,
            [
                ("call", "phone", 235), ("counter visit", "counter", 64), ("help page", "web", 60),
            ]
        ),
        step(
            "upload document",
            2268,
            of: 3067,
            dropped: 402,
            pending: 65,
            median: 26 * .hour,
            nothing: 209,
            [
                ("letter", "post", 80), ("call", "phone", 56),
            ]
        ),
        step(
            "submit",
            1801,
            of: 2268,
            dropped: 177,
            pending: 15,
            median: 9 * .hour,
            nothing: 150,
            [
                ("call", "phone", 27)
            ]
        ),
        step("confirmation", 1609, of: 1801, dropped: 0, pending: 0, median: 2 * .minute, nothing: 0, []),
    ]

    private static func step(
        _ name: String,
        _ reached: Int,
        of previous: Int?,
        dropped: Int,
        pending: Int,
        median: Milliseconds?,
        nothing: Int,
        _ next: [(String, String, Int)]
    ) -> FunnelResult.Step {
        FunnelResult.Step(
            name: name,
            isOptional: false,
            reached: reached,
            dropped: dropped,
            pending: pending,
            ofPrevious: previous.map { .rate(reached, of: $0, .d3) } ?? .absent(.d3, because: "the first step"),
            ofEntered: .rate(reached, of: 4213, .d3),
            medianFromPrevious: median.map(Double.init),
            next: next.enumerated().map { index, next in
                .init(
                    touchpoint: next.0,
                    channel: next.1,
                    subjects: next.2,
                    medianDelay: Double((index + 1) * 5) * Double(Milliseconds.hour)
                )
            },
            nothingNext: nothing
        )
    }

    /// - Parameter losses: of those who did not convert, how many of a hundred stopped after each step but the last.
    private static func group(
        _ value: String,
        _ entered: Int,
        _ converted: Int,
        _ pending: Int,
        _ days: Double,
        losses: [Int] = [44, 31, 18, 7]
    ) -> FunnelResult.Group {
        FunnelResult.Group(
            value: value,
            entered: entered,
            converted: converted,
            pending: pending,
            dropped: entered - converted - pending,
            steps: groupSteps(entered, converted, pending, losses),
            rate: .rate(converted, of: entered, .d3),
            againstRest: newcombeDifference(converted, of: entered, minus: 1609 - converted, of: 4213 - entered),
            medianTimeToConvert: days * Double(Milliseconds.day)
        )
    }

    /// Whoever has time left stands at the second step.
    private static func groupSteps(
        _ entered: Int,
        _ converted: Int,
        _ pending: Int,
        _ losses: [Int]
    ) -> [FunnelResult.Step] {
        let lost = (0...losses.count).map { (entered - converted) * losses.prefix($0).reduce(0, +) / 100 }
        return steps.enumerated().map { index, whole in
            let reached = entered - lost[index]
            let stopped = index + 1 < steps.count ? lost[index + 1] - lost[index] : 0
            let waiting = index == 1 ? pending : 0
            var step = whole
            step.reached = reached
            step.dropped = stopped - waiting
            step.pending = waiting
            step.ofPrevious = index == 0 ? whole.ofPrevious : .rate(reached, of: entered - lost[index - 1], .d3)
            step.ofEntered = .rate(reached, of: entered, .d3)
            step.next = []
            step.nothingNext = step.dropped
            return step
        }
    }

    private static let times: FunnelResult.TimeToConvert = {
        // 1,609 times that thin out over two weeks, every one different: a rule, not a draw.
        let times = (0..<1609).map { index -> Double in
            let share = Double(index) / 1609
            return 20 * Double(Milliseconds.minute) + share * share * share * 13.5 * Double(Milliseconds.day)
        }
        var quantiles: [Double: Double] = [:]
        for p in [0.10, 0.25, 0.50, 0.75, 0.90, 0.95] { quantiles[p] = quantile(ofSorted: times, p) }
        let censored = Array(repeating: 14 * Milliseconds.day, count: 2604)
        let whole = times.map { Milliseconds($0) }
        return FunnelResult.TimeToConvert(
            n: 1609,
            quantiles: quantiles,
            histogram: Histogram(times),
            spans: SpanCount.counts(ofSorted: whole),
            curve: KaplanMeier(events: whole, censored: censored)
        )
    }()
}
