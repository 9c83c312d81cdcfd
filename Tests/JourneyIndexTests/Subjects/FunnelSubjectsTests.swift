import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Whom each step of a funnel lists, under every combination of rules.
@Suite("The people behind a funnel's steps")
struct FunnelSubjectsTests {
    @Test("as many as the funnel says, and whom the search finds", arguments: 0..<200)
    func random(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) + 50_000)
        let events = RandomJourneys.snapshot(&random, subjects: 30)
        let query = RandomJourneys.funnel(&random)
        let analyst = ColumnarAnalyst(events.snapshot())
        let result = try await analyst.answer(query)
        func names(_ part: FunnelPart) async throws -> [String] {
            let group = SubjectGroup.funnel(query, part)
            let scope = query.scope
            let list = try await analyst.answer(
                SubjectsQuery(scope: scope, group: group, top: 10_000, showsNames: true)
            )
            #expect(list.total == list.subjects.count)
            return list.subjects.compactMap(\.name).sorted()
        }
        let outcomes = reference(query, events)
        let depth = query.steps.count { !$0.isOptional }
        #expect(try await names(.converted) == outcomes.filter { $0.depth == depth }.map(\.name).sorted())
        #expect(try await names(.converted).count == result.converted)
        var required = 0
        for (index, step) in result.steps.enumerated() {
            let (reached, dropped) = (try await names(.reached(index + 1)), try await names(.dropped(index + 1)))
            let pending = try await names(.pending(index + 1))
            #expect(reached.count == step.reached, "seed \(seed), step \(index): \(query)")
            #expect(dropped.count == step.dropped, "seed \(seed), step \(index): \(query)")
            #expect(pending.count == step.pending, "seed \(seed), step \(index): \(query)")
            if step.isOptional { continue }
            required += 1
            let depth = required
            #expect(reached == outcomes.filter { $0.depth >= depth }.map(\.name).sorted())
        }
    }

    @Test("of a breakdown's groups as many as the groups say, each in the parts of the whole", arguments: 0..<200)
    func groups(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed) + 90_000)
        let events = RandomJourneys.snapshot(&random, subjects: 30)
        var query = RandomJourneys.funnel(&random)
        query.breakdown = Dimension.channel
        let analyst = ColumnarAnalyst(events.snapshot())
        let result = try await analyst.answer(query)
        func names(_ part: FunnelPart) async throws -> [String] {
            let list = try await analyst.answer(
                SubjectsQuery(scope: query.scope, group: .funnel(query, part), top: 10_000, showsNames: true)
            )
            return list.subjects.compactMap(\.name).sorted()
        }
        var entered: [String] = []
        var converted: [String] = []
        for group in result.groups {
            let inGroup = try await names(.group(group.value, .entered))
            let done = try await names(.group(group.value, .converted))
            #expect(inGroup.count == group.entered, "seed \(seed), \(group.value): \(query)")
            #expect(done.count == group.converted)
            #expect(try await names(.group(group.value, .unconverted)).count == group.dropped + group.pending)
            (entered, converted) = (entered + inGroup, converted + done)
        }
        // Only where every step must carry the value may one be in several groups, or in none.
        if query.attribution != .allSteps {
            #expect(entered.sorted() == (try await names(.reached(1))))
            #expect(converted.sorted() == (try await names(.converted)))
        }
        #expect(try await names(.group("no such channel", .entered)).isEmpty)
    }

    @Test("a group of no breakdown is said to be none")
    func groupWithoutBreakdown() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "p", time: 0, "A")
        let query = FunnelQuery(steps: [FunnelStep(touchpoint: "A")])
        await #expect(throws: AnalysisError.self) {
            try await ColumnarAnalyst(builder.snapshot()).answer(
                SubjectsQuery(group: .funnel(query, .group("web", .entered)))
            )
        }
    }

    /// Name and depth of everybody who enters, by exhaustive search.
    private func reference(_ query: FunnelQuery, _ events: SnapshotBuilder) -> [(name: String, depth: Int)] {
        let records = events.records.filter { $0.meets(query.scope.filters) }
        return ReferenceJourney.journeys(records, by: .person).flatMap { journey in
            ReferenceFunnel(query, journey.events).outcomes().map { (journey.subject, $0.depth) }
        }
    }

    @Test("a step that there is not is said to be none")
    func noSuchStep() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "p", time: 0, "A")
        let query = FunnelQuery(steps: [FunnelStep(touchpoint: "A")])
        let analyst = ColumnarAnalyst(builder.snapshot())
        for step in [0, 2, -1] {
            await #expect(throws: AnalysisError.self) {
                try await analyst.answer(SubjectsQuery(group: .funnel(query, .reached(step))))
            }
        }
    }
}
