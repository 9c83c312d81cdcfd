import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// What the header says of the figures below it.
struct HeaderTests {
    @Test(
        "Where the data ends stands on every screen of 80 columns",
        arguments: [ScreenID.overview, .paths, .maturity]
    )
    func dataEndIsSeen(_ screen: ScreenID) {
        let lines = DashboardState.sample(screen).lines(80, 24)
        #expect(!lines[0].contains("data to"))
        #expect(lines[1].hasSuffix("   data to 30 Dec 2025"))
    }

    @Test("What is compared and filtered does not make way for it")
    func scopeStays() {
        var state = DashboardState.sample(.channels)
        #expect(state.lines(80, 24)[1].hasPrefix(" Oct–Dec 2025, against Jul–Sep 2025   people   "))
        state.press("enter")
        #expect(state.lines(80, 24)[1].contains("against Jul–Sep 2025   channel web · people"))
    }

    @Test("A comparison is named only where there is one")
    func comparisonIsNamedWhereItIs() {
        for screen in [ScreenID.overview, .funnel, .channels, .preferences] {
            #expect(DashboardState.sample(screen).screenText.contains("Oct–Dec 2025, against Jul–Sep 2025"))
        }
        for screen in [ScreenID.paths, .maturity, .data] {
            let text = DashboardState.sample(screen).screenText
            #expect(text.contains("Oct–Dec 2025 ") && !text.contains("against Jul–Sep 2025"))
        }
        var equity = DashboardState.sample(.overview)
        equity.press("e", "enter")
        #expect(!equity.screenText.contains("against Jul–Sep 2025"))
    }

    @Test func traitsAreNamedAsHeadingsNameThem() {
        let filter = Filter(dimension: "person.age_band", values: ["65+"])
        let state = DashboardState.sample(.paths, scope: ViewScope(range: Fixtures.quarter, filters: [filter]))
        #expect(state.lines(120, 36)[1].contains("age band 65+"))
    }
}
