import JourneyModel
import Tallies

extension Desk {
    /// Of a scope that is told alike: what the answer says of its own scope is the asker's to say.
    ///
    /// - Throws: `CancellationError`.
    func handOffs(_ bench: Workbench, _ ground: JourneyGround) async throws -> HandOffsTally {
        try await latest(for: Desk.key(ground.scope)) {
            try await HandOffsTally.counted(bench, ground, scatteredCases(bench))
        }
    }
}
