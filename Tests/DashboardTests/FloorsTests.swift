import TestSupport
import Testing

@Suite("The floors of Dashboard")
struct FloorsTests {
    /// The core is six folders that know each other; a seventh would be one too many.
    @Test("no file names a type or function of a floor above its own, or beside it")
    func downwardsOnly() throws {
        let floors = try Floors(
            of: "Dashboard",
            [
                .circle(["State", "Loop", "Keys", "Overlays", "Views", "Export"]), ["Frame", "Shared"],
                ["Channels", "Data", "Maturity", "Paths", "People", "Preferences"], "Equity", "Funnel", "Overview",
                "Screens", ["Plain", "Tour"],
            ]
        )
        #expect(floors.names > 100)
        #expect(floors.complaints() == [])
    }
}
