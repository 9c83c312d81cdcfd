import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// The engine against the exhaustive search, on thousands of small random subjects under every combination of rules.
@Suite("Funnel against exhaustive search")
struct FunnelRandomTests {
    @Test("equal answers under every order, entry, ties and policy", arguments: 0..<400)
    func equalAnswers(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let events = RandomJourneys.snapshot(&random, subjects: 30)
        let query = RandomJourneys.funnel(&random)
        let result = try await ColumnarAnalyst(events.snapshot()).answer(query)
        let horizon = events.records.filter { $0.time <= $0.recorded ?? $0.time }.map(\.time.milliseconds).max() ?? .min
        let records = events.records.filter { $0.meets(query.scope.filters) }
        let journeys = ReferenceJourney.journeys(records, by: .person)
        let expected = FunnelDigest(
            reference: query,
            journeys: journeys,
            horizon: horizon,
            roles: events.snapshot().roles
        )
        #expect(FunnelDigest(result) == expected, "seed \(seed): \(query)")
        #expect(result.entered == result.converted + result.pending + result.dropped)
        #expect(result.dropped == result.steps.reduce(0) { $0 + $1.dropped })
        try await lessExtent(query, events, result)
    }

    /// Who asks for less gets the same numbers.
    private func lessExtent(_ query: FunnelQuery, _ events: SnapshotBuilder, _ full: FunnelResult) async throws {
        let analyst = ColumnarAnalyst(events.snapshot())
        for extent in [FunnelQuery.Extent.counts, .times] {
            var query = query
            query.extent = extent
            let result = try await analyst.answer(query)
            #expect(result.steps.map(\.reached) == full.steps.map(\.reached))
            #expect(result.steps.map(\.pending) == full.steps.map(\.pending))
            #expect(result.steps.map(\.dropped) == full.steps.map(\.dropped))
            #expect(result.groups.map(\.converted) == full.groups.map(\.converted))
            #expect(result.groups.map(\.value) == full.groups.map(\.value))
            #expect(result.rateOfMature == full.rateOfMature)
            if extent == .times { #expect(result.timeToConvert == full.timeToConvert) }
        }
    }
}

/// Small subjects with repeats, ties, windows and gaps, few enough values that everything collides with everything.
enum RandomJourneys {
    static let touchpoints = ["A", "B", "C", "D", "X"]

    static func snapshot(_ random: inout SplitMix64, subjects: Int) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        let span = Int64.random(in: 2...14, using: &random)
        for _ in 0..<(subjects * 5) {
            var dimensions: [String: String] = [:]
            if Int.random(in: 0..<4, using: &random) > 0 {
                dimensions["channel"] = ["web", "phone", "post"].randomElement(using: &random)
            }
            if Int.random(in: 0..<5, using: &random) > 0 {
                dimensions["service"] = ["permit", "tax"].randomElement(using: &random)
            }
            if Int.random(in: 0..<5, using: &random) == 0 { dimensions[Dimension.outcome] = "failed" }
            builder.add(
                person: Int.random(in: 0..<40, using: &random) == 0
                    ? nil : "p\(Int.random(in: 0..<subjects, using: &random))",
                time: Int64.random(in: 0...span, using: &random),
                touchpoints.randomElement(using: &random) ?? "A",
                sequence: sequence(&random),
                // Some are later than their own recording, and so do not move the horizon (D28).
                recorded: Int.random(in: 0..<3, using: &random) == 0
                    ? Int64.random(in: 0...2 * span, using: &random) : nil,
                dimensions
            )
        }
        if Bool.random(using: &random) {
            let service = Bool.random(using: &random) ? nil : "tax"
            builder.side.append(.touchpointRole(touchpoint: "D", service: service, role: .end))
        }
        return builder
    }

    /// None, the source's own, or that of a time finer than a millisecond.
    private static func sequence(_ random: inout SplitMix64) -> Int64? {
        let own = Bool.random(using: &random) ? nil : Int64.random(in: 0...2, using: &random)
        guard Int.random(in: 0..<3, using: &random) == 0 else { return own }
        return FineOrder.sequence(nanoseconds: Int64.random(in: 1...2, using: &random), own: own ?? 0)
    }

    static func funnel(_ random: inout SplitMix64) -> FunnelQuery {
        let order = FunnelQuery.Order.allCases.randomElement(using: &random) ?? .ordered
        var steps: [FunnelStep] = []
        for index in 0..<Int.random(in: 1...4, using: &random) {
            steps.append(step(&random, isFirst: index == 0, hasGaps: order != .any))
        }
        var exclusions: [FunnelQuery.Exclusion] = []
        if Bool.random(using: &random) {
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let after = Int.random(in: 1...steps.count, using: &random)
                let before = Bool.random(using: &random) ? nil : after + 1
                exclusions.append(.init(touchpoint: predicate(&random), afterStep: after, beforeStep: before))
            }
        }
        var scope = Scope()
        if Int.random(in: 0..<3, using: &random) == 0 {
            scope.range.from = Timestamp(milliseconds: Int64.random(in: 0...4, using: &random))
            scope.range.to = Timestamp(milliseconds: Int64.random(in: 3...12, using: &random))
        }
        if Int.random(in: 0..<5, using: &random) == 0 {
            let isNegated = Bool.random(using: &random)
            scope.filters = [Filter(dimension: "channel", values: ["web", Dimension.notSet], isNegated: isNegated)]
        }
        return FunnelQuery(
            scope: scope,
            steps: steps,
            window: Int.random(in: 0..<4, using: &random) == 0 ? nil : Int64.random(in: 0...8, using: &random),
            order: order,
            entry: FunnelQuery.Entry.allCases.randomElement(using: &random) ?? .best,
            ties: FunnelQuery.Ties.allCases.randomElement(using: &random) ?? .permissive,
            exclusions: exclusions,
            policy: FunnelQuery.ExclusionPolicy.allCases.randomElement(using: &random) ?? .drop,
            breakdown: Bool.random(using: &random) ? nil : "channel",
            attribution: attribution(&random),
            interveningEventsOfAllServices: Bool.random(using: &random)
        )
    }

    private static func attribution(_ random: inout SplitMix64) -> FunnelQuery.Attribution {
        [.firstTouch, .lastTouch, .allSteps, .step(1), .earliestEntry].randomElement(using: &random) ?? .firstTouch
    }

    private static func step(_ random: inout SplitMix64, isFirst: Bool, hasGaps: Bool) -> FunnelStep {
        var alternatives = [predicate(&random)]
        if Int.random(in: 0..<4, using: &random) == 0 { alternatives.append(predicate(&random)) }
        var step = FunnelStep(alternatives, isOptional: !isFirst && Int.random(in: 0..<5, using: &random) == 0)
        guard hasGaps, !isFirst, Int.random(in: 0..<4, using: &random) == 0 else { return step }
        if Bool.random(using: &random) { step.minimumGap = Int64.random(in: 0...2, using: &random) }
        if Bool.random(using: &random) { step.maximumGap = Int64.random(in: 2...5, using: &random) }
        return step
    }

    private static func predicate(_ random: inout SplitMix64) -> StepPredicate {
        let touchpoint = touchpoints.dropLast().randomElement(using: &random) ?? "A"
        guard Int.random(in: 0..<6, using: &random) == 0 else { return StepPredicate(touchpoint: touchpoint) }
        return StepPredicate(touchpoint: touchpoint, filters: [Filter(dimension: "service", values: ["permit"])])
    }
}
