import TestSupport
import Testing

@Suite("The floors of JourneyIndex")
struct FloorsTests {
    /// Scans know the workbench, and nothing of the facade that hands them questions, which is the roof.
    @Test("no file names a type or function of a floor above its own, or beside it")
    func downwardsOnly() throws {
        let floors = try Floors(
            of: "JourneyIndex",
            [
                ["Columns", "Memory"], "File", ["Build", "Events"], "Projections", "Scope", "Workbench",
                ["Journeys", "Sides"], "Members", ["HandOffs", "Transactions"],
                [
                    "Catalog", "Channels", "Contacts", "Equity", "FirstFunnel", "Funnel", "Indicators", "Paths",
                    "Preferences",
                ],
                ["Maturity", "Subjects", "Parts"], "",
            ]
        )
        #expect(floors.names > 100)
        #expect(floors.complaints() == [])
    }
}
