import Dashboard
import JourneyModel

@testable import Commands

extension OpenedSource {
    /// A source in memory.
    static func stub(_ source: StubSource = StubSource(), _ protection: Protection = .none) -> OpenedSource {
        OpenedSource(source, protection)
    }

    func answer<Asked: Question>(_ question: Asked) async throws -> Asked.Answer {
        try await read().analyst.answer(question)
    }
}
