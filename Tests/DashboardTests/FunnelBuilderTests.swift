import Canvas
import JourneyModel
import Testing

@testable import Dashboard

struct FunnelBuilderTests {
    private func builder(_ state: DashboardState) -> FunnelBuilder? {
        if case .builder(let builder) = state.overlay { builder } else { nil }
    }

    @Test func aFunnelIsSuggestedUntilOneIsChosen() {
        let state = DashboardState.sample(.funnel)
        #expect(state.funnel.steps == nil)
        // The most frequent path that starts and ends a service, up to its end.
        #expect(
            FunnelScreen.steps(state)?.map(\.name)
                == ["landing", "start form", "upload document", "submit", "confirmation"]
        )
    }

    @Test func stepsAreAddedRemovedMovedAndMadeOptional() {
        var state = DashboardState.sample(.funnel)
        state.press("s")
        state.type("hel")
        state.press("enter")
        #expect(builder(state)?.steps.last?.name == "help page")
        state.press("tab", "o")
        #expect(builder(state)?.steps.last?.text == "help page?")
        state.press("<", "up", "d")
        #expect(
            builder(state)?.steps.map(\.text)
                == ["landing", "start form", "upload document", "help page?", "confirmation"]
        )
        state.press("enter")
        #expect(state.overlay == nil)
        #expect(state.funnel.steps?.count == 5)
    }

    @Test func theFirstStepIsNeverOptional() {
        var state = DashboardState.sample(.funnel)
        state.press("s", "tab", "o")
        #expect(state.message?.contains("cannot be optional") == true)
        state.press("j", "o", "<")
        #expect(builder(state)?.steps.first?.isOptional == false)
    }

    @Test func eitherOfTwoTouchpointsIsOneStep() {
        var state = DashboardState.sample(.funnel)
        state.press("s")
        state.type("letter")
        state.press("|")
        #expect(builder(state)?.steps.last?.text == "confirmation|letter")
    }

    @Test func thePreviewIsAskedWhileBuilding() {
        var state = DashboardState.sample(.funnel)
        state.press("s")
        var asked: [FunnelQuery] = []
        for key in [Key.character("c"), .character("a"), .character("l"), .enter] {
            for case .ask(_, .funnel(let query)) in state.update(.input(.key(key))) { asked.append(query) }
        }
        #expect(asked.map { $0.steps.map(\.name).last } == ["call"])
        state.press("escape")
        #expect(state.funnel.steps == nil)
    }

    @Test(arguments: [
        (["a", "b", "c"], [], [], ["a", "b", "c"]),
        (["a", "b", "a", "c", "b"], [], [], ["a", "b", "c"]),
        (["x", "a", "b", "c", "y"], ["a"], ["c"], ["a", "b", "c"]),
        (["a", "b", "c", "d", "e", "f", "g", "h"], [], [], ["a", "b", "c", "d", "e", "h"]),
        (["a"], [], [], []),
        ([], [], [], []),
    ])
    func suggestion(_ path: [String], _ starts: [String], _ ends: [String], _ expected: [String]) {
        var variants = Fixtures.variants
        variants.variants = [.init(path: path, count: 1, share: .rate(1, of: 1, .d9), medianThroughput: nil)]
        let steps = FunnelSuggestion.steps(variants, roles: [.start: starts, .end: ends])
        #expect(steps.map(\.name) == expected)
    }
}
