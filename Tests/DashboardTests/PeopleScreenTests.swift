import Canvas
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

@Suite("From a figure to the people behind it")
struct PeopleScreenTests {
    private static func state(_ gap: Int, isKiosk: Bool = false) -> DashboardState {
        var state = DashboardState.sample()
        state.store.isKiosk = isKiosk
        for _ in 0..<gap { state.press("down") }
        return state
    }

    private static var gaps: [Gap] { Fixtures.overview(OverviewQuery()).gaps }

    /// The list on the screen.
    private func list(_ state: DashboardState) -> SubjectsResult? {
        state.place.screen == .people ? PeopleScreen.result(state).value : nil
    }

    @Test("from every gap to its list by one key, and back to the same row", arguments: gaps.indices)
    func atOnce(index: Int) {
        var state = Self.state(index)
        let (before, row) = (state, state.markedLine)
        state.press("l")
        #expect(list(state)?.query.group == Self.gaps[index].group)
        #expect(list(state)?.total == Self.gaps[index].people)
        #expect(state.screenText.contains(NumberText.count(Self.gaps[index].people)))
        state.press("escape")
        #expect(state.stack == before.stack)
        #expect(state.markedLine == row)
    }

    @Test("by way of the screen that explains it, in two keys, and back step by step", arguments: gaps.indices)
    func explained(index: Int) {
        var state = Self.state(index)
        let (overview, row) = (state.stack, state.markedLine)
        state.press("enter")
        let (place, explained) = (state.stack, state.markedLine)
        #expect(place.count == 2)
        state.press("l")
        #expect(list(state)?.query.group == Self.gaps[index].group)
        #expect(list(state)?.query.scope.filters == [])
        #expect(list(state)?.total == Self.gaps[index].people)
        state.press("backspace")
        #expect(state.stack == place)
        #expect(state.markedLine == explained)
        state.press("backspace")
        #expect(state.stack == overview)
        #expect(state.markedLine == row)
    }

    @Test("a gap opens with the cursor on the row that it is about")
    func rightRow() {
        let rows = Self.gaps.indices.map { index -> String? in
            var state = Self.state(index)
            state.press("enter")
            return state.selectedRow?.id
        }
        // The list of channels has no row of its own for a gap: the whole screen explains it.
        #expect(rows == [nil, "used", "honoured", "step 0", "web", "65+"])
    }

    @Test("another row than the gap's has its own list")
    func otherRows() {
        var state = Self.state(3)
        state.press("enter", "down", "l")
        guard case .funnel(_, .dropped(2)) = list(state)?.query.group else {
            Issue.record("\(state.place)")
            return
        }
        #expect(list(state)?.query.scope.filters.map(\.text) == ["service=housing"])
    }

    @Test("of a funnel's step who dropped, who is pending, who got there; of the last who converted")
    func funnel() throws {
        var state = DashboardState.sample(.funnel)
        let steps = try #require(FunnelScreen.result(state).value).steps
        state.press("l")
        #expect(list(state)?.total == steps[0].dropped)
        state.press("right")
        #expect(list(state)?.total == steps[0].pending)
        state.press("right")
        #expect(list(state)?.total == steps[0].reached)
        state.press("right")
        #expect(list(state)?.total == steps[0].dropped)
        state.press("escape", "enter", "l")
        #expect(list(state)?.total == steps[0].dropped)
        state.press("escape", "escape", "t", "l")
        #expect(list(state)?.total == FunnelScreen.result(state).value?.converted)
    }

    @Test("of a funnel's group who entered, who converted, who did not")
    func funnelGroup() throws {
        var state = DashboardState.sample(.funnel)
        let group = try #require(FunnelScreen.result(state).value).groups[1]
        state.press("tab", "down", "l")
        #expect(list(state)?.total == group.entered)
        #expect(state.commandLine.contains("show people --behind entered=\(group.value) "))
        #expect(state.commandLine.contains("--by channel"))
        state.press("right")
        #expect(list(state)?.total == group.converted)
        state.press("right")
        #expect(list(state)?.total == group.entered - group.converted)
    }

    @Test("preferences, criteria, services and groups of people have lists by the same key")
    func elsewhere() {
        func group(_ screen: ScreenID, _ keys: [String]) -> SubjectGroup? {
            var state = DashboardState.sample(screen)
            for key in keys { state.press(key) }
            state.press("l")
            return list(state)?.query.group
        }
        #expect(group(.preferences, []) != nil)
        #expect(group(.preferences, ["enter"]) == group(.preferences, []))
        #expect(group(.preferences, ["g"]) == .contactedAfterWithdrawal)
        #expect(group(.maturity, []) == .preferenceMissing)
        #expect(group(.maturity, ["enter"]) == .preferenceMissing)
        #expect(group(.overview, ["tab"]) == .unfinished(service: "blue badge"))
        #expect(group(.channels, ["tab"]).map { if case .leaked = $0 { true } else { false } } == true)
    }

    @Test("a figure that is not of people says so")
    func noList() {
        var state = DashboardState.sample(.paths)
        state.press("l")
        #expect(state.place.screen == .paths)
        #expect(state.message?.contains("no list of people") == true)
    }

    @Test("sorting asks for another order, searching finds a row")
    func sortAndSearch() {
        var state = Self.state(1)
        state.press("l", "s")
        #expect(list(state)?.query.order == .reason)
        state.press("s")
        #expect(list(state)?.query.order == .events)
        state.press("/")
        state.type("letter")
        state.press("enter")
        #expect(state.selectedRow?.text.contains("letter") == true)
    }

    @Test("the copied command lists the same")
    func commandLine() {
        var state = Self.state(3)
        state.press("l")
        #expect(state.commandLine.contains("cxm show people --behind leaked=housing --top 500"))
        state = DashboardState.sample(.funnel)
        state.press("l", "s")
        #expect(state.commandLine.contains("--behind stopped=1 --step landing"))
        #expect(state.commandLine.contains("--within 14d"))
        #expect(state.commandLine.contains("--order-by reason"))
    }

    @Test("kiosk mode shows no list, whichever way one comes", arguments: gaps.indices)
    func kiosk(index: Int) {
        var state = Self.state(index, isKiosk: true)
        state.press("l")
        #expect(state.message?.contains("kiosk") == true)
        state.press(":")
        state.type("behind the figure")
        state.press("enter")
        #expect(state.message?.contains("kiosk") == true)
        state.press("enter", "l")
        #expect(state.place.screen != .people)
        state.press("enter")
        #expect(state.place.screen != .people)
        // Even a place that somebody got to before, or by a way that is not thought of.
        state.push(Place(PeopleDetail(group: Self.gaps[index].group)))
        let effects = state.update(.input(.key(.down)))
        #expect(effects.asking(SubjectsQuery.self).isEmpty)
        #expect(PeopleScreen().panels(state) == [])
        #expect(state.screenText.contains("kiosk mode"))
    }

    @Test("nobody is behind it: the screen says so")
    func empty() {
        var state = DashboardState.sample(.preferences)
        state.push(Place(PeopleDetail(group: .dissatisfied(service: "housing"))))
        state.press("up")
        #expect(state.screenText.contains("Nobody here: Not satisfied with housing."))
    }

    @Test("text from data cannot act")
    func hostile() {
        var state = DashboardState.sample()
        state.push(Place(PeopleDetail(group: .unfinished(service: "a\u{1B}[31m\u{202E}b"))))
        let text = state.screenText
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
}
