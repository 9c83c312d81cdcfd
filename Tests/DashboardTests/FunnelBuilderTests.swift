import Canvas
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

struct FunnelBuilderTests {
    private func builder(_ state: DashboardState) -> FunnelBuilder? {
        state.overlay?.tool(FunnelBuilder.self)
    }

    @Test func aFunnelIsSuggestedUntilOneIsChosen() {
        let state = DashboardState.sample(.funnel)
        #expect(state.funnel.steps == nil)
        #expect(
            FunnelScreen.steps(state)?.map(\.name)
                == ["landing", "start form", "upload document", "submit", "confirmation"]
        )
    }

    @Test func itIsSaidWhereStepsThatNobodyChoseComeFrom() {
        var state = DashboardState.sample(.funnel)
        #expect(state.lines(80, 24)[0].contains("Funnel › suggested steps"))
        #expect(FunnelScreen.result(state).value?.receipt.notes.first == .stepsSuggested(900))
        #expect(!state.commandLine.contains("--step"))
        state.press("i")
        #expect(state.screenText.contains("Suggested steps: at least half of the 900 journeys that finish"))
        state.press("escape", "s", "tab", "d", "enter")
        #expect(state.funnel.steps?.count == 4)
        #expect(!state.screenText.contains("suggested steps"))
        #expect(FunnelScreen.result(state).value?.first == nil)
        #expect(state.commandLine.contains("--step landing"))
    }

    @Test func theFirstFunnelIsAskedOfTheWholeStoreWhateverIsShown() {
        var state = DashboardState.sample(.funnel)
        let before = FunnelScreen.steps(state)
        let effects = state.update(.input(.key(.character("p"))))
        state.settle(effects)
        state.press("enter")
        #expect(FunnelScreen.steps(state) == before)
        #expect(FunnelScreen().questions(state).contains { $0.question.question is FirstFunnelQuestion })
    }

    @Test func whoCompletedOtherwiseHasNotStopped() throws {
        var step = Fixtures.funnel().steps[1]
        step.completedOtherwise = 400
        #expect(NextText.shares(step, before: nil).first?.text == "completed all the same 56%")
        var result = Fixtures.funnel()
        result.steps[0].dropped = 10
        result.steps[1] = step
        #expect(
            FunnelWords.sentences(result).contains {
                $0.contains("they completed all the same, not by every step (400)")
            }
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

    @Test func aStepIsAddedAfterTheOneUnderTheCursor() {
        var state = DashboardState.sample(.funnel)
        state.press("s", "tab", "home", "a")
        state.type("call")
        state.press("enter")
        #expect(builder(state)?.steps.prefix(3).map(\.text) == ["landing", "call", "start form"])
    }

    @Test func theFirstStepIsNeverOptional() {
        var state = DashboardState.sample(.funnel)
        state.press("s", "tab", "home", "o")
        #expect(state.message?.contains("only a step can be optional, and not the first") == true)
        state.press("j", "o", "<")
        #expect(builder(state)?.steps.first?.isOptional == false)
    }

    @Test func eitherOfTwoTouchpointsIsOneStep() {
        var state = DashboardState.sample(.funnel)
        state.press("s")
        state.type("letter")
        state.press("|")
        #expect(builder(state)?.steps.last?.text == "confirmation|letter")
        state.press("tab", "|")
        state.type("letter")
        state.press("enter")
        #expect(builder(state)?.steps.last?.text == "confirmation")
    }

    @Test func aStepTakesConditionsOfAnyDimension() {
        var state = DashboardState.sample(.funnel)
        state.press("s", "tab", "home", "f")
        state.type("chan")
        state.press("enter", "down", "tab", "tab", "enter")
        #expect(builder(state)?.steps.first?.text == "landing[channel=app,phone]")
        state.press("f")
        state.type("chan")
        state.press("enter", "!")
        state.type("web")
        state.press("enter")
        #expect(builder(state)?.steps.first?.text == "landing[channel!=web]")
        #expect(state.commandLine.contains("'landing[channel!=web]'"))
        state.press("f", "enter")
        #expect(builder(state)?.steps.first?.text == "landing")
    }

    @Test func touchpointsAreExcludedWithAPolicy() {
        var state = DashboardState.sample(.funnel)
        #expect(!state.commandLine.contains("--exclude"))
        state.press("s")
        state.type("call")
        state.press("ctrl-x")
        #expect(state.commandLine.contains("--exclude call"))
        #expect(!state.commandLine.contains("--policy"))
        state.press("tab", "end", "right")
        #expect(state.commandLine.contains("--policy drop"))
        state.press("right")
        #expect(state.commandLine.contains("--policy restart"))
        state.press("x")
        state.type("letter")
        state.press("enter", "f")
        state.type("chan")
        state.press("enter", "enter")
        #expect(state.commandLine.contains("--exclude call --exclude 'letter[channel="))
        state.press("d")
        #expect(state.commandLine.contains("--exclude call --policy restart"))
    }

    @Test(arguments: [
        ("order", "--order strict", "--order any"), ("entry", "--entry first", "--entry every"),
        ("ties", "--ties strict", "--ties file"), ("within", "--within 28d", "--within 90d"),
    ])
    func rulesGoRoundAndRound(_ rule: String, _ first: String, _ second: String) {
        var state = DashboardState.sample(.funnel)
        let before = state.commandLine
        state.press("s", "tab", "home")
        while builder(state)?.row != FunnelRule(rawValue: rule).map({ .rule($0) }) { state.press("down") }
        state.press("right")
        #expect(state.commandLine.contains(first))
        state.press("right")
        #expect(state.commandLine.contains(second))
        state.press("left", "left")
        #expect(state.commandLine == before)
    }

    @Test func everyChangeIsAnsweredAtOnceAndEscBringsBackWhatWasThere() {
        var state = DashboardState.sample(.funnel)
        let before = state
        state.press("s")
        var asked: [FunnelQuery] = []
        for key in [Key.character("c"), .character("a"), .character("l"), .enter] {
            asked += state.update(.input(.key(key))).asking(FunnelQuery.self).map(\.query)
        }
        // Once for the period shown and once for the one before.
        #expect(asked.map { $0.steps.map(\.name).last } == ["call", "call"])
        state.press("escape")
        #expect(state.moment == before.moment)
        #expect(state.history == before.history)
        #expect(state.overlay == nil)
    }

    @Test func undoTakesBackOneChangeInTheBuilderAndAllOfThemAfterIt() {
        var state = DashboardState.sample(.funnel)
        state.press("s")
        state.type("call")
        state.press("enter", "tab", "o", "<", "z")
        #expect(builder(state)?.steps.last?.text == "call?")
        state.press("z", "z")
        #expect(state.funnel.steps == nil)
        state.press("z")
        #expect(state.message == "nothing has been changed yet")
        state.press("d", "d", "enter")
        #expect(state.funnel.steps?.count == 3)
        state.press("z")
        #expect(state.funnel.steps == nil)
        #expect(state.message?.hasPrefix("undone: steps landing") == true)
    }

    @Test func aNameBelongsToItsSteps() {
        var state = DashboardState.sample(.funnel)
        state.funnel.name = "blue badge"
        state.press("s", "tab", "end", "right")
        #expect(state.funnel.name == "blue badge")
        state.press("home", "d")
        #expect(state.funnel.name == nil)
        state.press("z")
        #expect(state.funnel.name == "blue badge")
    }

    @Test func withoutStepsThereIsNoFunnelToKeep() {
        var state = DashboardState.sample(.funnel)
        state.press("s", "backspace", "backspace", "backspace", "backspace", "backspace")
        #expect(state.screenText.contains("The funnel has no steps yet."))
        state.press("tab", "enter")
        #expect(state.message == "a funnel needs at least one step")
        #expect(builder(state) != nil)
    }

    @Test(arguments: [(60, 12), (80, 24), (120, 36), (200, 60)])
    func theFunnelStaysInViewBesideTheBuilder(_ width: Int, _ height: Int) {
        var state = DashboardState.sample(.funnel, size: Size(width: width, height: height))
        state.press("s")
        let screen = state.lines(width, height)
        // On a tall screen the figure before it is three rows high.
        #expect(screen.contains { $0.contains(height < 36 ? "38.2% convert" : " convert ") })
        #expect(screen.contains { $0.contains("THE FUNNEL") })
        #expect(screen.contains { $0.contains("ADD AFTER CONF") })
    }

    @Test func touchpointsAreNarrowedDownWithTheirCounts() throws {
        var state = DashboardState.sample(.funnel)
        state.press("s")
        state.type("cal")
        let found = state.choices(try #require(builder(state))).map(\.choice)
        let count = try #require(state.catalog?.touchpoints.first { $0.name == "call" }?.count)
        #expect(found.first == Choice(id: "call", label: "call", detail: NumberText.count(count)))
    }
}
