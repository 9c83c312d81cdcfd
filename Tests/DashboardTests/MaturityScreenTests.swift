import Canvas
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

struct MaturityScreenTests {
    @Test func itOpensOnTheStageToWorkTowards() {
        let state = DashboardState.sample(.maturity)
        #expect(state.screenText.contains("2 Enhanced interaction held"))
        #expect(state.screenText.contains("STAGE 3, PERSONALIZATION AND AUTOMATION"))
        #expect(state.rows.map(\.id) == ["P1", "P2", "P3", "P4", "P5", "P6"])
    }

    @Test func theArrowsGoFromStageToStageAndStopAtTheEnds() {
        var state = DashboardState.sample(.maturity)
        state.press("right")
        #expect(state.screenText.contains("STAGE 4, OMNI-CHANNEL EXCELLENCE"))
        state.press("right", "right", "right")
        #expect(state.rows.map(\.id) == ["C1", "C2", "C3", "C4"])
        state.press("left", "left", "left", "left", "left", "left")
        #expect(state.rows.map(\.id) == ["I1", "I2", "I3"])
    }

    @Test func glyphsAndWordsSayWhatIsEnoughForTheGate() {
        var state = DashboardState.sample(.maturity)
        func line(_ id: String) -> String { state.lines(120, 36).first { $0.contains("\(id) ") } ?? "" }
        #expect(line("P1").contains("✓ P1") && line("P1").contains("Largely"))
        #expect(line("P3").contains("✗ P3") && line("P3").contains("Partially"))
        #expect(line("P4").contains("91.0% / 4") && line("P4").contains("Not"))
        // Seven events are too few: a dash, never 0.
        #expect(line("– P6").contains("– P6") && line("– P6").contains("not enough yet"))
        #expect(!line("– P6").contains("·"))
        state.press("right")
        #expect(line("O5").contains("– O5") && line("O5").contains("not applicable"))
    }

    @Test func aBreachIsTheFirstStep() {
        let state = DashboardState.sample(.maturity)
        let line = state.lines(120, 36).first { $0.contains("NEXT STEP") }
        #expect(line?.hasPrefix(" NEXT STEP  Stop contacting people who withdrew consent (P4). Then ") == true)
    }

    @Test func enterOpensACriterionFromEitherPanel() {
        var state = DashboardState.sample(.maturity)
        state.press("down", "enter")
        #expect(state.screenText.contains("Maturity › P2"))
        #expect(state.screenText.contains("contacts routed by the preference / contacts to people who gave one (D16)"))
        #expect(state.screenText.contains("Route notices by the preference on record."))
        #expect(state.screenText.contains("Fully begins above 51.0%."))
        state.press("escape")
        #expect(state.markedLine?.contains("P2") == true)
        state.press("tab", "enter")
        let first = Fixtures.fullMaturity().blockers[0].criterion
        #expect(state.screenText.contains("Maturity › \(first.rawValue)"))
    }

    @Test func whatIfIsTheGateWithOtherRatings() {
        var state = DashboardState.sample(.maturity)
        let measured = Fixtures.fullMaturity()
        state.press("down", "down", "m")
        #expect(state.place.detail == .whatIf([.p3]))
        #expect(MaturityScreen.result(state).value?.blockers == measured.supposing([.p3: 100]).blockers)
        #expect(state.screenText.contains("WHAT IF  If P3 were Fully met, stage 2 would still be held"))
        #expect(state.markedLine?.contains("supposed") == true)
        state.press("down", "m", "down", "down", "m")
        #expect(state.place.detail == .whatIf([.p3, .p4, .p6]))
        let then = measured.supposing([.p3: 100, .p4: 100, .p6: 100])
        #expect(MaturityScreen.result(state).value?.stage == then.stage)
        // The same key takes a supposition back, and the last one leaves.
        state.press("m", "up", "up", "m", "up", "m")
        #expect(state.place.detail == nil)
        #expect(state.stack.count == 1)
        #expect(state.markedLine?.contains("P1") != true)
    }

    @Test func supposingAllBlockersHoldsTheNextStage() {
        var state = DashboardState.sample(.maturity)
        state.press("tab")
        for _ in 0..<20 {
            guard let result = MaturityScreen.result(state).value, result.stage == 2 else { break }
            state.press("m")
        }
        #expect(MaturityScreen.result(state).value?.stage == 3)
        #expect(state.screenText.contains("stage 3, Personalization and automation, would be held"))
        state.press("escape")
        #expect(MaturityScreen.result(state).value?.stage == 2)
    }

    @Test func whatCannotBeSupposedSaysWhy() {
        var state = DashboardState.sample(.maturity)
        state.press("right", "end", "m")
        #expect(state.message == "O5 does not apply here, so the gate leaves it out")
        state.press("left", "left", "left", "m")
        #expect(state.message == "I1 is Fully met already")
        #expect(state.stack.count == 1)
    }

    @Test func historySaysThatItComesLater() {
        var state = DashboardState.sample(.maturity)
        state.press("h")
        #expect(state.message?.contains("comes with a later version") == true)
    }

    @Test func nothingHeldSaysSoAndNamesTheFirstStep() {
        let result = MaturityResult(
            query: MaturityQuery(),
            evidence: [:],
            assessments: [],
            receipt: Fixtures.receipt(Scope(), [.d24])
        )
        #expect(MaturityHeadline.spans(result).map(\.text).joined() == "not yet started")
        #expect(MaturityWords.nextStep(result).hasPrefix("Bring the evidence that is missing: 3 criteria"))
        #expect(MaturityWords.sentences(result)[0] == "No stage is held yet.")
    }

    @Test func theReceiptIsOfTheCriterionUnderTheCursor() {
        var state = DashboardState.sample(.maturity)
        state.press("down")
        let subject = state.screen.receipt(state)
        #expect(subject?.title == "P2 preference used")
        #expect(subject?.measure?.value == 0.436)
        #expect(subject?.measure?.denominator == 10_690)
    }

    @Test(arguments: [(0.16, ".16"), (-0.05, "−.05"), (1, "1.00"), (0, ".00"), (-0.001, ".00"), (0.6, ".60")])
    func numbersBelowOneHaveNoZeroInFront(_ number: Double, _ text: String) {
        #expect(BareDecimal.text(number) == text)
    }
}
