import JourneyModel
import Testing

@Suite("Time")
struct TimeTests {
    @Test("Every day from 1600 to 2400 comes back from its day number")
    func civilDatesRoundTrip() throws {
        let first = try #require(CivilDate(year: 1600, month: 1, day: 1)).daysSinceEpoch
        var year = 1600
        var month = 1
        var day = 1
        for number in first..<first + 292_195 {
            let date = CivilDate(daysSinceEpoch: number)
            #expect((date.year, date.month, date.day) == (year, month, day))
            #expect(date.daysSinceEpoch == number)
            day += 1
            if day > CivilDate.days(inMonth: month, of: year) { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }
        #expect(year == 2400)
    }

    @Test("ISO 8601 with milliseconds, also before 1970")
    func iso8601() {
        #expect(Timestamp(milliseconds: 1_286_004_039_266).iso8601 == "2010-10-02T07:20:39.266Z")
        #expect(Timestamp(milliseconds: -1).iso8601 == "1969-12-31T23:59:59.999Z")
    }

    /// London in 2025: summer time from 30 March 01:00Z to 26 October 01:00Z.
    private let london = Zone(
        name: "Europe/London",
        initialOffsetSeconds: 0,
        transitions: [
            .init(from: Timestamp(milliseconds: 1_743_296_400_000), offsetSeconds: 3600),
            .init(from: Timestamp(milliseconds: 1_761_440_400_000), offsetSeconds: 0),
        ]
    )

    @Test(
        "Local times on the days when the clocks change",
        arguments: [
            // 2025-03-30 00:30, 01:30 (skipped), 02:30; 2025-10-26 00:30, 01:30 (twice: the first), 02:30.
            (1_743_294_600_000, 1_743_294_600_000), (1_743_298_200_000, 1_743_298_200_000),
            (1_743_301_800_000, 1_743_298_200_000), (1_761_438_600_000, 1_761_435_000_000),
            (1_761_442_200_000, 1_761_438_600_000), (1_761_445_800_000, 1_761_445_800_000),
        ] as [(Int64, Int64)]
    )
    func clockChanges(local: Int64, expected: Int64) {
        #expect(london.instant(localMilliseconds: local).milliseconds == expected)
    }

    @Test("Periods in a zone")
    func periods() throws {
        let date = try #require(CivilDate(year: 2025, month: 12, day: 31))
        #expect(Period(.month, containing: date).label == "2025-12")
        #expect(Period(.quarter, containing: date).advanced(by: 1).label == "2026-Q1")
        #expect(Period(.week, containing: date).first.text == "2025-12-29")
        let march = try #require(CivilDate(year: 2025, month: 3, day: 1))
        let range = Period(.month, containing: march).range(in: london)
        #expect(range.from == Timestamp(milliseconds: 1_740_787_200_000))
        #expect(range.to == Timestamp(milliseconds: 1_743_462_000_000))
        #expect(range.contains(Timestamp(milliseconds: 1_743_461_999_999)))
        #expect(!range.contains(Timestamp(milliseconds: 1_743_462_000_000)))
    }
}
