import JourneyModel
import TestSupport
import Testing

struct PeriodTextTests {
    private func day(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
        CivilDate(year: year, month: month, day: day).map { Zone.utc.start(of: $0) } ?? Timestamp(milliseconds: 0)
    }

    @Test(arguments: [
        "all", "2025", "2025-Q4", "2025-10", "2025-10-03", "2025-10-03..2025-11-12", "2025-10-03..", "..2025-10-03",
        "2025-10-03T09:30:00.000Z..2025-10-03T10:00:00.000Z",
    ])
    func whatIsWrittenIsReadBack(_ text: String) throws {
        let range = try TimeRange(parsingPeriod: text, in: .utc)
        #expect(range.periodText(in: .utc) == text)
    }

    @Test func everyRangeIsReadBack() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<2000 {
            let whole = Bool.random(using: &random)
            func time() -> Timestamp {
                let milliseconds = Int64.random(in: 0...2_000_000_000_000, using: &random)
                return Timestamp(milliseconds: whole ? milliseconds / .day * .day : milliseconds)
            }
            let ends = [time(), time()].sorted()
            guard ends[0] < ends[1] else { continue }
            let range = TimeRange(
                from: Int.random(in: 0..<6, using: &random) == 0 ? nil : ends[0],
                to: Int.random(in: 0..<6, using: &random) == 0 ? nil : ends[1]
            )
            #expect(try TimeRange(parsingPeriod: range.periodText(in: .utc), in: .utc) == range)
        }
    }

    @Test(arguments: ["", "..", "2025-13", "last quarter", "2025..2024", "yesterday"])
    func whatIsNoPeriodSaysSo(_ text: String) {
        #expect(throws: ParsingError.self) { try TimeRange(parsingPeriod: text, in: .utc) }
    }

    @Test(arguments: [
        ("2025-Q4", "2025-Q3"), ("2025-01", "2024-12"), ("2025", "2024"), ("2025-03-01", "2025-02-28"),
        ("2025-02-01..2025-02-10", "2025-01-22..2025-01-31"), ("2025-11-03..2025-11-09", "2025-10-27..2025-11-02"),
    ])
    func theOneBefore(_ text: String, _ before: String) throws {
        let range = try TimeRange(parsingPeriod: text, in: .utc)
        #expect(range.before(in: .utc)?.periodText(in: .utc) == before)
        #expect(TimeRange(from: range.from).before(in: .utc) == nil)
    }

    @Test(arguments: [
        ("last quarter", 2025, 12, 31, "2025-Q4", "2025-Q3"), ("last quarter", 2025, 12, 20, "2025-Q3", "2025-Q2"),
        ("this quarter", 2025, 12, 20, "2025-Q4", "2025-Q3"), ("last month", 2025, 3, 2, "2025-02", "2025-01"),
        ("this year", 2025, 3, 2, "2025", "2024"), ("last year", 2025, 3, 2, "2024", "2023"),
        ("last 28 days", 2025, 3, 2, "2025-02-03..2025-03-02", "2025-01-06..2025-02-02"),
        ("last 1 days", 2025, 3, 2, "2025-03-02", "2025-03-01"),
    ])
    func relativePeriods(
        _ text: String,
        _ year: Int,
        _ month: Int,
        _ last: Int,
        _ range: String,
        _ before: String
    ) throws {
        let period = try #require(RelativePeriod(text))
        #expect(period.text == text)
        let ranges = period.ranges(endOfData: day(year, month, last), in: .utc)
        #expect(ranges.range.periodText(in: .utc) == range)
        #expect(ranges.before.periodText(in: .utc) == before)
    }

    @Test(arguments: [
        "", "last", "next quarter", "last decade", "last 0 days", "last -3 days", "last 5 weeks", "last 99999999 days",
    ])
    func whatIsNoRelativePeriod(_ text: String) {
        #expect(RelativePeriod(text) == nil)
    }
}
