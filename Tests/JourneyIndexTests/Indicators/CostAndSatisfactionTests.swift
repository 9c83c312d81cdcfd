import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D14 and D15: cost per transaction and satisfaction")
struct CostAndSatisfactionTests {
    private func overall(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> Indicators {
        try await ColumnarAnalyst(builder.snapshot()).answer(IndicatorsQuery(scope: scope)).overall
    }

    /// Completions a day apart, and costs.
    private func store(days: Range<Int64>, _ costs: [CostRecord]) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for day in days {
            builder.add(person: "p\(day)", time: day * .day, "done", ["service": "housing", "channel": "web"])
        }
        builder.side.append(.touchpointRole(touchpoint: "done", service: nil, role: .end))
        builder.side += costs.map { .cost($0) }
        return builder
    }

    private func cost(
        _ amount: Double,
        _ days: Range<Int64>,
        service: String = "housing",
        channel: String? = nil,
        currency: String = "GBP"
    ) -> CostRecord {
        CostRecord(
            service: service,
            channel: channel,
            amount: amount,
            currency: currency,
            from: Timestamp(milliseconds: days.lowerBound * .day),
            to: Timestamp(milliseconds: days.upperBound * .day)
        )
    }

    @Test("costs and completions of the same time, prorated")
    func prorated() async throws {
        // Days 0..<100 of data, one completion each; the cost covers days 50..<150, half of it before the data end.
        let builder = store(days: 0..<101, [cost(1000, 50..<150)])
        let range = TimeRange(to: Timestamp(milliseconds: 100 * .day))
        let figure = try await overall(builder, Scope(range: range)).costPerTransaction
        #expect(figure.numerator.map { abs($0 - 500) < 1e-9 } == true)
        #expect(figure.denominator == 50)
        #expect(figure.value.map { abs($0 - 10) < 1e-9 } == true)
        #expect(figure.caveats.map(\.text) == ["the data cover 100 days of the twelve months"])
    }

    @Test("only the twelve months before the range's end count")
    func trailing() async throws {
        let builder = store(days: 0..<800, [cost(730, 0..<730), cost(70, 730..<800, channel: "web")])
        let range = TimeRange(
            from: Timestamp(milliseconds: 700 * .day),
            to: Timestamp(milliseconds: 731 * .day)
        )
        // 1972-01-02 back to 1971-01-02: 365 days, of which the last costs 1 of the web row.
        let figure = try await overall(builder, Scope(range: range)).costPerTransaction
        #expect(figure.denominator == 365)
        #expect(figure.numerator.map { abs($0 - 365) < 1e-9 } == true)
        #expect(figure.caveats.isEmpty)
    }

    @Test("a filter that nothing matches leaves no cost, and no time to count back from")
    func nothingMatches() async throws {
        let builder = store(days: 0..<100, [cost(1000, 0..<100)])
        let nothing = Scope(filters: [Filter(dimension: "service", values: ["no such"])])
        let figure = try await overall(builder, nothing).costPerTransaction
        #expect(figure.value == nil && !figure.caveats.isEmpty)
    }

    @Test("absent, with the reason")
    func absentCosts() async throws {
        func reason(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> String {
            let figure = try await overall(builder, scope).costPerTransaction
            #expect(figure.value == nil)
            return figure.caveats.first?.text ?? ""
        }
        #expect(try await reason(store(days: 0..<5, [])).contains("no costs"))
        let two = [cost(1, 0..<5), cost(1, 0..<5, currency: "EUR")]
        #expect(try await reason(store(days: 0..<5, two)).contains("EUR and GBP"))
        let elsewhere = store(days: 0..<5, [cost(1, 0..<5, service: "other")])
        #expect(try await reason(elsewhere).contains("no service has both"))
        let filtered = Scope(filters: [Filter(dimension: "channel", values: ["web"])])
        #expect(try await reason(store(days: 0..<5, [cost(1, 0..<5)]), filtered).contains("'channel'"))
    }

    private func ratings(_ counts: [Int]) -> SnapshotBuilder {
        var builder = store(days: 0..<2, [])
        for (index, count) in counts.enumerated() {
            for _ in 0..<count {
                builder.side.append(
                    .feedback(
                        FeedbackRecord(
                            time: Timestamp(milliseconds: .day),
                            service: "housing",
                            score: Double(index + 1)
                        )
                    )
                )
            }
        }
        return builder
    }

    @Test("the check of D15: 5, 5, 10, 40, 40 is 76.25%, and 80% are satisfied")
    func satisfaction() async throws {
        let figure = try await overall(ratings([5, 5, 10, 40, 40])).satisfaction
        #expect(figure.value.map { abs($0 - 0.7625) < 1e-12 } == true)
        #expect(figure.denominator == 100)
        #expect(figure.caveats.map(\.text) == ["80.0% satisfied (4 or 5 of 5), 100 ratings"])
        // By hand: the shares are 0, .25, .5, .75, 1; their variance with n - 1 is 7.171875 / 99.
        let half = 1.959963984540054 * (7.171875 / 99 / 100).squareRoot()
        #expect(figure.low.map { abs($0 - (0.7625 - half)) < 1e-9 } == true)
        #expect(figure.high.map { abs($0 - (0.7625 + half)) < 1e-9 } == true)
    }

    @Test("few ratings: a bootstrap that is the same every time; one rating has no interval")
    func bootstrap() async throws {
        let few = try await overall(ratings([2, 0, 3, 0, 5])).satisfaction
        let again = try await overall(ratings([2, 0, 3, 0, 5])).satisfaction
        #expect(few == again)
        let (low, high) = (try #require(few.low), try #require(few.high))
        let value = try #require(few.value)
        #expect(low > 0.3 && low < value && value < high && high < 0.95)
        let one = try await overall(ratings([0, 0, 0, 1, 0])).satisfaction
        #expect(one.value == 0.75)
        #expect(one.low == nil)
        let alike = try await overall(ratings([0, 0, 5, 0, 0])).satisfaction
        #expect(alike.value == 0.5)
        #expect(alike.low == nil)
        #expect(alike.caveats.last?.text.contains("all alike") == true)
    }

    @Test("filters that feedback carries apply, others make it absent")
    func filters() async throws {
        let builder = ratings([0, 0, 0, 0, 4])
        func figure(_ filter: Filter) async throws -> Measure {
            try await overall(builder, Scope(filters: [filter])).satisfaction
        }
        #expect(try await figure(Filter(dimension: "service", values: ["housing"])).value == 1)
        #expect(try await figure(Filter(dimension: "service", values: ["housing"], isNegated: true)).value == nil)
        #expect(
            try await overall(store(days: 0..<2, [])).satisfaction.caveats.first?.text.contains("no feedback") == true
        )
        var known = builder
        known.side.append(.personTrait(person: "p0", trait: NamedValue("band", "old")))
        known.side.append(
            .feedback(FeedbackRecord(time: Timestamp(milliseconds: .day), person: "p0", service: "housing", score: 1))
        )
        let old = try await overall(known, Scope(filters: [Filter(dimension: "person.band", values: ["old"])]))
        #expect(old.satisfaction.value == 0)
        #expect(old.satisfaction.denominator == 1)
        let others = try await overall(
            known,
            Scope(filters: [Filter(dimension: "person.band", values: ["old"], isNegated: true)])
        )
        #expect(others.satisfaction.value == 1)
        var regional = builder
        regional.add(person: "a", time: 0, "x", ["region": "north"])
        let blocked = try await overall(regional, Scope(filters: [Filter(dimension: "region", values: ["north"])]))
        #expect(blocked.satisfaction.caveats.first?.text.contains("'region'") == true)
    }
}
