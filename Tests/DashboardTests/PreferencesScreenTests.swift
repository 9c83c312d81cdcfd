import Canvas
import JourneyModel
import TestSupport
import Testing

@testable import Dashboard

struct PreferencesScreenTests {
    /// The dashboard on the preferences screen with another answer.
    private func state(
        _ change: (inout PreferencesResult) -> Void,
        catalog: Catalog = Fixtures.catalog
    ) -> DashboardState {
        var state = DashboardState(store: StoreFacts(name: "Riverbend", path: "r.cxm"), screen: .preferences)
        for case .ask(let id, let question) in state.start() {
            switch question.question {
            case is CatalogQuestion: _ = state.update(.answered(id, catalog))
            case let query as PreferencesQuery:
                var result = Fixtures.preferences(query)
                change(&result)
                _ = state.update(.answered(id, result))
            default: break
            }
        }
        return state
    }

    @Test func theHonouredShareStandsBesideChanceGoalAndThePeriodBefore() {
        let lines = DashboardState.sample(.preferences).lines(120, 36)
        let first = lines.firstIndex { $0.contains("reached as they asked ") } ?? 0
        #expect(
            lines[first].contains("█ █")
                && DashboardState.sample(.preferences).lines(80, 24).contains { $0.hasPrefix(" 42.1% reached") }
        )
        #expect(lines[first].hasSuffix("by chance alone 34.4%    agreement beyond it (κ) .12 of at most 1"))
        #expect(lines[first + 1].hasSuffix("goal 60%    before 44.1%  ▼ 2.0"))
        #expect(lines[first + 2].contains("✗ 4 contacts to 3 people after consent was withdrawn: must be 0"))
    }

    @Test func noBreachNoRedLine() {
        let state = state { $0.contactsAfterWithdrawal = 0 }
        #expect(!state.screenText.contains("must be 0"))
        var consent = state
        consent.press("g")
        #expect(consent.screenText.contains("✓ no contact after consent was withdrawn"))
    }

    @Test func anAbsentFigureIsADashWithItsReasonAndNoBar() {
        let state = state { $0.used = .absent(.d16, because: "no contact says what routed it") }
        let line = state.lines(120, 36).first { $0.hasPrefix("   used ") }
        #expect(line?.contains("–") == true)
        #expect(line?.contains("no contact says what routed it") == true)
        #expect(line?.contains("▇") == false)
        #expect(line?.contains(" 0") == false)
    }

    @Test func enterOpensTheContactsToWhoAskedForAChannelAndComesBack() {
        var state = DashboardState.sample(.preferences)
        state.press("down")
        let before = state.screenText
        #expect(state.markedLine?.contains("sms") == true)
        state.press("enter")
        #expect(state.screenText.contains("Preferences › asked for sms"))
        #expect(state.screenText.contains("3,377 contacts to people who asked for sms"))
        #expect(state.markedLine?.contains("email") == true)
        #expect(state.screenText.contains("l lists who was reached on another channel"))
        state.press("escape")
        #expect(state.screenText == before)
    }

    @Test func enterOnAServiceNarrowsTheScopeToItOnce() {
        var state = DashboardState.sample(.preferences)
        state.press("tab", "enter")
        #expect(state.questionScope.filters == [Filter(dimension: "service", values: ["housing"])])
        #expect(state.stack.count == 2)
        state.press("tab", "enter")
        #expect(state.stack.count == 2)
        #expect(state.message == "this is housing alone already")
        state.press("escape")
        #expect(state.questionScope.filters.isEmpty)
        #expect(state.markedLine?.contains("housing") == true)
    }

    @Test func theServicesTableSortsWithAbsentSharesLast() {
        var state = DashboardState.sample(.preferences)
        state.press("v")
        #expect(state.rows.map(\.id) == ["housing", "school places", "council tax", "waste"])
        #expect(state.screenText.contains("– nobody contacted had chosen a channel"))
        state.press("s")
        #expect(state.rows.map(\.id) == ["council tax", "housing", "school places", "waste"])
        state.press("s", "enter")
        #expect(state.questionScope.filters == [Filter(dimension: "service", values: ["council tax"])])
    }

    @Test func aTallScreenTellsTheWholeStoryOnce() {
        let state = DashboardState.sample(.preferences)
        let tall = state.lines(200, 60).joined(separator: "\n")
        for part in [
            "SERVICES, LOWEST HONOURED FIRST", "housing", "77.3%", "CONSENT, BY PURPOSE", "payment notices", "100.0%",
            "CONTENT", "– no contact says whether it was tailored; map", "OF 12 SERVICES", "RECORDS  412",
        ] {
            #expect(tall.ranges(of: part).count == 1, "\(part)")
        }
        #expect(tall.ranges(of: "after consent was withdrawn").count == 1)
        #expect(!tall.contains("LEAST HONOURED"))
        // Nothing gives way to it where there is no room.
        for (width, height) in [(120, 36), (80, 24), (200, 40)] {
            let lines = state.lines(width, height).joined(separator: "\n")
            #expect(lines.contains("reached as they asked"))
            #expect(!lines.contains("BY PURPOSE"))
        }
    }

    @Test func theServicesOfATallScreenOpenLikeTheShortList() {
        var state = DashboardState.sample(.preferences, size: Size(width: 200, height: 60))
        state.press("tab", "down", "enter")
        #expect(state.questionScope.filters == [Filter(dimension: "service", values: ["school places"])])
    }

    @Test func noBreachAndNoConsentAreSaidOnATallScreenToo() {
        let clean = state { $0.contactsAfterWithdrawal = 0 }
        #expect(clean.lines(150, 60).contains { $0.contains("✓ no contact after consent was withdrawn") })
        let none = state {
            $0.contactsAfterWithdrawal = 0
            $0.consents = []
            $0.consentCoverage = .absent(.d17, because: "no consent for communication is recorded")
        }
        let words = "– nothing to check against: no consent for communication is recorded"
        #expect(none.lines(150, 60).contains { $0.contains(words) })
    }

    @Test func veryManyPurposesLeaveRoomForTheRest() {
        var state = state { result in
            result.consents = (0..<30).map { .init(purpose: "purpose \($0)", granted: .rate(1, of: 100 - $0, .d17)) }
        }
        let tall = state.lines(150, 60).joined(separator: "\n")
        #expect(tall.contains("CONSENT, BY PURPOSE: 6 OF 30"))
        #expect(tall.contains("RECORDS"))
        state.press("g")
        #expect(state.lines(80, 24).contains { $0.contains("✗ 4 contacts to 3 people") })
        #expect(state.lines(120, 60).contains { $0.contains("purpose 29") })
    }

    @Test func contentAndConsentOpenAndSayWhatIsMissing() {
        var state = DashboardState.sample(.preferences)
        state.press("c")
        #expect(state.screenText.contains("no contact says whether it was tailored; map a column to tailored"))
        #expect(state.screenText.contains("54%"))
        state.press("escape", "g")
        #expect(state.screenText.contains("91.0% of those asked have given consent"))
        #expect(state.screenText.contains("✗ 4 contacts to 3 people"))
    }

    @Test func theGapOfTheOverviewLeadsHere() {
        var state = DashboardState.sample(.overview)
        state.press("down", "enter")
        #expect(state.place.screen == .preferences)
        #expect(state.screenText.contains("reached as they asked"))
    }

    @Test func nothingSentNamesTheMappingThatIsMissing() {
        let state = state { $0.contacted = 0 }
        #expect(state.screenText.contains("No contact to a person is recorded."))
        #expect(state.screenText.contains("cxm import FILE --store r.cxm --column direction=COLUMN"))
        #expect(state.panels == [])
    }

    @Test func nothingSentInThisPeriodOffersAnother() {
        var catalog = Fixtures.catalog
        catalog.dimensions.append(.init(name: Dimension.direction, values: [.init(name: "outbound", count: 3)]))
        let state = state({ $0.contacted = 0 }, catalog: catalog)
        #expect(state.screenText.contains("Nobody was contacted."))
    }

    @Test func noPreferencesSayWhatToImportAndBlockTheirKeys() {
        var state = state { $0 = Fixtures.preferencesWithoutRecords($0.query) }
        #expect(state.screenText.contains("Nobody's preference is recorded."))
        #expect(state.screenText.contains("cxm import FILE --store r.cxm --map MAPPING.toml"))
        state.press("c")
        #expect(state.place.detail == nil)
        #expect(state.message == "c content: Nobody's preference is recorded.")
    }

    @Test func theReceiptIsOfTheRowUnderTheCursor() {
        var state = DashboardState.sample(.preferences)
        #expect(state.screen.receipt(state)?.title == "Reached as they asked, email")
        #expect(state.screen.receipt(state)?.measure == .rate(2502, of: 4102, .d16))
        state.press("tab")
        #expect(state.screen.receipt(state)?.measure == .rate(546, of: 3000, .d16))
    }

    @Test func theMatrixIsWhatOneCountsByHand() {
        var random = SplitMix64(seed: 11)
        let names = ["email", "sms", "post", "phone", PreferenceRecord.noPreference]
        for _ in 0..<200 {
            var cells: [PreferencesResult.Cell] = []
            for preferred in names {
                for used in names.dropLast() where Int.random(in: 0..<3, using: &random) > 0 {
                    let contacts = Int.random(in: 1..<50, using: &random)
                    cells.append(.init(preferred: preferred, used: used, contacts: contacts))
                }
            }
            let matrix = PreferenceMatrix(Fixtures.preferences(matrix: cells))
            #expect(Set(matrix.rows.map(\.preferred)) == Set(cells.map(\.preferred)))
            for row in matrix.rows {
                let own = cells.filter { $0.preferred == row.preferred }
                #expect(row.contacts == own.reduce(0) { $0 + $1.contacts })
                let others = own.filter { $0.used != row.preferred }
                if row.isChoice {
                    let kept = own.filter { $0.used == row.preferred }.reduce(0) { $0 + $1.contacts }
                    #expect(row.honoured.numerator == Double(kept))
                    let most = Set(others.map(\.used))
                        .map { channel in others.filter { $0.used == channel }.reduce(0) { $0 + $1.contacts } }.max()
                    #expect(row.worstDiversion?.contacts == most)
                } else {
                    #expect(row.honoured.value == nil)
                    #expect(row.worstDiversion == nil)
                    #expect(matrix.rows.last == row)
                }
            }
        }
    }
}
