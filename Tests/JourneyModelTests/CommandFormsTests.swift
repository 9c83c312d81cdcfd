import Testing

@testable import JourneyModel

private let london = Zone(
    name: "Europe/London",
    initialOffsetSeconds: 0,
    transitions: [
        .init(from: Timestamp(milliseconds: 1_743_296_400_000), offsetSeconds: 3600),
        .init(from: Timestamp(milliseconds: 1_761_440_400_000), offsetSeconds: 0),
    ]
)

@Test(arguments: [
    ("2025-12-31", "2025-12-31", "2025-12-31T00:00:00.000Z", "2026-01-01T00:00:00.000Z"),
    ("2025-10", "2025-12", "2025-10-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"),
    ("2025-Q4", "2025-q4", "2025-10-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"),
    ("2024", "2024", "2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"),
    ("2025-01-01T09:30", "2025-01-01 09:30:15.5", "2025-01-01T09:30:00.000Z", "2025-01-01T09:30:15.500Z"),
    ("2025-01-01T09:30Z", "2025-01-01T09:30-02:00", "2025-01-01T09:30:00.000Z", "2025-01-01T11:30:00.000Z"),
])
func rangesReadWholePeriodsAndTimes(from: String, to: String, start: String, end: String) throws {
    let range = try TimeRange(parsingFrom: from, to: to, in: .utc)
    #expect(range.from?.iso8601 == start)
    #expect(range.to?.iso8601 == end)
}

@Test(arguments: [
    ("31/12/2025", "2025-12-31"), ("1/2/2025", "2025-02-01"), ("31.12.2025", "2025-12-31"),
    ("31 Dec 2025", "2025-12-31"),
    ("Dec 31, 2025", "2025-12-31"), ("1st september 2025", "2025-09-01"), ("31-Dec-2025", "2025-12-31"),
    ("december 2025", "2025-12"), ("Sept. 2025", "2025-09"), ("2025 Q4", "2025-Q4"), ("q4 2025", "2025-Q4"),
])
func datesReadAsAnOfficeWritesThem(text: String, iso: String) throws {
    for zone in [.utc, london] {
        let range = try TimeRange(parsingFrom: text, to: text, in: zone)
        #expect(range == (try TimeRange(parsingFrom: iso, to: iso, in: zone)))
        #expect(try Timestamp(parsingAsOf: text, in: zone) == Timestamp(parsingAsOf: iso, in: zone))
    }
}

@Test(arguments: [
    ("Q4", "2025-11-20", "2025-Q4"), ("Q4", "2025-09-30", "2024-Q4"), ("q1", "2025-01-01", "2025-Q1"),
    ("oct", "2025-11-20", "2025-10"), ("December", "2025-11-20", "2024-12"), ("this month", "2025-11-20", "2025-11"),
    ("last month", "2025-11-20", "2025-10"), ("last week", "2025-11-20", "2025-11-10..2025-11-16"),
    ("last 3 days", "2025-11-20", "2025-11-18..2025-11-20"),
])
func someAreToldByTheEndOfTheData(text: String, end: String, period: String) throws {
    let end = try Timestamp(parsingAsOf: end + "T12:00", in: .utc)
    #expect(TimeRange.movesWithData(text))
    let range = try TimeRange(parsingPeriod: text, in: .utc, endOfData: end)
    #expect(range == (try TimeRange(parsingPeriod: period, in: .utc)))
    #expect(throws: ParsingError.self) { try TimeRange(parsingPeriod: text, in: .utc) }
    #expect(throws: ParsingError.self) { try Timestamp(parsingAsOf: text, in: .utc) }
}

@Test(arguments: [
    "12/31/2025", "01-02-2025", "31/12/25", "Q5 2025", "Q1 2025-26", "2025 2024", "the 3rd", "last", "32 Dec 2025",
])
func whatMayMeanTwoThingsIsRefused(text: String) {
    #expect(!TimeRange.movesWithData(text))
    #expect(throws: ParsingError.self) { try TimeRange(parsingFrom: text, to: nil, in: .utc) }
}

@Test func datesAreDaysOfTheZone() throws {
    let range = try TimeRange(parsingFrom: "2025-07-01", to: "2025-10-31", in: london)
    #expect(range.from?.iso8601 == "2025-06-30T23:00:00.000Z")
    #expect(range.to?.iso8601 == "2025-11-01T00:00:00.000Z")
    let noon = try TimeRange(parsingFrom: "2025-07-01T12:00", to: nil, in: london)
    #expect(noon.from?.iso8601 == "2025-07-01T11:00:00.000Z")
    #expect(try TimeRange(parsingFrom: nil, to: nil, in: london) == .all)
}

@Test(arguments: [
    "", "yesterday", "2025-13", "2025-02-30", "25-01-01", "2025-1-1", "2025-Q5", "2025-01-01T25:00", "2025-01-01T1:00",
    "2025-01-01T09:30:61", "2025-01-01T09:30:00.", "2025-01T09:30", "2025-01-01T09:30+2", "2025-01-01-01", "２０２５",
])
func whatIsNoDateIsRefused(text: String) {
    #expect(throws: ParsingError.self) { try TimeRange(parsingFrom: text, to: nil, in: .utc) }
}

@Test func emptyRangesAreRefused() {
    #expect(throws: ParsingError.self) { try TimeRange(parsingFrom: "2025-02", to: "2025-01", in: .utc) }
    #expect(throws: ParsingError.self) {
        try TimeRange(parsingFrom: "2025-02-01T10:00", to: "2025-02-01T10:00", in: .utc)
    }
}

@Test func asOfADateIsItsLastInstant() throws {
    #expect(try Timestamp(parsingAsOf: "2025-12-31", in: .utc).iso8601 == "2025-12-31T23:59:59.999Z")
    #expect(try Timestamp(parsingAsOf: "2025-12-31T12:00Z", in: .utc).iso8601 == "2025-12-31T12:00:00.000Z")
}

@Test(arguments: ["first", "last", "all", "entry", "step:3"])
func attributionsReadBack(text: String) throws {
    #expect(try FunnelQuery.Attribution(parsing: text).text == text)
}

@Test(arguments: ["", "step", "step:", "step:0", "step:x", "First"])
func unknownAttributionsAreRefused(text: String) {
    #expect(throws: ParsingError.self) { try FunnelQuery.Attribution(parsing: text) }
}

@Test func exclusionsAreTouchpoints() throws {
    let exclusions = try FunnelQuery.Exclusion.parse("cancel|error[service=x]")
    #expect(exclusions.map(\.touchpoint.touchpoint) == ["cancel", "error"])
    #expect(exclusions.last?.touchpoint.filters == [Filter(dimension: "service", values: ["x"])])
    #expect(throws: ParsingError.self) { try FunnelQuery.Exclusion.parse("cancel?") }
}

@Test(
    arguments: [
        ("2:1h..3d", 2, .hour, 3 * .day), ("3:..45s", 3, nil, 45 * .second), ("10:0s..", 10, 0, nil),
    ] as [(String, Int, Milliseconds?, Milliseconds?)]
)
func gapsRead(text: String, step: Int, minimum: Milliseconds?, maximum: Milliseconds?) throws {
    let gap = try StepGap(parsing: text)
    #expect(gap.step == step)
    #expect(gap.minimum == minimum)
    #expect(gap.maximum == maximum)
}

@Test(arguments: ["", "2", "2:", "2:..", "1:..3d", "2:3d..1h", "x:..3d", "2:3d", "2:-1h..", "2:1x.."])
func badGapsAreRefused(text: String) {
    #expect(throws: ParsingError.self) { try StepGap(parsing: text) }
}
