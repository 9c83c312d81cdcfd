import JourneyModel
import Tallies

/// A question that an index answers, by a kernel in the folder named for it.
protocol IndexedQuestion: Question {
    func answer(from index: Workbench) async throws -> Answer
}

/// One of which an index counts the tally.
protocol IndexTalliedQuestion: IndexedQuestion, TalliedQuestion {
    func tally(in index: Workbench) async throws -> Counts
}

extension IndexTalliedQuestion {
    func answer(from index: Workbench) async throws -> Answer { answer(from: try await tally(in: index)) }
}

/// One of which it counts more once it is known what will be shown.
protocol IndexRefinedQuestion: IndexTalliedQuestion, RefinedQuestion {
    func details(of chosen: Chosen, in index: Workbench) async throws -> Details
}

extension IndexRefinedQuestion {
    func answer(from index: Workbench) async throws -> Answer {
        let tally = try await tally(in: index)
        return answer(from: refined(tally, with: try await details(of: chosen(from: tally), in: index)))
    }
}
