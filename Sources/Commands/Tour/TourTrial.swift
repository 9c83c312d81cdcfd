import Canvas
import Dashboard
import JourneyModel
import Wording

/// A script played through on a store without a terminal: whether every key does something, and what is pointed at is there.
struct TourTrial {
    private let script: TourScript
    private let opened: OpenedSource
    private let state: DashboardState
    private let wording: WordingStyle

    /// The smallest screen that a tour is made for.
    private static let size = Size(width: 80, height: 24)

    init(_ script: TourScript, _ options: DashboardOptions) async throws {
        self.script = script
        opened = try await OpenedSource(opening: options.store, options.protection)
        wording = options.wording
        state = DashboardState(options, name: opened.name, themeName: "dark", themes: [], size: Self.size)
    }

    /// All that is wrong, each once, in the order of the lines.
    func problems() async throws -> [TourProblem] {
        let analyst = try await opened.read().analyst
        var dashboard = state
        // What a key does is known where it is shown.
        dashboard.echoesKeys = true
        var tour = Tour(script, from: dashboard)
        var missing: [TourProblem] = []
        var effects = tour.start(on: &dashboard)
        while true {
            while !effects.isEmpty {
                guard case .ask(let request, let question) = effects.removeFirst() else { continue }
                effects += tour.update(await answer(question, analyst, request), on: &dashboard)
            }
            let problem = WordingStyle.$current.withValue(wording) { tour.missing(on: dashboard, size: Self.size) }
            if let problem, missing.last != problem { missing.append(problem) }
            if tour.isAtEnd { break }
            effects = tour.update(.input(.key(.right)), on: &dashboard)
        }
        return (tour.problems + missing).sorted { $0.line < $1.line }
    }

    private func answer(_ question: AnyQuestion, _ analyst: any JourneyAnalyst, _ request: RequestID) async -> Action {
        do {
            return .answered(request, try await question.answer(from: analyst))
        } catch {
            let complaint = Complaint(about: error)
            return .failed(request, message: complaint.message, hint: complaint.hint)
        }
    }
}
