import JourneyModel
import Testing

@Suite("Statistics: the check values of the definitions")
struct StatisticsTests {
    @Test(
        "D7: Wilson intervals",
        arguments: [
            (0, 10, 0, 0.277533), (1, 10, 0.017876, 0.404150), (8, 10, 0.490162, 0.943318),
            (15, 148, 0.062386, 0.160487), (81, 263, 0.255289, 0.366210),
        ]
    )
    func wilson(count: Int, total: Int, low: Double, high: Double) {
        let interval = wilsonInterval(count, of: total)
        #expect(abs(interval.low - low) < 5e-7)
        #expect(abs(interval.high - high) < 5e-7)
    }

    @Test(
        "D7: Newcombe differences",
        arguments: [
            (56, 70, 48, 80, 0.052431, 0.333873), (9, 10, 3, 10, 0.170523, 0.809018),
            (0, 10, 0, 20, -0.161125, 0.277533),
        ]
    )
    func newcombe(x1: Int, n1: Int, x2: Int, n2: Int, low: Double, high: Double) throws {
        let difference = try #require(newcombeDifference(x1, of: n1, minus: x2, of: n2))
        #expect(abs(difference.interval.low - low) < 5e-7)
        #expect(abs(difference.interval.high - high) < 5e-7)
        #expect(newcombeDifference(1, of: 0, minus: 1, of: 2) == nil)
    }

    @Test("D4: quantiles by R-7")
    func quantiles() {
        #expect(quantile(ofSorted: [1, 2, 3, 4, 10], 0.5) == 3)
        #expect(quantile(ofSorted: [1, 2, 3, 4, 10], 0.9).map { abs($0 - 7.6) < 1e-12 } == true)
        #expect(quantile(ofSorted: [], 0.5) == nil)
        #expect(quantile(ofSorted: [7], 1) == 7)
    }

    @Test("D4: Kaplan-Meier on times 1e 2c 3e 3e 4c 5e 7c")
    func kaplanMeier() {
        let curve = KaplanMeier(events: [1, 3, 3, 5], censored: [2, 4, 7])
        #expect(abs(curve.survival(at: 1) - 0.857143) < 5e-7)
        #expect(abs(curve.survival(at: 3) - 0.514286) < 5e-7)
        #expect(abs(curve.survival(at: 5) - 0.257143) < 5e-7)
        #expect(curve.survival(at: 0) == 1)
        #expect(curve.median == 5)
        #expect(KaplanMeier(events: [1], censored: [2, 3]).median == nil)
    }

    @Test("D4: histogram bins, last edge inside")
    func histogram() throws {
        let histogram = try #require(Histogram((1...27).map(Double.init)))
        #expect(histogram.counts == [9, 9, 9])
        #expect(Histogram([])?.counts == nil)
        #expect(Histogram([5, 5])?.counts == [2, 0])
    }

    @Test("Times are counted by the spans they lie in, from the first that holds any to the last", arguments: 0..<8)
    func spans(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let most: Milliseconds = [.second, .hour, 40 * .day, 3 * 365 * .day][seed % 4]
        // A start is inside its own span.
        var times = (0..<(seed * 40 + 1)).map { _ in Milliseconds.random(in: 0...most, using: &random) }
        times += SpanCount.starts.filter { $0 <= most }
        let spans = SpanCount.counts(ofSorted: times.sorted())
        let ends = SpanCount.starts.dropFirst() + [.max]
        for (start, end) in zip(SpanCount.starts, ends) {
            let count = times.count { $0 >= start && $0 < end }
            #expect(spans.first { $0.from == start }?.count ?? 0 == count)
        }
        #expect(try #require(spans.first).count > 0 && #require(spans.last).count > 0)
        #expect(SpanCount.counts(ofSorted: [.hour, 2 * .day]).map(\.count) == [1, 0, 1])
        #expect(SpanCount.counts(ofSorted: []) == [])
    }

    @Test("D16: kappa of the worked matrix")
    func kappaOfTheWorkedMatrix() throws {
        #expect(abs(try #require(kappa(observed: 0.65, expected: 0.42)) - 0.3966) < 5e-5)
        #expect(kappa(observed: 1, expected: 1) == nil)
    }

    @Test("D0: a rate of nobody is absent, never 0")
    func absentRate() {
        let rate = Measure.rate(0, of: 0, .d3)
        #expect(rate.value == nil)
        #expect(!rate.caveats.isEmpty)
        #expect(Measure.rate(3, of: 2, .d12).value == nil)
    }
}
