import TestSupport
import Testing

/// The folders of the module are floors: who stands on one knows those below it, and nobody above.
@Suite("The floors of Commands")
struct FloorsTests {
    /// From the ground up. The commands themselves, which stand in no folder, are the roof.
    private static let floors: [Floors.Floor] = [
        "Program", "Output", "Settings", "UserFiles", "Source", "Recording", "Dashboard", "Options", "Forget", "Import",
        "FirstLook", "Report", "Declare", "Sync", "Erase", "Plain", "Tour", "Manual", "Show", "",
    ]

    @Test("no file names a type or function of a floor above its own")
    func downwardsOnly() throws {
        let floors = try Floors(of: "Commands", Self.floors)
        #expect(floors.names > 50)
        #expect(floors.complaints() == [])
    }

    @Test("the archive is known to what opens --store, and to what writes to a store, and to nobody else")
    func archive() throws {
        let files = try Floors(of: "Commands", Self.floors).files
        let allowed: Set = [
            "Source/SourceArgument.swift", "Source/Archive+Warning.swift", "ImportCommand.swift",
            "Import/ImportRun.swift", "Declare/DeclareRun.swift", "Erase/EraseRun.swift", "Forget/ForgetRun.swift",
        ]
        #expect(Set(files.filter { $0.text.contains("import JourneyArchive") }.map(\.name)) == allowed)
    }
}
