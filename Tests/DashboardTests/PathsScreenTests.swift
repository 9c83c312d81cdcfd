import Canvas
import JourneyModel
import Testing

@testable import Dashboard

struct PathsScreenTests {
    @Test func aTransitionOpensTheTreeOnItsBranchAndEscapeComesBackToTheRow() {
        var state = DashboardState.sample(.paths)
        state.press("j")
        #expect(state.markedLine?.contains("start form") == true)
        let before = state.screenText
        state.press("enter")
        #expect(state.screenText.contains("Paths › after start form"))
        #expect(state.screenText.contains("4,213 people came to start form"))
        #expect(state.markedLine?.contains("▾ upload document") == true)
        #expect(state.screenText.contains("│ ├ ▸ submit"))
        state.press("escape")
        #expect(state.screenText == before)
    }

    @Test func enterOpensABranchOneLevelDeeperAndAgainClosesIt() {
        var state = DashboardState.sample(.paths)
        state.press("enter", "j")
        #expect(state.markedLine?.contains("▸ upload document") == true)
        let closed = state.screenText
        state.press("enter")
        #expect(state.markedLine?.contains("▾ upload document") == true)
        #expect(state.screenText.contains("│ │ ├ ▸ submit"))
        state.press("enter")
        #expect(state.screenText == closed)
    }

    @Test func oneBranchALevelIsOpen() {
        var tree = PathTree("a", open: ["b", "c", "d"])
        let isSwitched = tree.toggle("x", level: 1)
        #expect(isSwitched)
        #expect(tree.open == ["b", "x"])
        let isClosed = tree.toggle("b", level: 0)
        #expect(isClosed)
        #expect(tree.open == [])
    }

    @Test func theTreeGoesNoDeeperThanItHasAnswersFor() {
        var tree = PathTree("a", open: Array(repeating: "b", count: 40))
        #expect(tree.open.count == PathTree.levels - 1)
        let isOpened = tree.toggle("c", level: tree.open.count)
        #expect(!isOpened)
        #expect(Set(tree.questions(Scope()).map(\.slot)).count == PathTree.levels)
    }

    @Test func leftTurnsTheTreeAndRightTurnsItBack() {
        var state = DashboardState.sample(.paths)
        state.press("enter", "left")
        #expect(state.screenText.contains("Paths › before landing"))
        #expect(state.screenText.contains("begins here"))
        state.press("right")
        #expect(state.screenText.contains("after landing"))
        state.press("escape")
        #expect(state.stack.count == 1)
    }

    @Test func aWholePathOpensAllOfItsBranches() {
        var state = DashboardState.sample(.paths)
        state.press("tab", "enter")
        #expect(PathsScreen.tree(state)?.open == ["start form", "upload document", "submit", "confirmation"])
        #expect(state.markedLine?.contains("▾ confirmation") == true)
    }

    @Test func theEndOfAJourneyDoesNotOpen() {
        var state = DashboardState.sample(.paths)
        state.press("tab", "enter", "j", "enter")
        #expect(state.message == "these journeys end here")
        #expect(PathsScreen.tree(state)?.open.count == 4)
    }

    @Test func aHandOffNarrowsToItsTwoChannels() {
        var state = DashboardState.sample(.paths)
        state.press("tab", "tab", "enter")
        #expect(state.questionScope.filters == [Filter(dimension: "channel", values: ["web", "phone"])])
        state.press("escape")
        #expect(state.markedLine == nil || state.place.panel == PathPanel.handoffs.rawValue)
        #expect(state.questionScope.filters.isEmpty)
    }

    @Test func anEndOpensBackward() {
        var state = DashboardState.sample(.paths)
        state.press("back-tab", "enter")
        #expect(PathsScreen.tree(state) == PathTree("confirmation", .backward))
        #expect(state.screenText.contains("what came before"))
    }

    @Test func tabSkipsListsWithoutRows() {
        var state = DashboardState.sample(.paths)
        var paths = Fixtures.paths(PathsQuery())
        paths.handOffs?.pairs = []
        let effects = state.update(.dataChanged(generation: 2))
        for case .ask(let id, let question) in effects {
            if question.question is PathsQuery {
                state.settle(state.update(.answered(id, paths)))
            } else if let answer = Fixtures.answer(question) {
                state.settle(state.update(.answered(id, answer)))
            }
        }
        state.press("tab", "tab")
        #expect(state.place.panel == PathPanel.rework.rawValue)
        state.press("back-tab")
        #expect(state.place.panel == PathPanel.variants.rawValue)
    }

    @Test func fewSubjectsAreFoldedIntoOneBranch() {
        var state = DashboardState.sample(.paths)
        state.press("enter")
        guard let tree = PathsScreen.tree(state), let whole = tree.answer(0, state).value else {
            Issue.record("no tree")
            return
        }
        var result = whole
        result.branches += ["x", "y", "z"].map {
            .init(touchpoint: $0, subjects: 3, share: .rate(3, of: result.subjects, .d9), medianDelay: 1)
        }
        let effects = state.update(.dataChanged(generation: 2))
        for case .ask(let id, let question) in effects {
            if let query = question.question as? BranchesQuery, query.path.count == 1 {
                state.settle(state.update(.answered(id, result)))
            } else if let answer = Fixtures.answer(question) {
                state.settle(state.update(.answered(id, answer)))
            }
        }
        let rows = tree.rows(state)
        #expect(rows.last?.name(.forward) == "3 others")
        #expect(rows.last?.branch?.subjects == 9)
        #expect(Set(rows.map(\.id)).count == rows.count)
        let shown = rows.filter { $0.level == 0 }.reduce(0) { $0 + ($1.branch?.subjects ?? 0) }
        #expect(shown == result.branches.reduce(0) { $0 + $1.subjects })
    }

    @Test func longPathsLoseTouchpointsFromTheMiddle() {
        let path = ["landing", "form", "form", "upload", "check", "submit", "done"]
        let canvas = Canvas(width: 80, height: 1)
        #expect(PathText.text(path, columns: 80, canvas) == "landing → form ×2 → upload → check → submit → done")
        #expect(PathText.text(path, columns: 40, canvas) == "landing → form ×2 → …2… → submit → done")
        #expect(PathText.text(path, columns: 28, canvas) == "landing → …4… → done")
        for columns in 20..<60 {
            #expect(canvas.measure(PathText.text(path, columns: columns, canvas)) <= max(columns, 20))
        }
    }

    @Test func theReceiptIsOfTheFigureUnderTheCursor() {
        var state = DashboardState.sample(.paths)
        state.press("j", "r")
        #expect(state.screenText.contains("After start form: upload document"))
        #expect(state.screenText.contains("2,268 of 3,301"))
    }

    @Test func theCommandLineFollowsTheList() {
        var state = DashboardState.sample(.paths)
        #expect(state.commandLine.contains("cxm show paths --top 50"))
        state.press("tab")
        #expect(state.commandLine.contains("cxm show variants --top 50"))
    }

    @Test func groupsOfPeopleDoNotOpenATree() {
        var state = DashboardState.sample(.paths)
        state.press("e", "enter")
        #expect(state.place.detail(EquityDetail.self)?.trait == "person.age_band")
        state.press("enter")
        #expect(state.stack.count == 2)
        state.press("escape")
        #expect(state.markedLine?.contains("landing") == true)
    }

    @Test("A length of time is written in one way; a path of one event takes none")
    func timesAreWrittenInOneWay() {
        let lines = DashboardState.sample(.paths).lines(120, 36)
        #expect(lines.contains { $0.contains("start form       → upload document") && $0.hasSuffix(" 1 d 2 h") })
        #expect(lines.contains { $0.hasPrefix("   landing  ") && $0.hasSuffix("one event") })
        #expect(lines.contains { $0.hasSuffix("from first to last event: median 2 d    90% within 9 d") })
    }

    @Test("On a narrow screen names come before bars")
    func namesComeBeforeBars() {
        let lines = DashboardState.sample(.paths).lines(80, 24)
        #expect(lines.contains { $0.contains("start form       → upload document ") })
    }
}
