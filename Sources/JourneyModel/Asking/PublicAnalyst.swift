/// Answers as they may be shown in public (D25). It stands between whoever answers and everything that draws, prints, exports
/// or logs: nothing behind it has an answer that is not protected. An answer that cannot be protected is none: it does not
/// compile.
public struct PublicAnalyst: JourneyAnalyst {
    private let analyst: any JourneyAnalyst
    private let policy: DisclosurePolicy
    private let shown: ShownPopulations

    /// - Parameter shown: of the whole session, or of one document.
    public init(_ analyst: any JourneyAnalyst, policy: DisclosurePolicy, shown: ShownPopulations) {
        self.analyst = analyst
        self.policy = policy
        self.shown = shown
    }

    /// What is made of other answers is made of protected ones: nothing is ranked, compared or said in words by what is
    /// hidden. Of an answer that counts, the population is that of the exact one; it is looked at before anything is shown.
    public func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
        if let composed = question as? any ComposedQuestion {
            guard let answer = try await composed.answer(from: self) as? Asked.Answer else {
                throw AnalysisError.unanswerable
            }
            return try answer.protected(by: policy)
        }
        let exact = try await analyst.answer(question)
        if let receipt = exact.population { try shown.show(receipt, policy) }
        return try exact.protected(by: policy)
    }
}
