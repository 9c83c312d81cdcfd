import Foundation
public import JourneyModel
import JourneyStore
public import Threads

/// A store on this machine is a source of data. What only a store can do is not said by the protocol: it is imported into,
/// erased from, and has places for its index.
extension Archive: DataSource {
    public var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

    public func summary() async throws -> StoreSummary {
        try await analyst(cancellation: .ofTask, progress: { _ in }).answer(SummaryQuestion())
    }

    /// - Throws: `StoreError`; `CancellationError`.
    public func analyst(cancellation: Cancellation, progress: (Double) -> Void) throws -> any SourceAnalyst {
        TrustedAnalyst(try index(cancellation: cancellation, progress: progress), of: self)
    }

    public func watch(from known: StoreStamp?) -> any SourceWatch { StoreWatch(self, known: known) }
}
