import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("The overview says what the other questions say")
struct OverviewTests {
    @Test("gaps, figures and stage of both periods", arguments: [3, 4])
    func overview(seed: UInt64) async throws {
        let analyst = ColumnarAnalyst(RandomTown(seed: seed, events: 600).builder.snapshot())
        let middle = Timestamp(milliseconds: 40 * .day)
        let now = Scope(range: TimeRange(from: middle))
        let before = Scope(range: TimeRange(to: middle))
        func figures(_ scope: Scope) async throws -> Gaps.Figures {
            Gaps.Figures(
                indicators: try await analyst.answer(IndicatorsQuery(scope: scope)),
                preferences: try await analyst.answer(PreferencesQuery(scope: scope)),
                contacts: try await analyst.answer(ContactsQuery(scope: scope)),
                equity: [try await analyst.answer(EquityQuery(scope: scope, trait: "person.band"))]
            )
        }
        let (present, past) = (try await figures(now), try await figures(before))
        let result = try await analyst.answer(OverviewQuery(scope: now, before: before.range))
        #expect(result.gaps == Gaps.rank(now: present, before: past))
        #expect(!result.gaps.isEmpty)
        #expect(result.indicators == present.indicators)
        #expect(result.before == past.indicators?.overall)
        #expect(result.standsOut == Overview.standsOut(now: present, before: past))
        #expect(result.maturity == (try await analyst.answer(MaturityQuery(scope: now))))
        let alone = try await analyst.answer(OverviewQuery(scope: now))
        #expect(alone.before == nil)
        #expect(alone.gaps == Gaps.rank(now: present))
    }
}
