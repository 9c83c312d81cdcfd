import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Paths, branches, variants and channels against their references, under every unit, range and filter.
@Suite("Paths, variants and channels against references")
struct PathsRandomTests {
    /// Events over about forty days, so that sessions and attempts split; the zone changes its clocks meanwhile.
    private static func builder(_ random: inout SplitMix64) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        let steps: [Int64] = [0, 1000, 29 * .minute, 30 * .minute, 31 * .minute, .day, 28 * .day, 28 * .day + 1]
        for _ in 0..<12 {
            let isNamed = Bool.random(using: &random)
            let name = "p\(Int.random(in: 0..<8, using: &random))"
            var time = 1_299_900_000_000 + Int64.random(in: 0..<5, using: &random) * .day
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                time += steps.randomElement(using: &random) ?? 0
                var dimensions: [String: String] = [:]
                if Bool.random(using: &random) { dimensions["channel"] = Bool.random(using: &random) ? "web" : "phone" }
                if Bool.random(using: &random) {
                    dimensions["service"] = Bool.random(using: &random) ? "tax" : "permit"
                }
                builder.add(
                    person: Int.random(in: 0..<10, using: &random) == 0 ? nil : name,
                    case: Bool.random(using: &random) ? "c\(Int.random(in: 0..<6, using: &random))" : nil,
                    session: isNamed && Bool.random(using: &random) ? "s\(Int.random(in: 0..<4, using: &random))" : nil,
                    time: time,
                    ["A", "B", "C"].randomElement(using: &random) ?? "A",
                    dimensions
                )
            }
        }
        return builder
    }

    private static func scope(_ random: inout SplitMix64, _ unit: CountingUnit) -> Scope {
        var scope = Scope(unit: unit)
        if Bool.random(using: &random) {
            scope.range.from = Timestamp(
                milliseconds: 1_299_900_000_000 + Int64.random(in: 0...6, using: &random) * .day
            )
        }
        if Bool.random(using: &random) {
            scope.filters = [
                Filter(
                    dimension: "channel",
                    values: [Bool.random(using: &random) ? "web" : Dimension.notSet],
                    isNegated: Bool.random(using: &random)
                )
            ]
        }
        if Bool.random(using: &random) {
            // One hour ahead of UTC, two from 2011-03-27T01:00Z on.
            let summer = Timestamp(milliseconds: 1_301_187_600_000)
            scope.zone = Zone(
                name: "Europe/Amsterdam",
                initialOffsetSeconds: 3600,
                transitions: [.init(from: summer, offsetSeconds: 7200)]
            )
        }
        return scope
    }

    @Test("equal answers", arguments: 0..<200)
    func equalAnswers(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let builder = PathsRandomTests.builder(&random)
        let analyst = ColumnarAnalyst(builder.snapshot())
        for unit in CountingUnit.allCases {
            let scope = PathsRandomTests.scope(&random, unit)
            let records = builder.records.filter { $0.meets(scope.filters) && scope.range.contains($0.time) }
            let journeys = PathsRandomTests.journeys(builder.records, scope)
            let top = Int.random(in: 1...6, using: &random)

            let paths = try await analyst.answer(PathsQuery(scope: scope, top: top))
            let handOffs = try await analyst.answer(HandOffsQuery(scope: scope))
            let reference = ReferencePaths.paths(paths.query, journeys, handOffs, paths.receipt)
            #expect(paths == reference, "seed \(seed), \(unit)")
            #expect(paths.receipt.subjects == journeys.count)
            #expect(paths.receipt.events == journeys.reduce(0) { $0 + $1.events.count })
            #expect(paths.receipt.events + paths.receipt.eventsWithoutSubject == records.count)

            for direction in [BranchesQuery.Direction.forward, .backward] {
                let query = BranchesQuery(
                    scope: scope,
                    path: Bool.random(using: &random) ? ["A"] : ["A", "B"],
                    direction: direction
                )
                let branches = try await analyst.answer(query)
                #expect(branches == ReferencePaths.branches(query, journeys, branches.receipt), "seed \(seed), \(unit)")
            }

            let isCollapsed = Bool.random(using: &random)
            let query = VariantsQuery(scope: scope, top: top, collapsesRepeats: isCollapsed)
            let variants = try await analyst.answer(query)
            #expect(variants == ReferencePaths.variants(query, journeys, variants.receipt), "seed \(seed), \(unit)")

            let every = PeriodLength.allCases.randomElement(using: &random) ?? .month
            let channels = try await analyst.answer(ChannelsQuery(scope: scope, every: every))
            #expect(
                channels.periods == ReferencePaths.cells(channels.query, journeys, records, of: builder.records),
                "seed \(seed), \(unit)"
            )
            #expect(channels.events == records.count)
            #expect(channels.subjects == journeys.count)
            for total in channels.totals {
                let isHere: (EventRecord) -> Bool = { ($0.value("channel") ?? Dimension.notSet) == total.channel }
                #expect(total.events == records.count(where: isHere))
                #expect(total.subjects == journeys.count { $0.events.contains(where: isHere) })
            }
        }
    }

    /// Journeys are told apart over all events; the scope then takes events out of them.
    private static func journeys(_ records: [EventRecord], _ scope: Scope) -> [ReferenceJourney] {
        ReferenceJourney.journeys(records, by: scope.unit ?? .person).compactMap { journey in
            var kept = journey
            kept.events = journey.events.filter { $0.meets(scope.filters) && scope.range.contains($0.time) }
            return kept.events.isEmpty ? nil : kept
        }
    }
}
