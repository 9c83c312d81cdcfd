import TestSupport
import Testing

@Suite("The floors of JourneyModel")
struct FloorsTests {
    private static let floors: [Floors.Floor] = [
        "Grammar", "Time", "Statistics", "Vocabulary", "Records", "Declarations", "Snapshot", "Import", "Disclosure",
        "Asking",
        "Maturity", "Questions", "Source",
    ]

    @Test("no file names a type or function of a floor above its own")
    func downwardsOnly() throws {
        let floors = try Floors(of: "JourneyModel", Self.floors)
        #expect(floors.names > 100)
        #expect(floors.complaints() == [])
    }

    @Test("a house upside down, with a floor too few or too many, is not taken for one that stands")
    func complaints() throws {
        let fallen = try Floors(of: "JourneyModel", Self.floors.reversed()).complaints()
        #expect(fallen.contains("Questions/Funnel.swift names Measure, which is in Vocabulary"))
        let beside = try Floors(of: "JourneyModel", [["Grammar", "Time"]] + Self.floors.dropFirst(2)).complaints()
        #expect(beside.contains("Time/SpanWord.swift names ParsingError, which is in Grammar"))
        let lacking = try Floors(of: "JourneyModel", Array(Self.floors.dropFirst())).complaints()
        #expect(lacking == ["'Grammar' has no floor"])
        let more = try Floors(of: "JourneyModel", ["Attic"] + Self.floors).complaints()
        #expect(more == ["'Attic' is no folder"])
    }
}
