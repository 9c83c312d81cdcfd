/// Whoever can answer the questions: the index on this machine, or a database server. Screens and commands know only this.
public protocol JourneyAnalyst: Sendable {
    /// - Throws: `AnalysisError`, and `CancellationError` when its task is cancelled.
    func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer
}
