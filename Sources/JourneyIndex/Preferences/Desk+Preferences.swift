import JourneyModel

extension Desk {
    /// - Throws: `CancellationError`.
    func preferences(_ bench: Workbench, _ ground: JourneyGround) async throws -> PreferenceCounts {
        let scope = Desk.key(ground.scope)
        let known = latest(PreferenceCounts.self, by: Scope.self).first { $0.key == scope }
        if let known { return known.value }
        return keep(try await PreferenceScan.counts(bench, ground, sides(bench)), for: scope)
    }
}
