import JourneyModel
import Testing

/// Ranges by the name of their period, as `--before` and file names have them.
struct PeriodRangeTests {
    /// One without, and one whose clocks go forward at 01:00 UTC on 30 March 2025.
    private let zones = [
        Zone.utc, Zone(name: "+05:30", initialOffsetSeconds: 19_800),
        Zone(
            name: "summer",
            initialOffsetSeconds: 0,
            transitions: [.init(from: Timestamp(milliseconds: 1_743_296_400_000), offsetSeconds: 3600)]
        ),
    ]

    @Test(arguments: ["2025", "2025-Q3", "2025-03", "2025-03-30"])
    func aPeriodIsReadBackByItsName(text: String) throws {
        for zone in zones {
            let range = try TimeRange(parsingPeriod: text, in: zone)
            #expect(range.wholePeriod(in: zone)?.label == text)
            #expect(try TimeRange(parsingFrom: text, to: text, in: zone) == range)
        }
    }

    @Test func anyRangeCanBeWritten() throws {
        let range = try TimeRange(parsingPeriod: "2025-03-03..2025-03-09", in: .utc)
        #expect(range == (try TimeRange(parsingFrom: "2025-03-03", to: "2025-03-09", in: .utc)))
        #expect(range.wholePeriod(in: .utc) == nil)
        #expect(try TimeRange(parsingPeriod: "2025-03-03..", in: .utc).to == nil)
        #expect(try TimeRange(parsingPeriod: "..2025-03-03", in: .utc).from == nil)
        let instants = try TimeRange(parsingPeriod: "2025-03-03..2025-03-10T00:00:00.000Z", in: .utc)
        #expect(instants == range)
        #expect(TimeRange.all.wholePeriod(in: .utc) == nil)
    }

    @Test(arguments: ["", "yesterday", "2025-03-09..2025-03-03", "2025..x"])
    func whatIsNoPeriodIsSaid(text: String) {
        #expect(throws: ParsingError.self) { try TimeRange(parsingPeriod: text, in: .utc) }
    }
}
