import Foundation
import JourneyModel
import Testing

@testable import JourneyFormats

/// docs/DECLARATIONS.md names every key that the reader takes, and no other.
@Suite("The page about declarations")
struct DeclarationsDocumentationTests {
    private static let document = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/DECLARATIONS.md")

    private func text() throws -> String { try String(contentsOf: Self.document, encoding: .utf8) }

    /// The keys of the tables of each section of the page, by its heading.
    private func documented() throws -> [String: [String]] {
        var keys: [String: [String]] = [:]
        var heading = ""
        for line in try text().split(separator: "\n") {
            if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
            if line.hasPrefix("| `") { keys[heading, default: []].append(String(line.split(separator: "`")[1])) }
        }
        return keys
    }

    private func words<Key: RawRepresentable & CaseIterable>(_ type: Key.Type) -> [String]
    where Key.RawValue == String {
        Key.allCases.map(\.rawValue)
    }

    @Test("every key of every section has its row, and no other key has one")
    func keys() throws {
        let roles = words(TouchpointRole.self) + ["success", "same", "funnel", "goals"]
        #expect(
            try documented() == [
                "`[organisation]`": words(DeclarationKeys.Organisation.self),
                "`[channels]`": words(DeclarationKeys.Channel.self),
                "`[roles]` and `[services.NAME]`": roles,
                "`[goals]`": words(Declarations.Goals.Key.self),
                "`[[references]]`": words(DeclarationKeys.Reference.self),
                "`[[annotations]]`": words(DeclarationKeys.Annotation.self),
                "`[[funnels]]`": words(DeclarationKeys.Funnel.self),
                "The nightly job": words(SyncBook.Key.self) + words(SyncBook.SourceKey.self),
            ]
        )
        #expect(Set(roles) == Set(words(TouchpointRole.self) + words(DeclarationKeys.Service.self)))
        let page = try text()
        for section in words(DeclarationKeys.Section.self) where section != "services" {
            #expect(page.contains("## `[\(section)]") || page.contains("## `[[\(section)]]`"), "\(section)")
        }
        for word in words(Declarations.PhaseName.self) + words(Declarations.ChannelWord.self) {
            #expect(page.contains("`\(word)`"), "\(word)")
        }
    }

    @Test("the example is read, and says something of every section")
    func example() throws {
        let blocks = try text().components(separatedBy: "```")
        let toml = try #require(blocks.first { $0.hasPrefix("toml\n") }).dropFirst(5)
        let declarations = try DeclarationsFile(String(toml), name: "DECLARATIONS.md").declarations
        for section in words(DeclarationKeys.Section.self) {
            #expect(toml.contains("[\(section)"), "\(section)")
        }
        #expect(declarations.services.first?.roles.entries.count == 7)
        #expect(declarations.toml == String(toml))
    }
}
