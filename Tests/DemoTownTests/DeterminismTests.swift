import DemoTown
import JourneyModel
import TestSupport
import Testing

@Suite struct DeterminismTests {
    /// A change of this number is a change of the demo town for everybody: docs, pictures and tours show its figures.
    @Test func aSmallTownIsTheSameOnEveryMachine() throws {
        #expect(try RecordHash.of(DemoTown(people: 300)) == 7_422_356_350_846_379_475)
    }

    @Test func theSameSeedGivesTheSameTown() throws {
        let town = DemoTown(people: 200, seed: 7)
        #expect(try RecordHash.of(town) == RecordHash.of(town))
        #expect(try RecordHash.of(town) != RecordHash.of(DemoTown(people: 200, seed: 8)))
    }

    @Test func aSmallTownIsTheBeginningOfALargerOne() throws {
        let small = try TownRecords.of(DemoTown(people: 150)).events
        let large = try TownRecords.of(DemoTown(people: 300)).events
        #expect(small == Array(large.prefix(small.count)))
    }

    @Test func eventsGrowWithPeople() throws {
        let small = try TownRecords.of(DemoTown(people: 1000)).events.count
        let large = try TownRecords.of(DemoTown(people: 4000)).events.count
        #expect((3.6...4.4).contains(Double(large) / Double(small)))
    }

    @Test func progressRunsFromNothingToOne() throws {
        var steps: [Double] = []
        try DemoTown(people: 250).emit(into: TownRecords()) { steps.append($0) }
        #expect(steps.first == 0)
        #expect(steps.last == 1)
        #expect(steps == steps.sorted())
        #expect((50...250).contains(steps.count))
    }

    @Test func anEmptyTownHasOnlyDeclarations() throws {
        let records = try TownRecords.of(DemoTown(people: 0))
        #expect(records.events.isEmpty)
        #expect(!records.side.isEmpty)
    }

    /// Any last day will do, leap days included; the stories move with it.
    @Test(arguments: [(2024, 2, 29), (2025, 12, 31), (2026, 6, 15)])
    func theTownEndsOnTheLastDay(year: Int, month: Int, day: Int) throws {
        let last = try #require(CivilDate(year: year, month: month, day: day))
        let facts = try TownFacts(TownRecords.of(DemoTown(people: 500, lastDay: last)))
        let end = Zone.utc.start(of: last).advanced(by: .day)
        let start = end.advanced(by: -732 * .day)
        #expect(facts.rows.allSatisfy { $0.time >= start && $0.time < end })
        #expect(facts.rows.contains { end.since($0.time) < 3 * .day })
        #expect(facts.annotations.allSatisfy { $0.time > start && $0.time < end })
    }

    @Test func aSinkThatFailsStopsTheTown() {
        struct Full: Error {}
        final class FullSink: RecordSink {
            func take(_ record: JourneyRecord) throws { throw Full() }
            func reject(_ reject: Reject) throws {}
        }
        #expect(throws: Full.self) { try DemoTown(people: 10).emit(into: FullSink()) { _ in } }
    }
}
