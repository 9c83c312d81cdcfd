import Foundation
import Testing

/// Answers hold no sentences because nothing that makes them can make one.
@Suite("No module below the screens words anything")
struct LayerTests {
    private static let below = [
        "JourneyModel", "JourneyFormats", "JourneyStore", "JourneyIndex", "JourneyArchive", "DemoTown", "Canvas",
        "Terminal", "OwnFiles", "TOML",
    ]
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The text of the target `name` in the manifest.
    private func target(_ name: String, in manifest: String) throws -> Substring {
        let start = try #require(manifest.range(of: "target(name: \"\(name)\"") ?? long(name, in: manifest))
        let rest = manifest[start.lowerBound...]
        return rest.prefix(upTo: rest.range(of: "swiftSettings")?.lowerBound ?? rest.endIndex)
    }

    private func long(_ name: String, in manifest: String) -> Range<String.Index>? {
        manifest.range(of: "arget(\n            name: \"\(name)\"")
    }

    @Test("The manifest gives none of them the wording", arguments: below)
    func manifest(module: String) throws {
        let manifest = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        #expect(try !target(module, in: manifest).contains("\"Wording\""))
        #expect(try target("Reports", in: manifest).contains("\"Wording\""))
    }

    @Test("No file of theirs imports it", arguments: below)
    func imports(module: String) throws {
        let folder = Self.root.appendingPathComponent("Sources/\(module)")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var read = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            read += 1
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            #expect(!lines.contains { $0.hasSuffix("import Wording") }, "\(file.lastPathComponent)")
        }
        #expect(read > 1)
    }
}
