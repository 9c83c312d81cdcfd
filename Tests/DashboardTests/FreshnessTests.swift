import Canvas
import JourneyModel
import Testing

@testable import Dashboard

/// The header always says whether the figures follow the store, how old the data is and how much there is of it.
struct FreshnessTests {
    private static func head(_ state: DashboardState, _ width: Int, _ height: Int = 36) -> String {
        state.lines(width, height).prefix(2).joined(separator: "\n")
    }

    @Test func whereThereIsRoomItIsAllSaid() {
        var state = DashboardState.sample(.overview)
        _ = state.update(.tick(dataAge: 325 * .day))
        let head = Self.head(state, 120)
        #expect(head.contains("● follows the store · data to 30 Dec 2025, 325 d old · 182,400 events"))
    }

    @Test("Sign, age and number stay", arguments: [60, 66, 72, 80, 90, 100, 120, 160, 200], [12, 15, 16, 24, 60])
    func theyStay(width: Int, height: Int) {
        for screen in [ScreenID.overview, .funnel, .preferences] {
            var state = DashboardState.sample(screen)
            state.store.isDemo = true
            _ = state.update(.tick(dataAge: 325 * .day))
            let head = Self.head(state, width, height)
            #expect(head.contains("●"))
            #expect(head.contains("325 d"))
            #expect(head.contains("182k") || head.contains("182,400"))
            #expect(head.contains("READ-ONLY"))
        }
    }

    @Test("Paused is a word at every width", arguments: [80, 100, 120, 200])
    func paused(width: Int) {
        var state = DashboardState.sample(.overview)
        state.press("space")
        #expect(Self.head(state, width).contains("○ paused"))
        _ = state.update(.dataChanged(generation: 4))
        #expect(Self.head(state, width).contains("newer data waits"))
        state.press("space")
        #expect(!Self.head(state, width).contains("paused"))
    }

    @Test func aStoreThatCannotBeReadIsSaidUntilItCan() {
        var state = DashboardState.sample(.overview)
        let before = state.screenText
        _ = state.update(.dataUnreadable(message: "the store changed and could not be read: no room"))
        #expect(state.message?.hasSuffix("no room") == true)
        state.press("j", "k")
        #expect(Self.head(state, 120).contains("✗ not refreshed"))
        #expect(state.screenText.contains("83.2%"))
        state.settle(state.update(.dataChanged(generation: 1)))
        #expect(!Self.head(state, 120).contains("not refreshed"))
        #expect(state.screenText == before)
    }

    @Test(
        "Ages are coarse",
        arguments: [
            (Milliseconds(0), "under 1 h"), (.hour - 1, "under 1 h"), (.hour, "1 h"), (.day - 1, "23 h"), (.day, "1 d"),
            (1200 * .day, "1,200 d"),
        ]
    )
    func ages(age: Milliseconds, text: String) {
        #expect(DashboardState.ageText(age) == text)
    }

    @Test("Data from the future has no age", arguments: [60, 80, 120, 200])
    func future(width: Int) {
        var state = DashboardState.sample(.overview)
        _ = state.update(.tick(dataAge: -1_000_000 * .day))
        let head = Self.head(state, width)
        #expect(head.contains("future"))
        #expect(!head.contains("under 1 h"))
        if width >= 120 { #expect(head.contains("data to 30 Dec 2025, dated in the future")) }
        // Clocks differ by a little.
        _ = state.update(.tick(dataAge: -2 * .minute))
        #expect(Self.head(state, width).contains("under 1 h"))
        state.press("0")
        _ = state.update(.tick(dataAge: -3 * .hour))
        #expect(state.screenText.contains("newest dated in the future"))
    }
}
