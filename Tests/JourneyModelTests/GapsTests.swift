import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("Gaps: what falls short, for how many people")
struct GapsTests {
    private static let receipt = Receipt(
        definitions: [],
        scope: Scope(),
        unit: .person,
        events: 0,
        subjects: 0,
        eventsWithoutSubject: 0,
        horizon: nil
    )

    private static func indicators(_ rows: [(String, Indicators)]) -> IndicatorsResult {
        IndicatorsResult(
            query: IndicatorsQuery(),
            overall: rows.first?.1 ?? figures(),
            currency: nil,
            services: rows.map { service, figures in
                IndicatorsResult.ServiceRow(
                    service: service,
                    indicators: figures,
                    unfinished: 48,
                    notOnline: 87,
                    dissatisfied: 33
                )
            },
            trend: [],
            receipt: receipt
        )
    }

    private static func figures(
        completion: Measure = .absent(.d12, because: ""),
        takeUp: Measure = .absent(.d13, because: ""),
        satisfaction: Measure = .absent(.d15, because: "")
    ) -> Indicators {
        Indicators(
            completion: completion,
            takeUp: takeUp,
            costPerTransaction: .absent(.d14, because: ""),
            satisfaction: satisfaction
        )
    }

    static func preferences(
        used: Measure = .absent(.d16, because: ""),
        honoured: Measure = .absent(.d16, because: ""),
        matrix: [PreferencesResult.Cell] = [],
        consents: [PreferencesResult.ConsentRow] = [],
        purposes: [PreferencesResult.PurposeRow] = [],
        unknownChannels: [PreferencesResult.UnknownChannel] = [],
        breaches: Int = 0
    ) -> PreferencesResult {
        let none = Measure.absent(.d16, because: "")
        return PreferencesResult(
            query: PreferencesQuery(),
            contacted: 100,
            asked: none,
            captured: .rate(50, of: 100, .d16),
            usable: none,
            used: used,
            honoured: honoured,
            expectedByChance: nil,
            kappa: nil,
            matrix: matrix,
            contentCaptured: none,
            contentUsed: none,
            stale: 0,
            conflicting: 0,
            contactsAfterWithdrawal: breaches,
            consentCoverage: none,
            consents: consents,
            purposes: purposes,
            unknownChannels: unknownChannels,
            peopleNotUsed: 40,
            peopleNotHonoured: 30,
            peopleContactedAfterWithdrawal: min(breaches, 2),
            services: [],
            survey: .init(
                services: 0,
                collectChannel: none,
                useChannel: none,
                captureContent: none,
                useContent: none,
                askBoth: none,
                askNothing: none
            ),
            receipt: receipt
        )
    }

    @Test("worse than the target only, red lines first, then by people")
    func ranking() {
        let now = Gaps.Figures(
            indicators: Self.indicators([
                (
                    "housing",
                    Self.figures(
                        completion: .rate(50, of: 100, .d12),
                        takeUp: .rate(90, of: 100, .d13),
                        satisfaction: Measure(
                            value: 0.7,
                            numerator: 70,
                            denominator: 100,
                            low: 0.65,
                            high: 0.75,
                            definition: .d15
                        )
                    )
                ),
                ("parking", Self.figures(completion: .rate(80, of: 100, .d12), takeUp: .rate(10, of: 100, .d13))),
            ]),
            preferences: Self.preferences(
                used: .rate(20, of: 80, .d16),
                honoured: .rate(60, of: 80, .d16),
                breaches: 5
            ),
            contacts: ContactsResult(
                query: ContactsQuery(),
                inboundContacts: 10,
                chases: 0,
                repeats: 0,
                leaks: 6,
                inferred: .rate(6, of: 10, .d18),
                services: [
                    .init(
                        service: "housing",
                        lostDigital: 20,
                        leaks: 6,
                        leakingPeople: 5,
                        leakRate: .rate(6, of: 20, .d18),
                        leakCost: 17
                    ),
                    .init(
                        service: "parking",
                        lostDigital: 100,
                        leaks: 5,
                        leakingPeople: 5,
                        leakRate: .rate(5, of: 100, .d18),
                        leakCost: nil
                    ),
                ],
                receipt: Self.receipt
            )
        )
        let gaps = Gaps.rank(now: now)
        #expect(
            gaps.map(\.title.text) == [
                "Contacted after withdrawing consent", "Finished parking, not online",
                "Preference never captured", "Started housing, did not finish", "Preference captured, not used",
                "Not satisfied with housing", "Left housing online, asked staff within a day",
            ]
        )
        #expect(gaps.map(\.people) == [2, 87, 50, 48, 40, 33, 5])
        #expect(gaps.map(\.isRedLine) == [true, false, false, false, false, false, false])
        #expect(gaps[0].now.value == 5)
        #expect(gaps[0].unit == .count)
        #expect(gaps.last?.cost == 17)
        #expect(gaps.last?.target == 0.05)
        #expect(gaps.allSatisfy { $0.change == nil && $0.before == nil })
    }

    @Test("an absent figure is no gap")
    func absent() {
        let figures = Gaps.Figures(indicators: Self.indicators([("housing", Self.figures())]))
        #expect(Gaps.rank(now: figures).isEmpty)
        #expect(Gaps.rank(now: Gaps.Figures()).isEmpty)
    }

    @Test("the change since before: Newcombe for shares, the normal interval for means")
    func change() throws {
        let shares = try #require(Gaps.change(.rate(56, of: 70, .d12), .rate(48, of: 80, .d12)))
        #expect(abs(shares.interval.low - 0.052431) < 5e-7)
        #expect(abs(shares.interval.high - 0.333873) < 5e-7)
        let now = Measure(value: 0.8, low: 0.77, high: 0.83, definition: .d15)
        let before = Measure(value: 0.7, low: 0.66, high: 0.74, definition: .d15)
        let means = try #require(Gaps.change(now, before))
        #expect(abs(means.value - 0.1) < 1e-12)
        #expect(abs(means.interval.low - 0.05) < 1e-12)
        #expect(abs(means.interval.high - 0.15) < 1e-12)
        #expect(Gaps.change(now, nil) == nil)
        #expect(Gaps.change(.absent(.d12, because: ""), before) == nil)
    }

    @Test("groups: only those below the rest beyond the interval, and one a trait")
    func groups() throws {
        func group(_ value: String, _ count: Int, _ total: Int, rest: (Int, Int)) -> EquityResult.Group {
            EquityResult.Group(
                value: value,
                completion: .rate(count, of: total, .d21),
                people: total,
                againstRest: newcombeDifference(count, of: total, minus: rest.0, of: rest.1)
            )
        }
        func equity(_ trait: String, _ groups: [EquityResult.Group]) -> EquityResult {
            EquityResult(
                query: EquityQuery(trait: trait),
                groups: groups,
                whole: .rate(100, of: 200, .d12),
                unknown: .rate(0, of: 10, .d21),
                receipt: Self.receipt
            )
        }
        let now = Gaps.Figures(equity: [
            equity(
                "person.age_band",
                [group("75+", 30, 100, rest: (70, 100)), group("18-24", 35, 100, rest: (65, 100))]
            ),
            equity("person.region", [group("north", 48, 100, rest: (52, 100))]),
            equity("person.small", [group("tiny", 0, 9, rest: (90, 100))]),
        ])
        let gaps = Gaps.rank(now: now)
        #expect(gaps.map(\.title.text) == ["People with age band 75+ complete less"])
        let gap = try #require(gaps.first)
        #expect(abs(gap.target - 0.7) < 1e-12)
        #expect(Overview.standsOut(now: now, before: nil).count == 1)
        #expect(Overview.standsOut(now: now, before: nil).first?.text.contains("75+ 30.0% complete") == true)
    }

    @Test("what stands out: only what differs beyond the interval")
    func standsOut() {
        func period(_ housing: Int, _ parking: Int) -> Gaps.Figures {
            var result = Self.indicators([
                ("housing", Self.figures(completion: .rate(housing, of: 1000, .d12))),
                ("parking", Self.figures(completion: .rate(parking, of: 1000, .d12))),
            ])
            result.overall = Self.figures(completion: .rate(housing + parking, of: 2000, .d12))
            return Gaps.Figures(indicators: result)
        }
        let changed = Overview.standsOut(now: period(600, 700), before: period(500, 700))
        #expect(changed.count == 2)
        #expect(changed.first?.text.hasPrefix("Completion rose to 65.0% (+5.0 points") == true)
        #expect(changed.last?.text.hasPrefix("It rose most in housing (+10.0 points") == true)
        #expect(Overview.standsOut(now: period(502, 700), before: period(500, 700)).isEmpty)
    }
}
