import JourneyModel
import Tallies

extension HandOffsQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> HandOffsTally {
        try await index.handOffs(index.desk.ground(index, scope))
    }
}

extension Workbench {
    /// Hand-offs between channels, and whether cases hold channels together (D20): the same for whoever asks.
    ///
    /// - Throws: `CancellationError`.
    func handOffs(_ ground: JourneyGround) async throws -> HandOffsTally {
        var tally = try await desk.handOffs(self, ground)
        tally.scope = ground.tally
        return tally
    }
}

extension HandOffsTally {
    /// - Throws: `CancellationError`.
    static func counted(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ scattered: ScatteredCases
    ) async throws -> HandOffsTally {
        let counts = try await HandOffScan.counts(bench, ground, scattered)
        let hasCases = bench.source.hasCases
        let linkage = hasCases ? try await LinkageScan.counts(bench, ground, scattered) : LinkageCounts()
        let signs = Signs(cases: hasCases, completion: ground.rules.hasCompletion.contains(true))
        return counts.tally(ground, linkage, signs)
    }
}
