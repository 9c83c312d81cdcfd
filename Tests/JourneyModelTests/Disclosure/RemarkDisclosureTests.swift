import JourneyModel
import Testing
import Wording

@Suite("Remarks in public (D25)")
struct RemarkDisclosureTests {
    private let policy = DisclosurePolicy()

    private func text(_ remark: Remark, _ policy: DisclosurePolicy? = nil) -> String? {
        let policy = policy ?? self.policy
        return WordingStyle.$current.withValue(WordingStyle(protection: policy)) {
            remark.protected(by: policy)?.text
        }
    }

    @Test("Counts are rounded, and few say so")
    func counts() {
        #expect(text(.completionsWithoutStart(1203)) == "1,205 completions without a start are left out")
        #expect(text(.completionsWithoutStart(9)) == "<10 completions without a start are left out")
        #expect(text(.contactsAfterWithdrawal(3, asked: 88)) == "<10 contacts after a withdrawal; 90 people asked")
    }

    @Test("Of a part the rest is a cell too")
    func parts() {
        #expect(text(.eventsOf(97, of: 100)) == "95 of 100 events")
        #expect(text(.eventsOf(4, of: 100)) == "<10 of 100 events")
        #expect(
            text(.handOffs(100, due: 60, askedAgain: 78, of: 80))
                == "100 hand-offs, 60 of them 28 days ago or earlier; 75 of 80 asked again"
        )
    }

    @Test("Shares come from rounded counts, and are left out where those are few")
    func rates() {
        #expect(text(.satisfied(33, of: 71)) == "50% satisfied (4 or 5 of 5), 70 ratings")
        #expect(text(.satisfied(9, of: 71)) == nil)
        #expect(text(.satisfied(5, of: 8)) == nil)
        #expect(text(.satisfied(0, of: 71)) == nil)
        #expect(text(.satisfied(40, of: 40)) == nil)
        #expect(text(.satisfied(60, of: 60)) == "100% satisfied (4 or 5 of 5), 60 ratings")
        #expect(
            text(.satisfied(0, of: 71), DisclosurePolicy(zero: .shown)) == "0% satisfied (4 or 5 of 5), 70 ratings"
        )
        #expect(text(.worstGroup(trait: "person.band", value: "b", completed: 3, of: 40)) == nil)
    }

    @Test("Figures are whole percent, differences whole points")
    func shares() {
        let change = RateDifference(value: 0.0684, interval: Interval(low: -0.0011, high: 0.1349))
        let shown = Remark.completionFell(to: 0.7149, change).protected(by: policy)
        #expect(shown?["completion"] == .share(0.71))
        #expect(shown?["change"] == .points(0.07) && shown?["high"] == .points(0.13))
        let words = "Completion fell to 71% (+7 points, 95% interval 0 to +13)."
        #expect(text(.completionFell(to: 0.7149, change)) == words)
    }

    @Test("What counts nobody stays: limits, services, days of data, names, periods")
    func others() {
        for remark in [
            Remark.fewRatingsBootstrap(below: 30), .servicesOf(1, of: 3), .dataCoverDays(7), .worstService("Parking"),
            .servicesWithoutCosts(["a", "b"]), .nothingHas(dimension: "channel", value: "form2b", near: nil),
            .spanTooShort(days: 2, needed: 90), .supposed([.p1]), .stepNumber(2),
        ] {
            #expect(remark.protected(by: policy) == remark)
        }
    }

    @Test("What is said of one person is not said")
    func ofOne() {
        let day = CivilDate(daysSinceEpoch: 20_000)
        #expect(text(.whyConverted(took: 5, entered: day)) == nil)
        #expect(text(.whyWithdrew(day, reachedBy: .unknown, contacts: 40)) == nil)
    }

    @Test("A remark within another is protected, or takes it with it")
    func nested() {
        #expect(
            text(.tooLittleEvidence(.peopleContacted(9), count: 9, needed: 10))
                == "not enough evidence yet: <10 people contacted; <10 of 10 needed"
        )
        #expect(text(.withNote(.worstGroup(trait: "t", value: "b", completed: 3, of: 9), note: .noData)) == nil)
    }

    @Test("So many counts of the same people are not said")
    func refused() {
        let remark = Remark.completionsOutnumberStarts(completions: 40, starts: 12, withoutStart: 39, startedBefore: 1)
        #expect(text(remark) == "more completions than starts is no rate")
    }

    @Test("Evidence that cannot be said says that")
    func evidence() {
        var town = CriterionResult(
            id: .o4,
            name: "",
            kind: .measured,
            value: 0.5,
            target: 0.9,
            isShare: false,
            score: 50,
            rating: .partially,
            n: 40,
            evidence: .worstGroup(trait: "person.band", value: "b", completed: 3, of: 40)
        )
        func shown(_ result: CriterionResult) -> Remark? {
            let receipt = Receipt(
                definitions: [.d24],
                scope: Scope(),
                unit: .person,
                events: 0,
                subjects: 0,
                eventsWithoutSubject: 0,
                horizon: nil
            )
            let stage = MaturityResult.Stage(number: 1, name: "", isHeld: false, score: nil, criteria: [result])
            let maturity = MaturityResult(
                query: MaturityQuery(),
                stage: 0,
                next: 1,
                blockers: [],
                stages: [stage],
                enablers: [],
                receipt: receipt
            )
            return maturity.protected(by: policy).stages.first?.criteria.first?.evidence
        }
        #expect(shown(town) == .evidenceNotSaid)
        town.evidence = .peopleContacted(1203)
        #expect(shown(town) == .peopleContacted(1205))
    }
}
