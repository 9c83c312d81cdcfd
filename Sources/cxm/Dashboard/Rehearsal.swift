import Canvas
import Dashboard
import JourneyModel

/// The dashboard without a terminal: keys are pressed, questions are answered at once, and the screen is drawn. Pictures
/// for documents are made this way.
struct Rehearsal {
    private(set) var state: DashboardState
    private let analyst: any JourneyAnalyst
    private let summary: @Sendable () async throws -> StoreSummary

    init(
        _ state: DashboardState,
        analyst: any JourneyAnalyst,
        summary: @escaping @Sendable () async throws -> StoreSummary
    ) async {
        self.state = state
        self.analyst = analyst
        self.summary = summary
        await carryOut(self.state.start())
    }

    /// Presses one key and waits until everything it asked for has been answered.
    mutating func press(_ key: Key) async {
        await carryOut(state.update(.input(.key(key))))
    }

    private mutating func carryOut(_ effects: [Effect]) async {
        var waiting = effects
        while !waiting.isEmpty {
            guard case .ask(let request, let question) = waiting.removeFirst() else { continue }
            do {
                let answer = try await question.answered(by: analyst, summary: summary)
                waiting += state.update(.answered(request, answer))
            } catch {
                let complaint = Complaint(about: error)
                waiting += state.update(.failed(request, message: complaint.message, hint: complaint.hint))
            }
        }
    }
}
