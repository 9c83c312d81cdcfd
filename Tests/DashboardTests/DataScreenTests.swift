import Canvas
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

struct DataScreenTests {
    @Test func enterShowsTheRejectedRowCleaned() {
        var state = DashboardState.sample(.data)
        state.press("tab")
        let before = state.screenText
        state.press("enter")
        #expect(state.screenText.contains("Line 4,017 of call centre was not stored"))
        #expect(state.screenText.contains("Ada Byron;0161 496 0000"))
        #expect(!state.screenText.contains("\u{1B}"))
        state.press("escape")
        #expect(state.screenText == before)
    }

    @Test func kioskShowsNothingOfARejectedRowAndSaysWhy() {
        var state = DashboardState.sample(.data)
        state.store.isKiosk = true
        state.press("tab")
        #expect(!state.screenText.contains("29.02.2025"))
        #expect(state.screenText.contains("'…' is no time"))
        state.press("enter")
        #expect(state.stack.count == 1)
        #expect(state.message?.contains("personal") == true)
        state.message = nil
        state.push(Place(.data, detail: .reject(Fixtures.summary.rejects[0])))
        #expect(!state.screenText.contains("Ada"))
        #expect(state.screenText.contains("may be personal"))
    }

    @Test(arguments: [
        ("'x' is no time", "'…' is no time"), ("no touchpoint", "no touchpoint"), ("\"a\" and 'b'", "'…' and '…'"),
        ("it breaks off at 'Ada", "it breaks off at '…'"), ("", ""),
    ])
    func quotedValuesAreTakenOut(_ reason: String, _ shown: String) {
        let row = StoreSummary.RejectedRow(source: "web", reject: Reject(line: 1, reason: reason, raw: ""))
        #expect(RejectWords.reason(row, isKiosk: true) == shown)
        #expect(RejectWords.reason(row, isKiosk: false) == reason)
    }

    @Test func aSourceSaysHowToBringMore() {
        var state = DashboardState.sample(.data)
        state.press("enter")
        #expect(state.screenText.contains("Data › call centre"))
        #expect(state.screenText.contains("cxm import FILE --source 'call centre' --store riverbend.cxm"))
        #expect(state.screenText.contains("--rejects OUT"))
    }

    @Test func aFindingSaysWhatToDo() {
        var state = DashboardState.sample(.data)
        state.press("tab", "tab", "j", "enter")
        #expect(state.message?.contains("--column channel=COLUMN") == true)
        state.press("j", "enter")
        #expect(state.message?.contains("nothing to do") == true)
    }

    @Test func aDimensionOffersItsValuesToFilterBy() {
        var state = DashboardState.sample(.data)
        state.press("back-tab", "j", "enter", "enter")
        #expect(state.scope.filters.first?.dimension == "channel")
    }

    @Test func aStoreWithoutRejectsSaysSoAndTabSkipsThem() {
        var state = DashboardState.sample(.data)
        var summary = Fixtures.summary
        summary.rejects = []
        summary.rejectedTotal = 0
        for case .ask(let id, let question) in state.update(.dataChanged(generation: 2)) {
            let answer = question.question is SummaryQuestion ? AnyAnswer(summary) : Fixtures.answer(question)
            if let answer { state.settle(state.update(.answered(id, answer))) }
        }
        #expect(state.screenText.contains("None: every row that was read is stored"))
        state.press("tab")
        #expect(state.place.panel == DataPanel.findings.rawValue)
    }

    @Test func theReceiptAddsUpTheSources() {
        var state = DashboardState.sample(.data)
        state.press("r")
        #expect(state.screenText.contains("190,412"))
    }

    @Test func theCommandLineTakesNoScope() {
        var state = DashboardState.sample(.data)
        #expect(state.commandLine == "cxm info --store riverbend.cxm")
        state.press("e", "enter")
        #expect(state.commandLine.contains("show equity --by person.age_band --from 2025-10-01"))
    }

    @Test(
        arguments: [(999, "999 bytes"), (1000, "1.0 kB"), (24_600_000, "24.6 MB"), (3_200_000_000, "3.2 GB")]
            as [(Int64, String)]
    )
    func sizes(_ bytes: Int64, _ text: String) {
        #expect(ByteText.text(bytes) == text)
    }
}
