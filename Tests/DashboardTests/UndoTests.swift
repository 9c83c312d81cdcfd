import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// Undoing and doing again, key by key.
struct UndoTests {
    /// What is on the screen, but for what lies over it.
    private func frame(_ state: DashboardState) -> String {
        var bare = state
        bare.overlay = nil
        bare.message = nil
        return bare.screenText
    }

    @Test func aFilterIsUndoneAndBroughtBack() {
        var state = DashboardState.sample(.funnel)
        let before = frame(state)
        state.press("f")
        state.type("channel")
        state.press("enter")
        state.type("web")
        state.press("enter")
        let filtered = frame(state)
        state.press("z")
        #expect(state.message == "undone: filter channel = web; Z brings it back")
        #expect(frame(state) == before)
        state.press("Z")
        #expect(state.message == "done again: filter channel = web; z undoes it")
        #expect(frame(state) == filtered)
    }

    @Test func whatWasAnsweredBeforeIsThereAtOnce() {
        var state = DashboardState.sample(.funnel)
        state.press("w", "down", "down", "enter")
        let effects = state.update(.input(.key(.character("z"))))
        #expect(!effects.contains { if case .ask = $0 { true } else { false } })
        #expect(state.funnel.window == 14 * .day)
    }

    @Test func theCursorComesBackToWhereItStood() {
        var state = DashboardState.sample(.overview)
        state.press("down", "down", "down")
        let marked = state.markedLine
        state.press("enter", "j", "j", "1", "up", "up", "up", "z", "z")
        #expect(state.place.screen == .overview)
        #expect(state.markedLine == marked)
        state.press("z")
        #expect(state.message?.contains("nothing has been changed yet") == true)
    }

    @Test func movingTheCursorIsNoStep() {
        var state = DashboardState.sample(.overview)
        state.press("down", "tab", "down", "G", "/", "c", "enter", "n", "?", "escape", "i", "escape")
        #expect(!state.history.canUndo)
    }

    @Test func aNewChangeEndsWhatCouldBeDoneAgain() {
        var state = DashboardState.sample(.overview)
        state.press("2", "z", "3", "Z")
        #expect(state.message?.contains("nothing was undone") == true)
        #expect(state.place.screen == .paths)
    }

    @Test func aThemeIsPaintedAgain() {
        var state = DashboardState.sample(.overview)
        state.themeName = "plain"
        state.press("T", "down", "enter")
        #expect(state.press("z") == [.applyTheme("plain")])
        #expect(state.message == "undone: theme harbour; Z brings it back")
        #expect(state.press("Z") == [.applyTheme("harbour")])
    }

    @Test(arguments: [
        (["3"], "going to Paths"), (["enter"], "going to Preferences"),
        (["2", "j", "enter", "escape"], "going back from"), (["2", "j", "enter"], "opening start form"),
        (["s"], "order cost"), (["u", "down", "enter"], "counting cases"),
        (["4", "m"], "by "), (["6", "right"], "stage "), (["2", "w", "down", "enter"], "within 1 h"),
        (["2", "b", "enter"], "nothing broken down"), (["3", "b", "down", "enter"], "going to Funnel, by channel"),
        (["p", "enter"], "period all time"),
    ])
    func everyKindOfChangeHasAName(_ keys: [String], _ words: String) {
        var state = DashboardState.sample(.overview)
        for key in keys { state.press(key) }
        state.press("z")
        #expect(state.message?.hasPrefix("undone: \(words)") == true, "\(state.message ?? "")")
    }

    @Test func historyIsBounded() {
        var state = DashboardState.sample(.overview)
        for _ in 0..<ViewHistory.limit { state.press("2", "1") }
        var count = 0
        while state.history.canUndo, count < 10 * ViewHistory.limit {
            state.press("z")
            count += 1
        }
        #expect(count == ViewHistory.limit)
    }

    /// Random keys, undoing among them, against a plain list of the screens seen; then back to the first and forth to the
    /// last.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func anyWayBackAndForth(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var state = DashboardState.sample(seed % 2 == 0 ? .overview : .funnel)
        let keys: [Key] =
            "123456jjkksebfpumwotgvch<>zzZ".map { Key.character($0) } + [
                .enter, .enter, .enter, .escape, .tab, .down, .down, .up, .left, .right,
            ]
        var past: [String] = []
        var future: [String] = []
        // What the builder does is one change, from where it was opened.
        var opened = (moment: state.moment, frame: frame(state))
        func check(_ expected: String) { #expect(frame(state) == expected) }
        for _ in 0..<160 {
            guard let key = keys.randomElement(using: &random) else { continue }
            if !state.isBuilding { opened = (state.moment, frame(state)) }
            let (shown, isOver) = (opened.frame, state.overlay != nil)
            state.settle(state.update(.input(.key(key))))
            if key == .character("z"), !isOver {
                guard let expected = past.popLast() else { continue }
                future.append(shown)
                check(expected)
            } else if key == .character("Z"), !isOver {
                guard let expected = future.popLast() else { continue }
                past.append(shown)
                check(expected)
            } else if !state.isBuilding, !opened.moment.isSameView(as: state.moment) {
                past.append(shown)
                future = []
            }
        }
        while state.isBuilding { state.press("escape") }
        state.overlay = nil
        let timeline = past + [frame(state)] + future.reversed()
        for expected in past.reversed() {
            state.press("z")
            check(expected)
        }
        #expect(!state.history.canUndo)
        for expected in timeline.dropFirst() {
            state.press("Z")
            check(expected)
        }
        #expect(!state.history.canRedo && state.history.canUndo)
    }

    @Test func aPeriodThatMovesWithTheDataIsNamed() {
        var state = DashboardState.sample(.overview, scope: ViewScope())
        state.press("p")
        state.type("last whole quarter")
        state.press("enter", "z")
        #expect(state.message == "undone: period the last whole quarter; Z brings it back")
    }
}
