import JourneyModel

extension Desk {
    /// - Throws: `CancellationError`.
    func preferences(_ bench: Workbench, _ ground: JourneyGround) async throws -> PreferenceCounts {
        try await latest(for: Desk.key(ground.scope)) {
            try await PreferenceScan.counts(bench, ground, sides(bench))
        }
    }
}
