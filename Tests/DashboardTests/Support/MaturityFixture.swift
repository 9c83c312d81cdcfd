import JourneyModel
import TestSupport

extension Fixtures {
    /// Two stages held; of the third, one criterion short, one breached and one without evidence. Scored by the model.
    static func fullMaturity(_ query: MaturityQuery = MaturityQuery(scope: Scope(range: quarter))) -> MaturityResult {
        MaturityResult(
            query: query,
            evidence: maturityEvidence,
            assessments: maturityAssessments,
            receipt: receipt(query.scope, [.d24])
        )
    }

    private static let maturityEvidence: [CriterionID: Evidence] = [
        .i1: .measured(value: 1, n: 12, over: "12 services"),
        .i2: .measured(value: 0.75, n: 12, over: "9 of 12 services"),
        .i3: .measured(value: 0.993, n: 182_400, over: "182,400 events"),
        .e1: .measured(value: 0.58, n: 12, over: "7 of 12 services"),
        .e2: .measured(value: 0.714, n: 41_208, over: "41,208 transactions"),
        .e3: .measured(value: 0.72, n: 24_485, over: "24,485 digital completions"),
        .e4: .measured(value: 0.75, n: 24, over: "18 of 24 kinds of end point"),
        .p1: .measured(value: 0.5, n: 21_380, over: "21,380 people contacted"),
        .p2: .measured(value: 0.436, n: 10_690, over: "10,690 contacts to people with a preference"),
        .p3: .measured(value: 0.16, n: 10_290, over: "10,290 contacts to people who chose a channel"),
        .p4: .breached(value: 0.91, companion: 4, n: 8120, over: "4 contacts after a withdrawal"),
        .p5: .measured(value: 0.381, n: 9770, over: "9,770 outbound contacts"),
        .p6: .measured(value: 0.4, n: 7, over: "events whose actor is known"),
        .o1: .measured(value: 0.41, n: 3120, over: "3,120 people on several channels"),
        .o2: .measured(value: 0.87, n: 10, over: "10 services"),
        .o3: .measured(value: 0.66, companion: 0.21, n: 5400, over: "5,400 hand-offs"),
        .o4: .measured(value: 0.71, n: 612, over: "the worst of 6 groups"),
        .c4: .measured(value: 0.08, n: 12, over: "1 of 12 services"),
    ]

    private static let maturityAssessments: [AssessmentRecord] = [
        AssessmentRecord(
            criterion: "leadership",
            kind: .attested,
            score: 90,
            statement: "board minutes of June",
            owner: "chief executive",
            date: day(2025, 6, 1),
            expires: day(2026, 3, 31)
        ),
        AssessmentRecord(
            criterion: "agile",
            kind: .asserted,
            score: 80,
            statement: "all teams work in sprints",
            owner: "digital team",
            date: day(2025, 9, 1)
        ),
        AssessmentRecord(
            criterion: "O5",
            kind: .notApplicable,
            score: 0,
            statement: "two channels by law",
            owner: "legal",
            date: day(2025, 5, 1)
        ),
    ]
}
