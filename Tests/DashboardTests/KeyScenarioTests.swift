import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// What happens when somebody presses keys, told in the words of the screen.
struct KeyScenarioTests {
    @Test func enterGoesDeeperAndEscapeComesBackToTheSameRow() {
        var state = DashboardState.sample(.overview)
        state.press("down", "down", "down")
        #expect(state.markedLine?.contains("Left the housing form") == true)
        let before = state.screenText
        state.press("enter")
        #expect(state.screenText.contains("Funnel › suggested steps › housing"))
        #expect(state.questionScope.filters == [Filter(dimension: "service", values: ["housing"])])
        state.press("escape")
        #expect(state.screenText == before)
        #expect(state.questionScope.filters.isEmpty)
    }

    @Test func aStepOpensWhoStoppedThereAndAGroupItsOwnFunnel() {
        var state = DashboardState.sample(.funnel)
        state.press("j", "enter")
        #expect(state.screenText.contains("711 dropped after start form"))
        #expect(state.screenText.contains("WHAT THEY DID NEXT"))
        state.press("backspace")
        #expect(state.markedLine?.contains("2 start form") == true)
        state.press("tab", "j", "j", "enter")
        #expect(state.questionScope.filters == [Filter(dimension: "channel", values: ["phone"])])
        state.press("escape")
        #expect(state.markedLine?.contains("phone") == true)
    }

    @Test func tabGoesToTheServicesAndEnterOpensTheirFunnel() {
        var state = DashboardState.sample(.overview)
        state.press("tab", "j")
        #expect(state.markedLine?.contains("housing") == true)
        state.press("enter")
        #expect(state.questionScope.filters == [Filter(dimension: "service", values: ["housing"])])
        state.press("escape")
        #expect(state.markedLine?.contains("housing") == true)
    }

    @Test func qLeavesOnlyFromTheTop() {
        var state = DashboardState.sample(.overview)
        state.press("down", "down", "down", "enter", "enter")
        #expect(state.stack.count == 3)
        #expect(state.press("q") == [])
        #expect(state.press("q") == [])
        #expect(state.stack.count == 1)
        #expect(state.press("q") == [.quit])
    }

    @Test func controlCQuitsFromAnywhere() {
        var state = DashboardState.sample(.funnel)
        state.press("s")
        #expect(state.press("ctrl-c") == [.quit])
    }

    @Test func pasteOutsideATextFieldDoesNothing() {
        var state = DashboardState.sample(.funnel)
        var before = state
        state.settle(state.update(.input(.paste("q2:quit\u{1B}[2J"))))
        // But for saying so.
        before.message = state.message
        #expect(state == before)
        state.press("s")
        state.settle(state.update(.input(.paste("help\nq"))))
        guard let builder = state.overlay?.tool(FunnelBuilder.self) else {
            Issue.record("the builder is gone")
            return
        }
        #expect(builder.list.entry.text == "help")
    }

    @Test func helpShowsWhatWorksHereAndFiltersAsYouType() {
        var state = DashboardState.sample(.funnel)
        state.press("?")
        #expect(state.screenText.contains("choose the steps of the funnel"))
        #expect(!state.screenText.contains("open the screen People"))
        state.type("plain")
        #expect(state.screenText.contains("say in plain words"))
        #expect(!state.screenText.contains("choose the steps of the funnel"))
        state.press("enter")
        #expect(state.screenText.contains("In plain words"))
        // One letter asks for the key of that name.
        state.press("escape", "?", "w")
        #expect(state.actions(matching: "w").map(\.binding.command) == [.own(.window)])
    }

    @Test func thePaletteFindsAnActionByAFewLetters() {
        var state = DashboardState.sample(.overview)
        state.press(":")
        state.type("receipt")
        state.press("escape", ":")
        state.type("cmp gr")
        #expect(state.overlay != nil)
        state.press("ctrl-u")
        state.type("the screen funnel")
        state.press("enter")
        #expect(state.place.screen == .funnel)
    }

    @Test func filtersAreChosenSeenAndTakenAway() {
        var state = DashboardState.sample(.funnel)
        state.press("f")
        state.type("chan")
        state.press("enter")
        state.type("pho")
        state.press("enter")
        #expect(state.questionScope.filters == [Filter(dimension: "channel", values: ["phone"])])
        #expect(state.screenText.contains("channel phone"))
        state.press("f")
        state.type("clear")
        state.press("enter")
        #expect(state.questionScope.filters.isEmpty)
    }

    @Test func aFilterTakesSeveralValuesOrAllBut() {
        var state = DashboardState.sample(.funnel)
        state.press("f")
        state.type("channel")
        state.press("enter", "tab", "tab", "enter")
        #expect(state.questionScope.filters == [Filter(dimension: "channel", values: ["app", "web"])])
        state.press("f")
        state.type("service")
        state.press("enter", "!")
        state.type("hous")
        state.press("enter")
        #expect(state.questionScope.filters.last == Filter(dimension: "service", values: ["housing"], isNegated: true))
        #expect(state.screenText.contains("service not housing"))
    }

    @Test func thePeriodComesWithTheOneBefore() {
        var state = DashboardState.sample(.overview, scope: ViewScope())
        #expect(state.screenText.contains("all time"))
        state.press("p")
        state.type("oct-")
        state.press("enter")
        #expect(state.scope.range == Fixtures.quarter)
        #expect(state.scope.before == Fixtures.quarterBefore)
        state.press("p")
        state.type("2025-02-01 2025-02-10")
        state.press("enter")
        #expect(state.scope.range == TimeRange(from: Fixtures.day(2025, 2, 1), to: Fixtures.day(2025, 2, 11)))
        #expect(state.scope.before == TimeRange(from: Fixtures.day(2025, 1, 22), to: Fixtures.day(2025, 2, 1)))
    }

    @Test func searchSaysWhichOfHowMany() {
        var state = DashboardState.sample(.overview)
        state.press("/")
        state.type("they")
        state.press("enter")
        #expect(state.message == "1 of 1 with 'they'")
        #expect(state.markedLine?.contains("Reached on a channel they did not choose") == true)
        state.press("/")
        state.press("ctrl-u")
        state.type("c")
        #expect(state.message == "2 of 5 with 'c'" || state.message?.hasSuffix("with 'c'") == true)
        state.press("enter", "n", "N", "escape")
        state.press("/", "ctrl-u", "z", "z", "enter")
        #expect(state.message == "no row contains 'zz'")
    }

    @Test func aDigitWithoutAScreenDoesNothing() {
        var state = DashboardState.sample(.funnel)
        for key in ["7", "8", "9"] {
            state.press(key)
            #expect(state.place.screen == .funnel)
            #expect(state.message == "\(key) does nothing; ? lists the keys that work here")
        }
    }

    @Test func aBlockedKeySaysWhy() {
        var state = DashboardState.sample(.funnel)
        state.press("V")
        #expect(state.message?.contains("none is saved yet") == true)
        state.store.isKiosk = true
        state.press("S")
        #expect(state.message?.contains("kiosk") == true)
        state.press("x")
        #expect(state.message?.contains("kiosk") == true)
        state.press("j")
        #expect(state.message == nil)
    }

    @Test func digitsKeepEachScreensRow() {
        var state = DashboardState.sample(.overview)
        state.press("j", "j", "2", "j", "1")
        #expect(state.markedLine?.contains("Reached on a channel") == true)
        state.press("2")
        #expect(state.markedLine?.contains("2 start form") == true)
    }

    @Test func themesAreTriedAndPutBack() {
        var state = DashboardState.sample(.overview)
        state.themeName = "plain"
        #expect(state.press("T", "down") == [.applyTheme("harbour")])
        #expect(state.press("escape") == [.applyTheme("plain")])
        #expect(state.press("T", "down", "enter") == [.applyTheme("harbour"), .applyTheme("harbour")])
        #expect(state.themeName == "harbour")
    }

    @Test func equityPutsTheLowestRateFirst() {
        var state = DashboardState.sample(.funnel)
        state.press("e", "enter")
        #expect(state.funnel.breakdown == "person.age_band")
        state.press("tab")
        #expect(state.markedLine?.contains("phone") == true)
        var overview = DashboardState.sample(.paths)
        overview.press("e", "enter")
        #expect(overview.message?.contains("the row is no figure of a group of people") == true)
        #expect(overview.screenText.contains("COMPLETION BY AGE BAND"))
        #expect(overview.markedLine?.contains("65+") == true)
        #expect(overview.markedLine?.contains("47.8% ±1.0   9,000") == true)
        #expect(overview.screenText.contains("23.7% of people have no value: too many for a safe comparison"))
        for (id, query) in overview.update(.dataChanged(generation: 9)).asking(EquityQuery.self) {
            var result = Fixtures.equity(query)
            result.unknown = .rate(0, of: 38_000, .d21)
            _ = overview.update(.answered(id, result))
        }
        #expect(overview.screenText.contains("Everybody has a value."))
    }
}
