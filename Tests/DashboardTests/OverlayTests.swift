import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// What is laid over a screen, as it is read.
struct OverlayTests {
    @Test(
        "On a narrow screen an overlay takes its whole width: no shreds of what lies behind",
        arguments: ["p", "b", "i", "r", "x"]
    )
    func noShreds(_ key: String) {
        var state = DashboardState.sample(.overview, size: Size(width: 80, height: 24))
        state.press(key)
        let lines = state.lines(80, 24)
        let rules = lines.indices.filter { lines[$0] == String(repeating: "─", count: 80) }
        #expect(rules.count >= 2)
    }

    @Test("A choice's detail is whole where its label leaves room")
    func detailsAreWhole() {
        var state = DashboardState.sample(.overview, size: Size(width: 80, height: 24))
        state.press("p")
        let periods = state.lines(80, 24).filter { $0.contains("against ") }
        #expect(periods.count > 10)
        #expect(!periods.contains { $0.contains("…") })
        state.press("escape", "x")
        #expect(state.lines(80, 24).contains { $0.hasSuffix("a page that stands alone, with charts") })
    }

    @Test("A receipt's figure is in the unit of the screen")
    func receiptsHaveTheUnit() {
        var state = DashboardState.sample(.overview)
        state.press("r")
        #expect(state.screenText.contains(#/figure +4\b/#))
        #expect(state.screenText.contains(#/counted +[0-9,]+ people/#))
        state.press("escape", "6", "r")
        #expect(state.screenText.contains(#/figure +50\.00%/#))
    }

    @Test("A long label and a long value wrap")
    func factsWrap() {
        var canvas = Canvas(width: 40, height: 14)
        let fact = PanelLine.fact("completed on channels without a start point", "0 of 12 transactions, and more")
        canvas.textPanel("Receipt", [fact], offset: 0)
        let words = canvas.grid.text.joined(separator: " ")
        for word in ["completed", "channels", "without", "start", "point", "12", "transactions,", "more"] {
            #expect(words.contains(word))
        }
    }

    @Test("What is said in plain words is told apart, one from the other")
    func pointsAreToldApart() {
        var state = DashboardState.sample(.overview)
        let sentences = state.screen.explanation(state)
        state.press("i")
        for sentence in sentences { #expect(state.screenText.contains("    · \(sentence.prefix(20))")) }
    }

    @Test("A key that is blocked says why in the list, and not what it would do")
    func blockedKeysSayWhy() {
        var state = DashboardState.sample(.overview)
        state.press(":")
        state.type("saved views")
        let line = state.lines(120, 36).first { $0.contains("none is saved yet") }
        #expect(line?.contains("S saves the one on the screen") == true)
        #expect(line?.contains("open a view kept") == false)
    }

    @Test("Searching says what its keys do")
    func searchHasHints() {
        var state = DashboardState.sample(.overview)
        state.press("/")
        #expect(state.lines(80, 24).last?.hasSuffix("↵ find  esc cancel") == true)
        #expect(state.lines(80, 24).last?.hasPrefix(" / part of a row") == true)
    }

    @Test("Where the rules of a funnel have no room for what they mean, the one under the cursor says it")
    func rulesSayWhatTheyMean() {
        var state = DashboardState.sample(.funnel, size: Size(width: 80, height: 24))
        state.press("s", "tab")
        for _ in 0..<12 { state.press("down") }
        #expect(state.lines(80, 24).contains { $0.hasSuffix("ties: at one instant: in any order") })
    }

    @Test("Everything laid over the screen stands on one ground", arguments: ["r", "i"])
    func oneGround(_ key: String) {
        var state = DashboardState.sample(.overview, size: Size(width: 80, height: 24))
        state.press(key)
        let grid = state.view(size: Size(width: 80, height: 24), glyphs: .unicode).grid
        let rules = (0..<24).filter { grid.text[$0] == String(repeating: "─", count: 80) }
        guard let top = rules.last(where: { $0 != rules.last }), let bottom = rules.last else {
            Issue.record("no overlay")
            return
        }
        for y in top...bottom {
            #expect((0..<80).allSatisfy { grid[$0, y].style.attributes.contains(.raised) }, "line \(y)")
        }
    }

    @Test("So does the funnel builder")
    func oneGroundOfTheBuilder() {
        var state = DashboardState.sample(.funnel, size: Size(width: 80, height: 24))
        state.press("s")
        let grid = state.view(size: Size(width: 80, height: 24), glyphs: .unicode).grid
        let head = grid.text.firstIndex { $0.contains("THE FUNNEL") } ?? 0
        #expect(head > 0)
        for y in head..<23 {
            #expect((0..<80).allSatisfy { grid[$0, y].style.attributes.contains(.raised) }, "line \(y)")
        }
    }
}
