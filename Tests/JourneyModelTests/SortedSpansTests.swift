import JourneyModel
import Testing

@Suite("Sorting and medians of many spans")
struct SortedSpansTests {
    @Test("digit by digit gives what comparing gives", arguments: 0..<12)
    func sorting(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let ranges: [ClosedRange<Int64>] = [
            0...1, 0...999, -5...(1 << 40), 0...Int64.max, Int64.min...Int64.max, 7...7,
        ]
        let range = ranges[seed % ranges.count]
        for count in [0, 1, 2, 4095, 4097, 20_000] {
            let values = (0..<count).map { _ in Int64.random(in: range, using: &random) }
            #expect(sortedAscending(values) == values.sorted())
        }
    }

    @Test("the median is that of all in order", arguments: 0..<12)
    func medians(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let most: Int64 = [3, 1000, 1_209_600_000, 1 << 50][seed % 4]
        for count in [1, 2, 3, 4097, 4098, 20_001, 20_002] {
            var values = (0..<count).map { _ in Int64.random(in: 0...most, using: &random) }
            // A gap in the middle, and many of one value.
            if seed % 3 == 0 { values = values.map { $0 > most / 2 ? $0 &+ most : 5 } }
            #expect(medianOfSpans(values) == quantile(ofSortedSpans: values.sorted(), 0.5))
        }
        #expect(medianOfSpans([]) == nil)
    }
}
