public import JourneyModel

/// A question that an index answers, by a kernel in the folder named for it.
protocol IndexedQuestion: Question {
    func answer(from index: ColumnarAnalyst) async throws -> Answer
}

extension ColumnarAnalyst: JourneyAnalyst {
    public func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
        var answer: (any Answer)?
        if let indexed = question as? any IndexedQuestion { answer = try await indexed.answer(from: self) }
        if let composed = question as? any ComposedQuestion { answer = try await composed.answer(from: self) }
        guard let answer = answer as? Asked.Answer else { throw AnalysisError.unanswerable }
        return answer
    }
}
