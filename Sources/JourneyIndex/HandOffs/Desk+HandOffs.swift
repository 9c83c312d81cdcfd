import JourneyModel
import Tallies

extension Desk {
    /// Of a scope that is told alike: what the answer says of its own scope is the asker's to say.
    ///
    /// - Throws: `CancellationError`.
    func handOffs(_ bench: Workbench, _ ground: JourneyGround) async throws -> HandOffsTally {
        let scope = Desk.key(ground.scope)
        let known = latest(HandOffsTally.self, by: Scope.self).first { $0.key == scope }
        if let known { return known.value }
        return keep(try await HandOffsTally.counted(bench, ground, scatteredCases(bench)), for: scope)
    }
}
