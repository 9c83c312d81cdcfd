public import JourneyModel
public import Threads

/// How far erasing has come.
public enum ErasureStage: Hashable, Sendable {
    /// The events are read again, because the store has changed since the plan was made.
    case reading(Double)
    /// The store is copied.
    case copying(Double)
    /// What is left is written.
    case writing
}

extension StoreWriter {
    /// Erases whom `plan` is of, everywhere in the store: the file is written anew without them and takes the place of the
    /// old one. It is done, whole, or not at all. Who has the store open through this module goes on with the new file.
    ///
    /// - Parameters:
    ///   - plan: made again where the store has changed since.
    ///   - cancellation: asked now and then; the store stays as it was once it is requested.
    ///   - progress: called now and then.
    /// - Returns: what was erased.
    /// - Throws: `StoreError`, `ErasureError`, `CancellationError`; the store is then as it was before.
    public func erase(
        _ plan: ErasurePlan,
        cancellation: Cancellation = .never,
        progress: (ErasureStage) -> Void = { _ in }
    ) throws -> ErasureCounts {
        try write { _, connection in
            let rewriting = try StoreRewriting(store: path, cancellation: cancellation)
            let current =
                try isCurrent(plan, connection)
                ? plan
                : ErasurePlan(plan.request, connection, cancellation: cancellation) { progress(.reading($0)) }
            try rewriting.run(connection) { share in
                progress(share.map(ErasureStage.copying) ?? .writing)
            } change: { copy in
                try Erasure(current, in: copy, cancellation: cancellation).run()
            }
            return current.counts
        }
    }

    private func isCurrent(_ plan: ErasurePlan, _ connection: OpaquePointer) throws -> Bool {
        try plan.stamp.store != 0 && plan.stamp == StoreHistory.stamp(connection)
    }
}
