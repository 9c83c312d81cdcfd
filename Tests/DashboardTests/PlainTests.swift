import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// The dashboard in lines: what a line does is what the keys do.
struct PlainTests {
    private static func sample(_ screen: ScreenID = .overview) -> DashboardState {
        var state = DashboardState(
            store: StoreFacts(name: "Riverbend", path: "riverbend.cxm", dataAge: 2 * .day),
            screen: screen,
            isPlain: true
        )
        state.settle(state.start())
        return state
    }

    /// Says one line, as the loop does.
    private static func say(_ line: String, to state: inout DashboardState) {
        guard case .keys(let keys) = state.read(line) else {
            Issue.record("'\(line)' is not understood")
            return
        }
        for key in keys { state.settle(state.update(.input(.key(key)))) }
    }

    @Test func theHeadSaysWhereOneIsAndHowOldTheDataIs() {
        let head = Self.sample(.funnel).plainView.head
        #expect(head[0] == "Riverbend, Funnel, suggested steps, read-only")
        #expect(head[1] == "follows the store, data to 30 Dec 2025, 2 d old, 182,400 events")
    }

    @Test(arguments: ["2", "funnel", "Funnel", "fun"])
    func aScreenOpensByItsDigitOrItsName(_ line: String) {
        var state = Self.sample()
        Self.say(line, to: &state)
        #expect(state.screenID == .funnel)
    }

    @Test func aRowOpensByItsNumberOrItsWords() throws {
        var state = Self.sample()
        let rows = state.plainRows
        #expect(rows.count > 2)
        Self.say("row 2", to: &state)
        #expect(state.selectedRow?.text == rows[1])
        #expect(state.stack.count == 1)
        Self.say("open 1", to: &state)
        #expect(state.stack.count == 2)
        Self.say("back", to: &state)
        let words = try #require(rows.last).uppercased()
        Self.say("row \(words)", to: &state)
        #expect(state.selectedRow?.text.uppercased() == words)
        #expect(state.read("open \(rows.count + 1)") == .unknown)
        #expect(state.read("open") == .unknown)
    }

    @Test func aFunnelIsBuiltLineByLine() throws {
        var state = Self.sample(.funnel)
        Self.say("steps", to: &state)
        let names = try #require(FunnelScreen.steps(state)).map(\.name)
        #expect(state.plainView.head == ["Steps of the funnel"])
        #expect(Array(state.plainView.lines.prefix(2)) == ["Step 1: \(names[0])", "Step 2: \(names[1])"])
        let other = try #require(state.catalog?.touchpoints.map(\.name).first { !names.contains($0) })
        Self.say("exclude \(other)", to: &state)
        Self.say("window 3d", to: &state)
        Self.say("order", to: &state)
        Self.say("remove", to: &state)
        Self.say("done", to: &state)
        #expect(state.overlay == nil)
        #expect(state.funnel.steps?.map(\.name) == names.dropLast())
        #expect(state.funnel.rules.exclusions.map(\.touchpoint.name) == [other])
        #expect(state.funnel.window == 3 * .day)
        #expect(state.funnel.order == .strict)
        Self.say("undo", to: &state)
        #expect(state.funnel.rules.exclusions.isEmpty)
    }

    @Test func aFilterIsChosenLineByLine() {
        var state = Self.sample()
        Self.say("filter", to: &state)
        #expect(state.plainView.head == ["Filter by"])
        #expect(state.plainView.content == nil)
        Self.say("channel", to: &state)
        Self.say("web", to: &state)
        #expect(state.overlay == nil)
        #expect(state.scope.filters == [Filter(dimension: "channel", values: ["web"])])
        Self.say("undo", to: &state)
        #expect(state.scope.filters.isEmpty)
    }

    @Test func aNumberChooses() {
        var state = Self.sample()
        Self.say("filter", to: &state)
        Self.say("channel", to: &state)
        let first = state.plainView.choices[0]
        Self.say("mark 2", to: &state)
        Self.say("mark 1", to: &state)
        Self.say("ok", to: &state)
        let values = state.scope.filters.first?.values ?? []
        #expect(values.count == 2)
        #expect(values.contains { first.hasPrefix($0) })
    }

    @Test func theHelpLeavesOutWhatIsAboutCells() {
        var state = Self.sample()
        Self.say("help", to: &state)
        let actions = state.plainView.choices.joined(separator: "\n")
        #expect(actions.contains("filter, f: "))
        #expect(!actions.contains("next row"))
        #expect(!actions.contains("try the themes"))
        #expect(state.read("j") == .keys([.ctrl("u"), .character("j")]))
        Self.say("back", to: &state)
        #expect(state.read("j") == .unknown)
    }

    @Test func whatIsOnlySaidDoesNotStandInTheWay() {
        var state = Self.sample()
        Self.say("i", to: &state)
        #expect(state.plainView.lines == state.screen.explanation(state))
        Self.say("receipt", to: &state)
        #expect(state.plainView.head == ["Receipt"])
        #expect(state.plainView.lines.contains { $0.hasPrefix("period: ") })
        Self.say("3", to: &state)
        #expect(state.screenID == .paths)
    }

    @Test func theCommandIsSaidAndNotCopied() {
        var state = Self.sample()
        #expect(state.update(.input(.key(.character("y")))) == [])
        #expect(state.plainMessage?.hasPrefix("the command is: cxm show overview") == true)
    }

    @Test(arguments: ["", "  "])
    func anEmptyLineSaysItAgain(_ line: String) {
        var state = Self.sample()
        #expect(state.read(line) == .keys([]))
    }

    @Test func whatMeansNothingIsSaidToMeanNothing() {
        var state = Self.sample()
        #expect(state.read("frobnicate") == .unknown)
        #expect(state.read("rows") == .rows)
    }
}
