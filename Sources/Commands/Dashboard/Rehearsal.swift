import Canvas
import Dashboard
import JourneyModel

/// The dashboard without a terminal: keys are pressed, questions are answered at once, and the screen is drawn. Pictures
/// for documents are made this way, and the
/// dashboard in lines of text.
struct Rehearsal {
    private(set) var state: DashboardState
    /// Who answers; another one where the store has changed.
    var analyst: any JourneyAnalyst

    init(_ state: DashboardState, analyst: any JourneyAnalyst) async {
        self.state = state
        self.analyst = analyst
        await answer(self.state.start())
    }

    /// Presses one key and waits until everything it asked for has been answered.
    mutating func press(_ key: Key) async {
        await apply(.input(.key(key)))
    }

    /// What a line that was typed asks for.
    mutating func read(_ line: String) -> PlainInput { state.read(line) }

    /// Lets `action` happen, and waits until everything it asked for has been answered.
    ///
    /// - Returns: what else is to be done.
    @discardableResult
    mutating func apply(_ action: Action) async -> [Effect] {
        await answer(state.update(action))
    }

    @discardableResult
    private mutating func answer(_ effects: [Effect]) async -> [Effect] {
        var waiting = effects
        var others: [Effect] = []
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            guard case .ask(let request, let question) = effect else {
                others.append(effect)
                continue
            }
            do {
                let answer = try await question.answer(from: analyst)
                waiting += state.update(.answered(request, answer))
            } catch {
                let complaint = Complaint(about: error)
                waiting += state.update(.failed(request, message: complaint.message, hint: complaint.hint))
            }
        }
        return others
    }
}
