import Foundation
import Testing

/// The folders of the module are floors: who stands on one knows those below it, and nobody above.
@Suite("The floors of Commands")
struct FloorsTests {
    /// From the ground up. The commands themselves, which stand in no folder, are the roof.
    private static let floors = [
        "Program", "Output", "Settings", "UserFiles", "Source", "Recording", "Dashboard", "Options", "Import", "Report",
        "Erase", "Plain", "Tour", "Manual", "Show", "",
    ]

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Commands")

    private struct File {
        var name: String
        var folder: String
        var text: String
    }

    private static func files() throws -> [File] {
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.map { name in
            let parts = name.split(separator: "/")
            return File(
                name: name,
                folder: parts.count > 1 ? String(parts[0]) : "",
                text: try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            )
        }
    }

    @Test("no file names a type or function of a floor above its own")
    func downwardsOnly() throws {
        let files = try Self.files()
        #expect(Set(files.map(\.folder)).subtracting(Self.floors).isEmpty, "a folder without a floor")
        var home: [String: String] = [:]
        for file in files {
            let declared = file.text.matches(
                of: /(?m)^(?:public |final )*(?:struct|class|enum|protocol|typealias|func) (\w+)/
            )
            for match in declared { home[String(match.1)] = file.folder }
        }
        #expect(home.count > 50)
        let rank = Dictionary(uniqueKeysWithValues: Self.floors.enumerated().map { ($1, $0) })
        for file in files {
            let code = file.text.replacing(/\/\/.*/, with: "")
            // What stands behind a dot is somebody else's: a member, or a type within another.
            for match in code.matches(of: /\.?\b\w+/) where match.0.first != "." {
                let name = String(match.0)
                guard let other = home[name], let above = rank[other], let own = rank[file.folder] else { continue }
                #expect(above <= own, "\(file.name) names \(name), which is in \(other)")
            }
        }
    }

    @Test("the archive is known to what opens --store, and to what writes to a store, and to nobody else")
    func archive() throws {
        let knowing = try Self.files().filter { $0.text.contains("import JourneyArchive") }.map(\.name)
        let allowed: Set = [
            "Source/SourceArgument.swift", "Source/Archive+Warning.swift", "ImportCommand.swift",
            "Import/ImportRun.swift", "Erase/EraseRun.swift",
        ]
        #expect(Set(knowing) == allowed)
    }
}
