import JourneyIndex
import JourneyModel
import TestSupport

extension SnapshotBuilder {
    /// What is known of preferences in all that was added.
    func preferences(_ scope: Scope = Scope()) async throws -> PreferencesResult {
        try await ColumnarAnalyst(snapshot()).answer(PreferencesQuery(scope: scope))
    }
}
