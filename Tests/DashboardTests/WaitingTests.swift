import Canvas
import JourneyModel
import TestSupport
import Testing

@testable import Dashboard

/// How questions are asked, and what is shown until they are answered.
struct WaitingTests {
    private func asked(_ effects: [Effect]) -> [AnyQuestion] {
        effects.compactMap { if case .ask(_, let question) = $0 { question } else { nil } }
    }

    private func isDimmed(_ state: DashboardState, _ text: String) -> Bool? {
        let grid = state.view(size: Size(width: 120, height: 36), glyphs: .unicode).grid
        guard let y = grid.text.firstIndex(where: { $0.contains(text) }) else { return nil }
        let line = Array(grid.lines(trimmed: false)[y])
        let sought = Array(text)
        let x = line.indices.first { Array(line[$0...].prefix(sought.count)) == sought }
        return x.map { grid[$0, y].style.attributes.contains(.dim) }
    }

    @Test func theFirstFrameStandsBeforeAnyAnswer() {
        var state = DashboardState(store: StoreFacts(name: "Riverbend", path: "r.cxm"))
        #expect(asked(state.start()).contains(AnyQuestion(CatalogQuestion())))
        let text = state.screenText
        #expect(text.contains("Riverbend"))
        #expect(text.contains("1 Overview"))
        #expect(text.contains("Reading the store"))
    }

    @Test func theOldAnswerStaysDimmedUntilTheNewOneIsThere() {
        var state = DashboardState.sample(.funnel)
        #expect(isDimmed(state, "38.2%") == false)
        let effects = [.character("w"), .down, .down, .enter].flatMap { state.update(.input(.key($0))) }
        #expect(asked(effects).count == 2)
        #expect(isDimmed(state, "38.2%") == true)
        state.settle(effects)
        #expect(isDimmed(state, "38.2%") == false)
    }

    @Test func aQuestionThatNobodyWaitsForIsCancelled() {
        var state = DashboardState.sample(.funnel)
        let first = [.character("w"), .down, .down, .enter].flatMap { state.update(.input(.key($0))) }
        let second = state.update(.input(.key(.character("1"))))
        let requests = first.compactMap { effect -> RequestID? in
            if case .ask(let id, _) = effect { id } else { nil }
        }
        for request in requests { #expect(second.contains(.cancel(request))) }
        // A late answer to it changes nothing.
        let before = state
        _ = state.update(.answered(requests[0], Fixtures.funnel()))
        #expect(state == before)
    }

    @Test func goingBackAsksNothingTwice() {
        var state = DashboardState.sample(.overview)
        state.press("2")
        #expect(asked(state.update(.input(.key(.character("1"))))) == [])
        #expect(asked(state.update(.input(.key(.character("2"))))) == [])
    }

    @Test func aFailureKeepsTheNumbersAndSaysSo() {
        var state = DashboardState.sample(.overview)
        let effects = state.update(.dataChanged(generation: 1))
        #expect(asked(effects).count == 2)
        for case .ask(let id, _) in effects {
            #expect(asked(state.update(.failed(id, message: "the file is gone", hint: "look for it"))) == [])
        }
        #expect(state.message == "the file is gone: look for it")
        #expect(isDimmed(state, "83.2%") == true)
        state.press("j")
        #expect(state.screenText.contains("not refreshed"))
        state.press("ctrl-r")
        #expect(isDimmed(state, "83.2%") == false)
        #expect(!state.screenText.contains("not refreshed"))
    }

    @Test func aFunnelThatCannotBeSuggestedSaysWhy() {
        var state = DashboardState(store: StoreFacts(name: "R", path: "r.cxm"), screen: .funnel)
        var waiting = state.start()
        while !waiting.isEmpty {
            guard case .ask(let id, let question) = waiting.removeFirst() else { continue }
            waiting +=
                question.question is CatalogQuestion
                ? state.update(.answered(id, Fixtures.catalog))
                : state.update(.failed(id, message: "the index is damaged", hint: "delete it"))
        }
        state.press("u", "escape")
        #expect(state.screenText.contains("the index is damaged"))
        #expect(state.screenText.contains("delete it"))
    }

    @Test func newDataKeepsTheCursorOnItsRow() {
        var state = DashboardState.sample(.overview)
        state.press("j", "j")
        let row = state.selectedRow
        var fewer = Fixtures.overview(
            OverviewQuery(scope: state.questionScope, before: state.scope.before, targets: state.goals)
        )
        fewer.gaps.remove(at: 0)
        for (id, _) in state.update(.dataChanged(generation: 7)).asking(OverviewQuery.self) {
            _ = state.update(.answered(id, fewer))
        }
        #expect(state.selectedRow == row)
        #expect(state.cursor() == 1)
    }

    @Test func spacePausesAndGoesOn() {
        var state = DashboardState.sample(.overview)
        state.press("space")
        #expect(state.screenText.contains("paused"))
        #expect(asked(state.update(.dataChanged(generation: 3))) == [])
        #expect(state.screenText.contains("newer data waits"))
        #expect(asked(state.update(.input(.key(.character(" "))))).count == 2)
    }

    @Test func whatTheStoreHeldAtThePauseStaysToo() {
        var state = DashboardState.sample(.overview)
        #expect(asked(state.update(.input(.key(.character(" "))))) == [AnyQuestion(SummaryQuestion())])
        state.press("space", "space")
        #expect(asked(state.update(.dataChanged(generation: 3))) == [])
        // Whoever asked now would be told of the newer state.
        #expect(asked(state.update(.input(.key(.character("0"))))) == [])
        #expect(state.screenText.contains("SOURCES"))
        #expect(asked(state.update(.input(.key(.character(" "))))).contains(AnyQuestion(SummaryQuestion())))
    }

    @Test func theSameStateDrawsTheSameCells() {
        for screen in [ScreenID.overview, .funnel] {
            let state = DashboardState.sample(screen)
            let size = Size(width: 97, height: 31)
            #expect(state.view(size: size, glyphs: .unicode).grid == state.view(size: size, glyphs: .unicode).grid)
        }
    }

    @Test func demoAndReadOnlyShowOnEveryScreenAndSize() {
        for screen in [ScreenID.overview, .funnel] {
            var state = DashboardState.sample(screen)
            state.store.isDemo = true
            #expect(state.screenText.contains("DEMO DATA"))
            #expect(state.screenText.contains("READ-ONLY"))
            #expect(state.lines(60, 12).joined().contains("DEMO DATA"))
            #expect(state.lines(20, 5).joined().contains("DEMO DATA"))
        }
    }

    @Test func theHeaderIsNoClock() {
        var state = DashboardState.sample(.overview)
        let before = state.screenText
        _ = state.update(.tick(dataAge: .hour - 1))
        #expect(state.screenText == before)
        _ = state.update(.tick(dataAge: .hour))
        #expect(state.screenText.contains("1 h old"))
    }

    @Test func emptyStatesSayWhatIsMissing() {
        var state = DashboardState(store: StoreFacts(name: "New", path: "my store.cxm"))
        var catalog = Fixtures.catalog
        catalog.events = 0
        var nothing = Fixtures.overview(OverviewQuery())
        let absent = Measure.absent(.d12, because: "no events")
        nothing.gaps = []
        nothing.indicators.services = []
        nothing.indicators.overall = Indicators(
            completion: absent,
            takeUp: absent,
            costPerTransaction: absent,
            satisfaction: absent
        )
        for case .ask(let id, let question) in state.start() {
            let answer = question.question is CatalogQuestion ? AnyAnswer(catalog) : AnyAnswer(nothing)
            _ = state.update(.answered(id, answer))
        }
        #expect(state.screenText.contains("The store holds no events yet."))
        #expect(state.screenText.contains("cxm import FILE --store 'my store.cxm'"))
    }
}
