public import JourneyModel

/// Answers every question from an index: columns mapped from files, or in memory. It hands questions on, and knows none of
/// them: their kernels work on the workbench.
///
/// An index never changes, so equal questions have equal answers; a newer state of the store is a new analyst.
public final class ColumnarAnalyst: JourneyAnalyst {
    let bench: Workbench

    public init(_ image: IndexImage) {
        bench = Workbench(image)
    }

    /// What the answers are of, and whether they can be believed (`IndexImage.fault`).
    public var image: IndexImage { bench.source.image }

    public func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
        var answer: (any Answer)?
        if let indexed = question as? any IndexedQuestion { answer = try await indexed.answer(from: bench) }
        if let composed = question as? any ComposedQuestion { answer = try await composed.answer(from: self) }
        guard let answer = answer as? Asked.Answer else { throw AnalysisError.unanswerable }
        return answer
    }
}
