import JourneyModel
import TestSupport

extension Samples {
    static let preferences = PreferencesResult(
        query: PreferencesQuery(scope: scope),
        contacted: 100,
        asked: .rate(70, of: 100, .d16),
        captured: .rate(50, of: 100, .d16),
        usable: .rate(45, of: 100, .d16),
        used: .rate(20, of: 80, .d16),
        honoured: .rate(52, of: 80, .d16),
        expectedByChance: 0.42,
        kappa: 0.396_551_724_137_931,
        matrix: [
            .init(preferred: "email", used: "email", contacts: 20),
            .init(preferred: "sms", used: "phone", contacts: 28),
            .init(preferred: "sms", used: "sms", contacts: 32),
        ],
        contentCaptured: .absent(.d16, because: "no preference on content recorded"),
        contentUsed: .absent(.d16, because: "no preference on content recorded"),
        stale: 3,
        conflicting: 1,
        contactsAfterWithdrawal: 4,
        consentCoverage: .rate(40, of: 60, .d17),
        consents: [
            .init(purpose: "communication", granted: .rate(40, of: 60, .d17)),
            .init(purpose: "analytics", granted: .rate(9, of: 30, .d17)),
        ],
        purposes: [
            .init(
                purpose: "communication",
                contacts: 70,
                afterWithdrawal: 4,
                peopleAfterWithdrawal: 2,
                uncovered: 0,
                peopleUncovered: 0
            ),
            .init(
                purpose: "offers",
                contacts: 10,
                afterWithdrawal: 0,
                peopleAfterWithdrawal: 0,
                uncovered: 6,
                peopleUncovered: 5
            ),
        ],
        uncovered: 6,
        peopleUncovered: 5,
        unknownChannels: [
            .init(channel: "Text message", people: 3, nearest: "sms"),
            .init(channel: "pigeon", people: 1, nearest: nil),
        ],
        services: [
            .init(
                service: "housing",
                contacted: 60,
                asked: .rate(45, of: 60, .d16),
                captured: .rate(30, of: 60, .d16),
                used: .rate(0, of: 40, .d16),
                honoured: .rate(0, of: 0, .d16)
            )
        ],
        survey: .init(
            services: 4,
            collectChannel: .rate(2, of: 4, .d16),
            useChannel: .rate(1, of: 4, .d16),
            captureContent: .rate(0, of: 4, .d16),
            useContent: .rate(0, of: 4, .d16),
            askBoth: .rate(0, of: 4, .d16),
            askNothing: .rate(2, of: 4, .d16)
        ),
        receipt: receipt([.d16, .d17])
    )

    static let maturity: MaturityResult = {
        let captured = CriterionResult(
            id: .p1,
            name: "preference captured",
            kind: .measured,
            value: 0.5,
            target: 0.6,
            isShare: true,
            score: 83.3,
            rating: .largely,
            n: 21_380,
            evidence: "100 people contacted in 92 days",
            companionValue: 4,
            companionTarget: 0
        )
        let automated = CriterionResult(
            id: .p6,
            name: "automated steps",
            kind: .measured,
            value: nil,
            target: 0.5,
            isShare: true,
            score: nil,
            rating: nil,
            n: 7,
            evidence: "insufficient evidence: no event names its actor"
        )
        let privacy = CriterionResult(
            id: .privacy,
            name: "privacy and security",
            kind: .attested,
            value: nil,
            target: 100,
            isShare: false,
            score: 100,
            rating: .fully,
            n: nil,
            evidence: "audit 2025, valid to Mar 2026"
        )
        return MaturityResult(
            query: MaturityQuery(scope: scope),
            stage: 2,
            next: 3,
            blockers: [
                .init(
                    criterion: .p6,
                    name: "automated steps",
                    score: nil,
                    rating: nil,
                    needed: .largely,
                    distance: nil,
                    advice: "record who acts"
                )
            ],
            stages: [
                .init(number: 2, name: "Enhanced interaction", isHeld: true, score: 97, criteria: []),
                .init(
                    number: 3,
                    name: "Personalization and automation",
                    isHeld: false,
                    score: 83.3,
                    criteria: [captured, automated]
                ),
            ],
            enablers: [privacy],
            receipt: receipt([.d24])
        )
    }()

    static let figures = Indicators(
        completion: .rate(714, of: 1000, .d12),
        takeUp: .rate(595, of: 714, .d13, caveats: ["1 of 3 services has no end point declared."]),
        costPerTransaction: Measure(value: 2.136, numerator: 1525.1, denominator: 714, definition: .d14),
        satisfaction: Measure(
            value: 0.7625,
            numerator: 4.05,
            denominator: 100,
            low: 0.74,
            high: 0.785,
            definition: .d15
        )
    )

    static let noFigures = Indicators(
        completion: .rate(0, of: 0, .d12),
        takeUp: .rate(0, of: 0, .d13),
        costPerTransaction: .absent(.d14, because: "no costs imported"),
        satisfaction: .absent(.d15, because: "no feedback recorded")
    )

    static let indicators = IndicatorsResult(
        query: IndicatorsQuery(scope: scope),
        overall: figures,
        currency: "GBP",
        services: [.init(service: "housing", indicators: noFigures)],
        trend: [.init(period: Period(.month, containing: CivilDate(daysSinceEpoch: 20_366)), indicators: figures)],
        receipt: receipt([.d12, .d13, .d14, .d15])
    )

    static let overview = OverviewResult(
        query: OverviewQuery(scope: scope, before: TimeRange(from: time(2025, 7, 1), to: time(2025, 10, 1))),
        indicators: indicators,
        before: figures,
        gaps: [
            Gap(
                title: "Contacted after withdrawing consent",
                group: .contactedAfterWithdrawal,
                noun: "allowed",
                people: 4,
                now: Measure(value: 4, definition: .d17),
                target: 0,
                unit: .count,
                lowerIsBetter: true,
                isRedLine: true,
                explanation: .preferences
            ),
            Gap(
                title: "Preference captured, not used",
                group: .preferenceNotUsed,
                noun: "used",
                people: 6030,
                now: .rate(436, of: 1000, .d16),
                target: 0.6,
                before: .rate(402, of: 1000, .d16),
                change: newcombeDifference(436, of: 1000, minus: 402, of: 1000),
                cost: 9300,
                explanation: .funnel(service: "housing")
            ),
            Gap(
                title: "Counter slower than web",
                group: .notOnline(service: "housing"),
                noun: "median",
                people: 2410,
                now: Measure(value: 794_880_000, definition: .d20),
                target: 345_600_000,
                unit: .span,
                lowerIsBetter: true,
                change: newcombeDifference(900, of: 1000, minus: 400, of: 1000),
                explanation: .channels
            ),
        ],
        maturity: maturity,
        standsOut: ["Completion rose, most in Parking."]
    )

    /// Nobody known, somebody whose words would act on a terminal, and somebody like everybody.
    static let people = SubjectsResult(
        query: SubjectsQuery(scope: scope, group: .unfinished(service: "housing"), top: 3),
        total: 1203,
        withheld: 14,
        subjects: [
            .init(
                name: "k7f2-9mqx",
                events: 14,
                first: time(2025, 9, 3),
                last: time(2025, 12, 2),
                lastTouchpoint: "call, \"again\"",
                lastChannel: "phone",
                since: time(2025, 11, 30),
                why: "started on web, not finished, 2 times"
            ),
            .init(
                name: "=1+1",
                events: 2,
                first: time(2025, 10, 3),
                last: time(2025, 10, 4),
                lastTouchpoint: nil,
                lastChannel: nil,
                since: time(2025, 10, 3),
                why: "started on an unknown channel, not finished"
            ),
            .init(
                name: nil,
                events: 0,
                first: nil,
                last: nil,
                lastTouchpoint: nil,
                lastChannel: nil,
                since: time(2025, 10, 1),
                why: "started on app, not finished"
            ),
        ],
        receipt: receipt([.d12])
    )

    static let equity = EquityResult(
        query: EquityQuery(scope: scope, trait: "person.age_band"),
        groups: [
            .init(
                value: "75+",
                completion: .rate(40, of: 90, .d21),
                people: 80,
                againstRest: newcombeDifference(40, of: 90, minus: 600, of: 900)
            ),
            .init(value: "18-24", completion: .rate(0, of: 0, .d21), people: 0, againstRest: nil),
        ],
        whole: .rate(640, of: 990, .d12),
        unknown: .rate(300, of: 1000, .d21),
        receipt: receipt([.d21])
    )

    static let groupFigures = GroupFiguresResult(
        query: GroupFiguresQuery(scope: scope, group: .leaked(service: "housing"), by: "person.age_band"),
        whole: .rate(31, of: 300, .d18),
        people: 29,
        lowerIsBetter: true,
        rows: [
            .init(
                value: "75+",
                figure: .rate(20, of: 90, .d18),
                people: 19,
                subjects: 120,
                againstRest: newcombeDifference(20, of: 90, minus: 11, of: 210)
            ),
            .init(
                value: "18-24",
                figure: .rate(11, of: 208, .d18),
                people: 10,
                subjects: 260,
                againstRest: newcombeDifference(11, of: 208, minus: 20, of: 92)
            ),
            .init(value: "(not set)", figure: .absent(.d18, because: .nobodyToCount), people: 0, subjects: 40),
        ],
        valuesLeftOut: 2,
        receipt: receipt([.d18, .d7])
    )

    static let contacts = ContactsResult(
        query: ContactsQuery(scope: scope),
        inboundContacts: 400,
        chases: 60,
        repeats: 20,
        leaks: 31,
        inferred: .rate(100, of: 400, .d18),
        services: [
            .init(service: "housing", lostDigital: 300, leaks: 31, leakRate: .rate(31, of: 300, .d18), leakCost: 87.73)
        ],
        receipt: receipt([.d18])
    )
}
