import Foundation
import Testing

@testable import Dashboard

/// What a screen owns is known in its folder only: a new one touches the list of screens and nothing else here.
struct ScreenOwnershipTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/Dashboard")

    /// The files of the folders that are no screen's, without their comments; of the list of screens only its own file names
    /// any.
    private static func common() throws -> [(name: String, text: String)] {
        let screens = Set(Screens.list.all.map(\.id.title))
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { file in
            let parts = file.pathComponents.dropFirst(sources.pathComponents.count)
            guard let folder = parts.first, !screens.contains(folder), file.lastPathComponent != "Screens.swift" else {
                return nil
            }
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            let code = lines.map { $0.prefix(upTo: $0.firstRange(of: "//")?.lowerBound ?? $0.endIndex) }
            return (parts.joined(separator: "/"), code.joined(separator: "\n"))
        }
    }

    @Test("No folder but a screen's own names it or its types; but for the demo's tour, which is a story")
    func theCoreKnowsNoScreen() throws {
        let kinds = "Screen|Detail|State|Place|Picker|Builder|View|Words|Text"
        for (name, text) in try Self.common() where name != "Tour/TourScript+Demo.swift" {
            for id in Screens.list.all.map(\.id) {
                let member = id.name
                let pattern = try Regex("\\b\(id.title)(\(kinds))\\b|(Place\\(|ScreenID|[!=]= )\\.\(member)\\b")
                #expect(text.firstMatch(of: pattern) == nil, "\(name) names \(id.title)")
            }
        }
    }

    @Test("Folders lie above each other: the list of screens, the screens, and below them what they share")
    func folders() throws {
        for (name, text) in try Self.common() {
            let folder = name.prefix { $0 != "/" }
            // Who asks for all screens is given them; only documents and tours, which begin with none, take the list.
            guard folder != "Screens", folder != "Tour" else { continue }
            #expect(!text.contains("Screens.list"), "\(name) takes the list of screens")
        }
    }
}
