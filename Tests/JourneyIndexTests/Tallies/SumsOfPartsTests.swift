import JourneyModel
import Tallies
import TestSupport
import Testing

@testable import JourneyIndex

/// Not only the answer: what is counted is the same, so that an answer which says "too little" hides nothing.
@Suite("Sums of parts")
struct SumsOfPartsTests {
    @Test("the tallies of two halves of the people, added up, are the tally of all of them", arguments: 200..<280)
    func sums(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let naming = RandomTown.Naming.allCases[random.below(5)]
        let town = SplitTown(seed: seed, naming: naming, cut: random.below(4) == 0 ? .nobodyApart : .chance)
        var scope = randomScope(&random)
        scope.filters.removeAll { $0.dimension == "chanel" || $0.dimension == "case.priority" }
        var facts = try await town.halves[0].facts(for: scope)
        facts.add(try await town.halves[1].facts(for: scope))
        let parts = town.halves.map { $0.part(of: facts) }
        try await hold(IndicatorsQuery(scope: scope, every: .week), town.whole, parts)
        try await hold(ContactsQuery(scope: scope), town.whole, parts)
        try await hold(PreferencesQuery(scope: scope), town.whole, parts)
        try await hold(HandOffsQuery(scope: scope), town.whole, parts)
        try await hold(MaturityQuery(scope: scope), town.whole, parts)
        try await hold(FirstFunnelQuestion(), town.whole, parts)
    }

    private func hold<Asked: IndexTalliedQuestion>(
        _ question: Asked,
        _ whole: ColumnarAnalyst,
        _ parts: [Workbench]
    ) async throws {
        var sum = try await question.tally(in: parts[1])
        sum.add(try await question.tally(in: parts[0]))
        #expect(try await question.tally(in: whole.bench) == sum, "\(question)")
    }
}
