import JourneyModel

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

    private static let maturityEvidence: [String: Evidence] = [
        "I1": .measured(value: 1, n: 12, text: "12 services"),
        "I2": .measured(value: 0.75, n: 12, text: "9 of 12 services"),
        "I3": .measured(value: 0.993, n: 182_400, text: "182,400 events"),
        "E1": .measured(value: 0.58, n: 12, text: "7 of 12 services"),
        "E2": .measured(value: 0.714, n: 41_208, text: "41,208 transactions"),
        "E3": .measured(value: 0.72, n: 24_485, text: "24,485 digital completions"),
        "E4": .measured(value: 0.75, n: 24, text: "18 of 24 kinds of end point"),
        "P1": .measured(value: 0.5, n: 21_380, text: "21,380 people contacted"),
        "P2": .measured(value: 0.436, n: 10_690, text: "10,690 contacts to people with a preference"),
        "P3": .measured(value: 0.16, n: 10_290, text: "10,290 contacts to people who chose a channel"),
        "P4": .breached(value: 0.91, companion: 4, n: 8120, text: "4 contacts after a withdrawal"),
        "P5": .measured(value: 0.381, n: 9770, text: "9,770 outbound contacts"),
        "P6": .measured(value: 0.4, n: 7, text: "events whose actor is known"),
        "O1": .measured(value: 0.41, n: 3120, text: "3,120 people on several channels"),
        "O2": .measured(value: 0.87, n: 10, text: "10 services"),
        "O3": .measured(value: 0.66, companion: 0.21, n: 5400, text: "5,400 hand-offs"),
        "O4": .measured(value: 0.71, n: 612, text: "the worst of 6 groups"),
        "C4": .measured(value: 0.08, n: 12, text: "1 of 12 services"),
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
