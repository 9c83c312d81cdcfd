import JourneyIndex

/// A question with its name, whose answer does not matter.
struct TimedQuestion: Sendable {
    var title: String
    var ask: @Sendable (ColumnarAnalyst) async throws -> Void

    static let all: [TimedQuestion] =
        PeerQuestion.allCases.map { question in
            TimedQuestion(title: "\(question.rawValue) \(question.title)") { _ = try await question.rows(of: $0) }
        }
        + ScreenQuestion.allCases.map { question in
            TimedQuestion(title: "\(question.rawValue), as its screen asks", ask: question.ask)
        }
}
