import Dashboard
import JourneyModel

@testable import Commands

extension OpenedSource {
    /// A source in memory.
    static func stub(_ source: StubSource = StubSource(), _ protection: Protection = .none) -> OpenedSource {
        OpenedSource(source, protection)
    }

    func answer(_ question: Question) async throws -> Answer {
        try await question.answered(by: try await read().analyst, summary: { try await summary() })
    }
}
