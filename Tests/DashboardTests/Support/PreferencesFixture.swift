import JourneyModel
import TestSupport

extension Fixtures {
    /// Who asked for what, and how they were reached.
    static let preferenceCells: [PreferencesResult.Cell] = {
        let counts: [(String, String, Int)] = [
            ("email", "email", 2502), ("email", "post", 448), ("email", "sms", 1148), ("email", "web", 4),
            ("no preference", "email", 320), ("no preference", "sms", 80), ("phone", "email", 465),
            ("phone", "phone", 176), ("phone", "sms", 160), ("post", "email", 1045), ("post", "post", 342),
            ("post", "sms", 623), ("sms", "email", 1486), ("sms", "post", 574), ("sms", "sms", 1317),
        ]
        return counts.map { PreferencesResult.Cell(preferred: $0.0, used: $0.1, contacts: $0.2) }
    }()

    static func preferences(
        _ query: PreferencesQuery = PreferencesQuery(scope: Scope(range: quarter)),
        matrix: [PreferencesResult.Cell] = preferenceCells
    )
        -> PreferencesResult
    {
        // 10,290 contacts to choosers: by preference and by channel used.
        let margins: [(Double, Double)] = [(4102, 5498), (3377, 3248), (2010, 1364), (801, 176)]
        let expected = margins.map { $0.0 / 10_290 * $0.1 / 10_290 }.reduce(0, +)
        let honoured = Measure.rate(4337, of: 10_290, .d16)
        return PreferencesResult(
            query: query,
            contacted: 21_380,
            asked: .rate(15_020, of: 21_380, .d16),
            captured: .rate(10_690, of: 21_380, .d16),
            usable: .rate(9770, of: 21_380, .d16),
            used: .rate(4661, of: 10_690, .d16),
            honoured: honoured,
            expectedByChance: expected,
            kappa: kappa(observed: 4337.0 / 10_290, expected: expected),
            matrix: matrix,
            contentCaptured: .rate(5120, of: 21_380, .d16),
            contentUsed: .absent(.d16, because: "no contact says whether it was tailored; map a column to tailored"),
            stale: 412,
            conflicting: 31,
            contactsAfterWithdrawal: 4,
            consentCoverage: .rate(7388, of: 8120, .d17),
            consents: [
                .init(purpose: "communication", granted: .rate(7388, of: 8120, .d17)),
                .init(purpose: "analytics", granted: .rate(3021, of: 4010, .d17)),
                .init(purpose: "payment notices", granted: .rate(611, of: 611, .d17)),
            ],
            purposes: [
                .init(
                    purpose: "communication",
                    contacts: 11_902,
                    afterWithdrawal: 4,
                    peopleAfterWithdrawal: 3,
                    uncovered: 0,
                    peopleUncovered: 0
                ),
                .init(
                    purpose: "offers",
                    contacts: 1240,
                    afterWithdrawal: 0,
                    peopleAfterWithdrawal: 0,
                    uncovered: 212,
                    peopleUncovered: 198
                ),
            ],
            uncovered: 212,
            peopleUncovered: 198,
            unknownChannels: [.init(channel: "Text message", people: 47, nearest: "sms")],
            peopleNotUsed: 4810,
            peopleNotHonoured: 4920,
            peopleContactedAfterWithdrawal: 3,
            services: preferenceServices,
            survey: .init(
                services: 12,
                collectChannel: .rate(8, of: 12, .d16),
                useChannel: .rate(4, of: 12, .d16),
                captureContent: .rate(5, of: 12, .d16),
                useContent: .absent(.d16, because: "no contact says whether it was tailored"),
                askBoth: .rate(3, of: 12, .d16),
                askNothing: .rate(4, of: 12, .d16)
            ),
            receipt: receipt(query.scope, [.d16, .d17])
        )
    }

    /// The period before: a little better, and nobody contacted after withdrawal.
    static func preferencesBefore(_ query: PreferencesQuery) -> PreferencesResult {
        var result = preferences(query)
        result.honoured = .rate(4410, of: 10_000, .d16)
        result.contactsAfterWithdrawal = 0
        result.peopleContactedAfterWithdrawal = 0
        return result
    }

    /// Contacts went out, and nobody knows what anybody had asked for.
    static func preferencesWithoutRecords(_ query: PreferencesQuery) -> PreferencesResult {
        var result = preferences(query)
        let none = Measure.absent(.d16, because: "no preferences are recorded")
        result.asked = none
        result.captured = none
        result.usable = none
        result.used = none
        result.honoured = none
        result.expectedByChance = nil
        result.kappa = nil
        result.matrix = []
        return result
    }

    private static var preferenceServices: [PreferencesResult.ServiceRow] {
        func row(
            _ name: String,
            _ people: Int,
            _ asked: Int,
            _ captured: Int,
            _ used: (Int, Int),
            _ honoured: (Int, Int)
        )
            -> PreferencesResult.ServiceRow
        {
            PreferencesResult.ServiceRow(
                service: name,
                contacted: people,
                asked: .rate(asked, of: people, .d16),
                captured: .rate(captured, of: people, .d16),
                used: used.1 == 0
                    ? .absent(.d16, because: "nobody contacted had given a preference")
                    : .rate(used.0, of: used.1, .d16),
                honoured: honoured.1 == 0
                    ? .absent(.d16, because: "nobody contacted had chosen a channel")
                    : .rate(honoured.0, of: honoured.1, .d16)
            )
        }
        return [
            row("council tax", 9100, 7010, 5200, (3900, 5290), (2700, 5090)),
            row("housing", 6210, 4800, 3100, (120, 3100), (546, 3000)),
            row("school places", 3900, 2905, 1500, (11, 1500), (345, 1440)),
            row("waste", 2170, 305, 0, (0, 0), (0, 0)),
        ]
    }
}
