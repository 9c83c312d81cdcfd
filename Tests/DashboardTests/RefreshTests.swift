import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// What new data does to the screen: nothing, until it is there or late.
struct RefreshTests {
    private static let screens: [ScreenID] = [.overview, .funnel, .paths, .channels, .preferences, .maturity, .data]
    private static let size = Size(width: 120, height: 36)

    private func grid(_ state: DashboardState) -> Grid { state.view(size: Self.size, glyphs: .unicode).grid }

    private func asked(_ effects: [Effect]) -> [AnyQuestion] {
        effects.compactMap { if case .ask(_, let question) = $0 { question } else { nil } }
    }

    @Test("Until answers come nothing changes, and equal ones change nothing", arguments: screens)
    func quick(_ screen: ScreenID) {
        var state = DashboardState.sample(screen)
        let before = grid(state)
        var waiting = state.update(.dataChanged(generation: 1))
        #expect(state.isWaitingQuietly)
        while !waiting.isEmpty {
            #expect(grid(state) == before)
            guard case .ask(let id, let question) = waiting.removeFirst(), let answer = Fixtures.answer(question) else {
                continue
            }
            waiting += state.update(.answered(id, answer))
        }
        #expect(!state.isWaiting)
        #expect(!state.isWaitingQuietly)
        #expect(grid(state) == before)
    }

    @Test("What is late is dimmed until it is there, also when still newer data comes", arguments: screens)
    func late(_ screen: ScreenID) {
        var state = DashboardState.sample(screen)
        let before = grid(state)
        _ = state.update(.dataChanged(generation: 1))
        _ = state.update(.answersAreLate)
        let dimmed = grid(state)
        #expect(dimmed != before)
        #expect(!state.isWaitingQuietly)
        let effects = state.update(.dataChanged(generation: 2))
        #expect(!state.isWaitingQuietly)
        #expect(grid(state) == dimmed)
        state.settle(effects)
        #expect(grid(state) == before)
    }

    @Test("Only what the screen shows is asked again; the rest when it is shown", arguments: screens)
    func onlyWhatIsShown(_ screen: ScreenID) {
        var state = DashboardState.sample(screen)
        for other in Self.screens + [screen] {
            for key in Screens.list.keys(opening: other) { state.settle(state.update(.input(.key(key)))) }
        }
        let questions = asked(state.update(.dataChanged(generation: 1)))
        #expect(questions.count <= 6)
        var fresh = DashboardState.sample(screen)
        let first = asked(fresh.update(.dataChanged(generation: 1)))
        #expect(Set(questions) == Set(first))
    }

    @Test("Going to a screen whose figures are of older data dims nothing at once either")
    func otherScreen() {
        var state = DashboardState.sample(.overview)
        state.press("2", "1")
        state.settle(state.update(.dataChanged(generation: 1)))
        let effects = state.update(.input(.key(.character("2"))))
        #expect(!asked(effects).isEmpty)
        #expect(state.isWaitingQuietly)
        let before = grid(state)
        state.settle(effects)
        #expect(grid(state) == before)
    }

    @Test("A key that asks for something else is seen to be waited for")
    func changedByHand() {
        var state = DashboardState.sample(.funnel)
        _ = state.update(.dataChanged(generation: 1))
        // Moving about asks nothing.
        state.press("j")
        #expect(state.isWaitingQuietly)
        let quiet = grid(state)
        _ = [.character("w"), .down, .down, .enter].flatMap { state.update(.input(.key($0))) }
        #expect(state.answer(.funnel).isDimmed)
        #expect(grid(state) != quiet)
    }

    @Test("A period that moves with the data moves in the same frame as the figures")
    func relative() {
        var state = DashboardState.sample(.overview)
        state.press("p")
        state.type("last whole quarter")
        state.press("enter")
        let before = grid(state)
        let effects = state.update(.dataChanged(generation: 1))
        #expect(asked(effects).contains(AnyQuestion(CatalogQuestion())))
        #expect(grid(state) == before)
        #expect(state.isWaitingQuietly)
        state.settle(effects)
        #expect(grid(state) == before)
    }

    @Test("Going on after a pause is a refresh like any other")
    func pause() {
        var state = DashboardState.sample(.overview)
        state.press("space")
        _ = state.update(.dataChanged(generation: 1))
        let effects = state.update(.input(.key(.character(" "))))
        #expect(!asked(effects).isEmpty)
        #expect(state.isWaitingQuietly)
    }
}
