import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// What other tools would say of the same events, against the exhaustive search under the rules of each, written out here.
@Suite("A funnel by the rules of other tools")
struct FunnelRulesTests {
    /// The funnel as the tool would ask it, and whether it looks at events of the period only.
    private func asked(by tool: FunnelTool, _ own: FunnelQuery) -> (query: FunnelQuery, ofPeriod: Bool) {
        var query = own
        switch tool {
        case .postHog:
            query.window = own.window ?? 14 * .day
            query.entry = .best
            query.ties = .permissive
            query.policy = .disqualify
            return (query, true)
        case .mixpanel:
            query.window = own.window ?? 30 * .day
            query.entry = .first
            query.policy = .drop
            return (query, false)
        case .mixpanelTotals:
            query.window = own.window ?? 30 * .day
            query.entry = .every
            query.policy = .drop
            return (query, false)
        case .matomo:
            query.scope.unit = .session
            // Where order and exclusions say more than Matomo could, only the visit is its own.
            if own.order == .ordered, own.exclusions.isEmpty,
                let last = own.steps.lastIndex(where: { !$0.isOptional }), last > 0
            {
                query.steps = [FunnelStep(own.steps[..<last].flatMap(\.alternatives)), own.steps[last]]
            }
            return (query, true)
        case .clickHouse:
            query.entry = .best
            query.ties = .permissive
            return (query, true)
        }
    }

    private func reference(_ events: SnapshotBuilder, _ query: FunnelQuery, ofPeriod: Bool) -> FunnelDigest {
        let records = events.records.filter {
            $0.meets(query.scope.filters) && (!ofPeriod || query.scope.range.contains($0.time))
        }
        return FunnelDigest(
            reference: query,
            journeys: ReferenceJourney.journeys(records, by: query.scope.unit ?? .person),
            horizon: events.records.filter { $0.time <= $0.recorded ?? $0.time }.map(\.time.milliseconds).max() ?? .min,
            roles: events.snapshot().roles
        )
    }

    @Test("equal answers, tool by tool and rule by rule", arguments: 0..<150)
    func random(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) + 7000)
        let events = RandomJourneys.snapshot(&random, subjects: 30)
        var own = RandomJourneys.funnel(&random)
        own.breakdown = nil
        own.attribution = .firstTouch
        let analyst = ColumnarAnalyst(events.snapshot())
        let result = try await analyst.answer(FunnelRulesQuery(funnel: own))
        let here = reference(events, own, ofPeriod: false)
        #expect(result.own.entered == here.entered && result.own.converted == here.converted)
        #expect(result.tools.map(\.tool) == FunnelTool.allCases)
        for tool in result.tools {
            let (query, ofPeriod) = asked(by: tool.tool, own)
            let expected = reference(events, query, ofPeriod: ofPeriod)
            #expect(tool.counts.entered == expected.entered, "\(tool.tool) \(seed)")
            #expect(tool.counts.converted == expected.converted, "\(tool.tool) \(seed)")
            // What differs is explained by a rule that changes it, alone or with others.
            if tool.counts != result.own { #expect(tool.rules.contains { $0.alone != nil }, "\(tool.tool) \(seed)") }
        }
    }

    /// Five people of whom each tool says something else.
    @Test("a worked example")
    func worked() async throws {
        var builder = SnapshotBuilder()
        func add(_ person: String, _ day: Double, _ touchpoint: String) {
            builder.add(person: person, time: Int64(day * Double(Milliseconds.day)), touchpoint)
        }
        // In one visit.
        add("at once", 1, "start")
        add("at once", 1.01, "done")
        // Converts after the end of the period.
        add("late", 9, "start")
        add("late", 12, "done")
        // Its first entry does not convert in the window, its second does.
        add("again", 0, "start")
        add("again", 7, "start")
        add("again", 8, "done")
        // Never.
        add("never", 5, "start")
        let query = FunnelQuery(
            scope: Scope(range: TimeRange(from: Timestamp(milliseconds: 0), to: Timestamp(milliseconds: 10 * .day))),
            steps: ["start", "done"].map { FunnelStep(touchpoint: $0) },
            window: 5 * .day
        )
        let result = try await ColumnarAnalyst(builder.snapshot()).answer(FunnelRulesQuery(funnel: query))
        func counts(_ tool: FunnelTool) -> [Int]? {
            result.tools.first { $0.tool == tool }.map { [$0.counts.entered, $0.counts.converted] }
        }
        #expect([result.own.entered, result.own.converted] == [4, 3])
        #expect(counts(.postHog) == [4, 2])
        #expect(counts(.clickHouse) == [4, 2])
        #expect(counts(.mixpanel) == [4, 2])
        #expect(counts(.mixpanelTotals) == [5, 3])
        #expect(counts(.matomo) == [5, 1])
        let postHog = try #require(result.tools.first { $0.tool == .postHog })
        let period = postHog.rules.first { $0.rule == .ruleStepsInPeriod }
        #expect(period?.alone?.converted == 2)
    }
}
