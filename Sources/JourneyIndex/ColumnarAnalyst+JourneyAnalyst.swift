public import JourneyModel
import Tallies

/// A question that an index answers, by a kernel in the folder named for it.
protocol IndexedQuestion: Question {
    func answer(from index: ColumnarAnalyst) async throws -> Answer
}

/// One of which an index counts the tally.
protocol IndexTalliedQuestion: IndexedQuestion, TalliedQuestion {
    func tally(in index: ColumnarAnalyst) async throws -> Counts
}

extension IndexTalliedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> Answer { answer(from: try await tally(in: index)) }
}

/// One of which it counts more once it is known what will be shown.
protocol IndexRefinedQuestion: IndexTalliedQuestion, RefinedQuestion {
    func details(of chosen: Chosen, in index: ColumnarAnalyst) async throws -> Details
}

extension IndexRefinedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> Answer {
        let tally = try await tally(in: index)
        return answer(from: refined(tally, with: try await details(of: chosen(from: tally), in: index)))
    }
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
