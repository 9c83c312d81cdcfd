import JourneyModel
import Reports

/// Answers made by hand: small, their counts add up, and every field that can be absent is absent somewhere.
enum Samples {
    static let scope = Scope(
        range: TimeRange(from: time(2025, 10, 1), to: time(2026, 1, 1)),
        filters: [Filter(dimension: "service", values: ["blue badge"])]
    )

    static func time(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
        let days = CivilDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0
        return Timestamp(milliseconds: Int64(days) * .day)
    }

    static func receipt(_ definitions: [DefinitionID], unit: CountingUnit = .person, scope: Scope = scope) -> Receipt {
        Receipt(
            definitions: definitions,
            scope: scope,
            unit: unit,
            events: 1234,
            subjects: 200,
            eventsWithoutSubject: 7,
            horizon: time(2025, 12, 31),
            facts: [
                Receipt.Fact("Ties", .text("permissive")), Receipt.Fact("Window", .span(14 * .day)),
                Receipt.Fact("Tie groups", .count(12_345)), Receipt.Fact("Cut-off", .time(nil)),
            ],
            notes: ["3 people entered before the range began."]
        )
    }

    static let funnel: FunnelResult = {
        let steps = [
            FunnelResult.Step(
                name: "landing",
                isOptional: false,
                reached: 200,
                dropped: 60,
                pending: 20,
                ofPrevious: .rate(200, of: 200, .d3),
                ofEntered: .rate(200, of: 200, .d3),
                next: [
                    .init(touchpoint: "call", channel: "phone", subjects: 24, medianDelay: 5_400_000),
                    .init(touchpoint: "help", channel: nil, subjects: 6, medianDelay: nil),
                ],
                nothingNext: 30
            ),
            FunnelResult.Step(
                name: "help",
                isOptional: true,
                reached: 40,
                dropped: 0,
                pending: 0,
                ofPrevious: .rate(40, of: 120, .d3),
                ofEntered: .rate(40, of: 200, .d3)
            ),
            FunnelResult.Step(
                name: "submit",
                isOptional: false,
                reached: 120,
                dropped: 0,
                pending: 0,
                ofPrevious: .rate(120, of: 200, .d3),
                ofEntered: .rate(120, of: 200, .d3),
                medianFromPrevious: 187_200_000
            ),
        ]
        let group = FunnelResult.Group(
            value: "web",
            entered: 150,
            converted: 100,
            pending: 10,
            dropped: 40,
            steps: steps,
            rate: .rate(100, of: 150, .d6),
            againstRest: newcombeDifference(100, of: 150, minus: 20, of: 50),
            medianTimeToConvert: 90_000_000
        )
        let other = FunnelResult.Group(
            value: Dimension.notSet,
            entered: 0,
            converted: 0,
            pending: 0,
            dropped: 0,
            steps: steps,
            rate: .rate(0, of: 0, .d6),
            againstRest: nil,
            medianTimeToConvert: nil
        )
        return FunnelResult(
            query: FunnelQuery(
                scope: scope,
                steps: [
                    FunnelStep(touchpoint: "landing"),
                    FunnelStep([StepPredicate(touchpoint: "help")], isOptional: true), FunnelStep(touchpoint: "submit"),
                ],
                window: 14 * .day,
                exclusions: [FunnelQuery.Exclusion(touchpoint: StepPredicate(touchpoint: "cancel"))],
                breakdown: "channel"
            ),
            entered: 200,
            converted: 120,
            pending: 20,
            dropped: 60,
            steps: steps,
            rateOfAll: .rate(120, of: 200, .d3),
            rateOfMature: .rate(110, of: 170, .d3),
            timeToConvert: .init(
                n: 120,
                quantiles: [0.1: 60_000, 0.25: 3_600_000, 0.5: 187_200_000, 0.75: 2.5e8, 0.9: 5e8, 0.95: 6e8 + 0.5],
                histogram: Histogram([1, 2, 3, 4, 10]),
                curve: KaplanMeier(events: [10, 20], censored: [30])
            ),
            groups: [group, other],
            receipt: receipt([.d1, .d2, .d3, .d4])
        )
    }()

    static let paths = PathsResult(
        query: PathsQuery(scope: scope, top: 2),
        transitions: [
            .init(
                from: "landing",
                to: "form",
                count: 1100,
                subjects: 180,
                share: .rate(1100, of: 1300, .d9),
                medianGap: 60_000
            ),
            .init(from: "form", to: "submit", count: 120, subjects: 120, share: .rate(0, of: 0, .d9), medianGap: nil),
        ],
        transitionTotal: 1500,
        distinctTransitions: 9,
        starts: [.init(name: "landing", count: 190), .init(name: "call", count: 10)],
        ends: [.init(name: "submit", count: 120)],
        handoffs: [.init(from: "web", to: "phone", count: 30, subjects: 24)],
        rework: [.init(touchpoint: "form", selfLoops: 5, repetitions: 8, subjects: 11)],
        receipt: receipt([.d9])
    )

    static let variants = VariantsResult(
        query: VariantsQuery(scope: scope, top: 2),
        subjects: 200,
        distinct: 14,
        variants: [
            .init(
                path: ["landing", "form", "submit"],
                count: 90,
                share: .rate(90, of: 200, .d9),
                medianThroughput: 1e6
            ),
            .init(path: ["call"], count: 10, share: .rate(10, of: 200, .d9), medianThroughput: nil),
        ],
        medianThroughput: 2e6,
        p90Throughput: nil,
        receipt: receipt([.d9, .d10], unit: .case)
    )

    static let channels: ChannelsResult = {
        let date = CivilDate(daysSinceEpoch: 20_366)
        let october = Period(.month, containing: date)
        return ChannelsResult(
            query: ChannelsQuery(scope: scope),
            periods: [
                .init(period: october, channel: "phone", events: 30, subjects: 24),
                .init(period: october, channel: "web", events: 900, subjects: 150),
                .init(period: october.advanced(by: 1), channel: "web", events: 304, subjects: 100),
            ],
            totals: [
                .init(
                    channel: "web",
                    kind: .digital,
                    events: 1204,
                    subjects: 180,
                    share: .rate(1204, of: 1234, .d13),
                    completed: 100,
                    costPerTransaction: Measure(value: 1.5, numerator: 150, denominator: 100, definition: .d14)
                ),
                .init(
                    channel: "phone",
                    kind: nil,
                    events: 30,
                    subjects: 24,
                    share: .rate(30, of: 1234, .d13),
                    completed: nil,
                    costPerTransaction: .absent(.d14, because: "no costs imported")
                ),
            ],
            events: 1234,
            subjects: 200,
            receipt: receipt([.d13])
        )
    }()

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
        services: [
            .init(
                service: "housing",
                contacted: 60,
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
            id: "P1",
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
            id: "P6",
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
            id: "privacy",
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
                    criterion: "P6",
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
        unknown: .rate(300, of: 1000, .d21),
        receipt: receipt([.d21])
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

    static let store = StoreSummary(
        events: 1_234_567,
        people: 4213,
        cases: 0,
        touchpoints: 14,
        channels: 5,
        services: 1,
        from: time(2025, 1, 1),
        to: time(2025, 12, 31),
        dimensions: [.init(name: "touchpoint", count: 14), .init(name: "person.region", count: 9)],
        sources: [
            .init(
                name: "portal",
                format: "csv",
                read: 110,
                stored: 100,
                duplicates: 8,
                rejected: 2,
                imports: 1,
                lastImport: time(2026, 1, 2),
                fileName: "events.csv"
            )
        ],
        rejects: [.init(source: "portal", reject: Reject(line: 17, reason: "no time", raw: "x,,y"))],
        rejectedTotal: 2,
        mergedIdentities: 3,
        findings: [
            .init(title: "without a channel", count: 12, of: 1_234_567), .init(title: "before 1990", count: 0, of: 9),
        ],
        schemaVersion: 1,
        bytes: 52_428_800,
        isDemo: true
    )

    static let imported = ImportReport(
        read: 133,
        stored: 100,
        duplicates: 8,
        rejected: 25,
        rejects: (1...25).map { Reject(line: $0 * 1000, reason: "no time", raw: "x") },
        ties: 4,
        seconds: 0.5004,
        isDryRun: false
    )

    static let all: [(name: String, answer: any Reportable)] = [
        ("funnel", funnel), ("paths", paths), ("variants", variants), ("channels", channels),
        ("preferences", preferences), ("maturity", maturity), ("kpis", indicators), ("overview", overview),
        ("equity", equity), ("contacts", contacts), ("people", people), ("info", store), ("import", imported),
        ("tree", tree),
    ]
}
