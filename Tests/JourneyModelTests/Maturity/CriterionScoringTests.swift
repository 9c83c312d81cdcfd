import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D24: scores, caps and statements")
struct CriterionScoringTests {
    private static let now = Timestamp(milliseconds: 1_000 * .day)

    private func criterion(
        target: Double = 0.6,
        lowerIsBetter: Bool = false,
        companion: Criterion.Companion? = nil
    ) -> Criterion {
        Criterion(
            .p1,
            stage: 3,
            "preference captured",
            target: target,
            lowerIsBetter: lowerIsBetter,
            companion: companion,
            measuredBy: "",
            advice: ""
        )
    }

    private func result(
        _ criterion: Criterion,
        _ evidence: Evidence? = .insufficient(n: 3, because: "too few"),
        _ assessments: [AssessmentRecord] = [],
        asOf: Timestamp? = nil
    ) -> CriterionResult {
        criterion.result(evidence: evidence, assessments: assessments, asOf: asOf, horizon: Self.now)
    }

    private func statement(
        _ kind: AssessmentRecord.Kind,
        _ score: Double,
        criterion: String = "P1",
        daysAgo: Int64 = 10,
        expiresIn: Int64? = nil,
        text: String = "paper"
    ) -> AssessmentRecord {
        AssessmentRecord(
            criterion: criterion,
            kind: kind,
            score: score,
            statement: text,
            owner: "owner",
            date: Self.now.advanced(by: -daysAgo * .day),
            expires: expiresIn.map { Self.now.advanced(by: $0 * .day) }
        )
    }

    @Test(
        "measured: clamp(100 * value / target)",
        arguments: [
            (0.6, 0.6, false, 100.0), (0.3, 0.6, false, 50), (0.9, 0.6, false, 100), (-0.2, 0.6, false, 0),
            (0.05, 0.1, true, 100), (0.2, 0.1, true, 50), (0, 0, true, 100), (1, 0, true, 0),
        ]
    )
    func measured(value: Double, target: Double, lowerIsBetter: Bool, score: Double) {
        let found = result(
            criterion(target: target, lowerIsBetter: lowerIsBetter),
            .measured(value: value, n: 10, over: "people")
        )
        #expect(found.score == score)
        #expect(found.rating == Rating(score: score))
        #expect(found.kind == .measured)
    }

    @Test(
        "N up to 15, P up to 50, L up to 85, F above",
        arguments: [
            (0.0, Rating.notAchieved), (15, .notAchieved), (15.1, .partially), (50, .partially), (50.1, .largely),
            (85, .largely), (85.1, .fully), (100, .fully),
        ]
    )
    func ratings(score: Double, rating: Rating) {
        #expect(Rating(score: score) == rating)
    }

    @Test("fewer than ten is insufficient evidence, with the value shown, and never 0")
    func tooFew() {
        let found = result(criterion(), .measured(value: 0, n: 9, over: "9 persons"))
        #expect(found.value == 0)
        #expect(found.score == nil)
        #expect(found.rating == nil)
        #expect(found.evidence.text.contains("9 of 10 needed"))
        #expect(result(criterion(), .measured(value: 0, n: 10, over: "")).score == 0)
    }

    @Test("the worse of two bars counts, and a breach is Not achieved however little data there is")
    func twoBars() {
        let companion = Criterion.Companion(name: "again", target: 0.1, isShare: true, lowerIsBetter: true)
        let both = criterion(target: 0.8, companion: companion)
        #expect(result(both, .measured(value: 0.8, companion: 0.1, n: 50, over: "")).score == 100)
        #expect(result(both, .measured(value: 0.8, companion: 0.2, n: 50, over: "")).score == 50)
        #expect(result(both, .measured(value: 0.2, companion: 0.05, n: 50, over: "")).score == 25)
        let breach = result(both, .breached(value: nil, companion: 1, n: 1, over: "1 contact"))
        #expect(breach.score == 0)
        #expect(breach.rating == .notAchieved)
        #expect(breach.companionValue == 1)
        #expect(breach.companionTarget == 0.1)
    }

    @Test(
        "asserted is Partially at most; past expiry one grade lower",
        arguments: [
            (AssessmentRecord.Kind.attested, 90.0, Int64?.none, 90.0), (.attested, 90, 5, 90), (.attested, 90, 0, 85),
            (.attested, 80, -1, 50), (.attested, 40, -1, 15), (.attested, 10, -1, 10), (.asserted, 90, nil, 50),
            (.asserted, 30, nil, 30), (.asserted, 90, -1, 15), (.attested, 150, nil, 100),
        ]
    )
    func caps(kind: AssessmentRecord.Kind, score: Double, expiresIn: Int64?, expected: Double) {
        let found = result(
            criterion(),
            .insufficient(n: nil, because: ""),
            [statement(kind, score, expiresIn: expiresIn)]
        )
        #expect(found.score == expected)
        #expect(found.rating == Rating(score: expected))
        #expect(found.kind == (kind == .attested ? .attested : .asserted))
        #expect(found.evidence.text.contains("paper"))
    }

    @Test("a measured criterion stays measured; a statement supplies what cannot be measured")
    func complement() {
        let said = [statement(.attested, 95)]
        let measured = result(criterion(), .measured(value: 0.3, n: 100, over: ""), said)
        #expect(measured.kind == .measured)
        #expect(measured.score == 50)
        let supplied = result(criterion(), .measured(value: 0.3, n: 2, over: ""), said)
        #expect(supplied.kind == .attested)
        #expect(supplied.score == 95)
    }

    @Test("not applicable needs a reason")
    func notApplicable() {
        let evidence = Evidence.measured(value: 0.6, n: 100, over: "")
        #expect(
            result(criterion(), evidence, [statement(.notApplicable, 0, text: "no notices")]).notApplicable
                == "no notices"
        )
        #expect(result(criterion(), evidence, [statement(.notApplicable, 0, text: "")]).notApplicable == nil)
    }

    @Test("the newest statement that was known counts, by id or by name")
    func newest() {
        let said = [
            statement(.attested, 60, daysAgo: 5), statement(.attested, 20, daysAgo: 50),
            statement(.attested, 90, criterion: "E1", daysAgo: 1),
            statement(.attested, 70, criterion: "Preference Captured", daysAgo: 3),
        ]
        #expect(result(criterion(), .insufficient(n: nil, because: ""), said).score == 70)
        let asOf = Self.now.advanced(by: -20 * .day)
        #expect(result(criterion(), .insufficient(n: nil, because: ""), said, asOf: asOf).score == 20)
        #expect(result(criterion(), nil).evidence == .noEvidence)
    }

    @Test("the table: every criterion of D24 with its target")
    func table() {
        let model = MaturityModel.fiveStages
        let targets = Dictionary(uniqueKeysWithValues: model.criteria.map { ($0.id, $0.target) })
        #expect(
            targets == [
                .i1: 0.9, .i2: 0.25, .i3: 0.95, .e1: 0.6, .e2: 0.7, .e3: 0.75, .e4: 0.8, .p1: 0.6, .p2: 0.6,
                .p3: 0.6, .p4: 0.9, .p5: 0.4, .p6: 0.5, .o1: 0.8, .o2: 0.9, .o3: 0.8, .o4: 0.9, .o5: 0.6,
                .c1: 0.6, .c2: 2, .c3: 1, .c4: 0.5,
            ]
        )
        #expect((1...5).map { model.criteria(ofStage: $0).count } == [3, 4, 6, 5, 4])
        #expect(model.enablers.map(\.id) == [.leadership, .collaboration, .privacy, .agile, .feedback])
        #expect(model.stages.count == 5)
    }
}
