import Foundation
import JourneyModel
import Testing

@testable import JourneyFormats

/// docs/IMPORT.md is all there is to say about mapping files; CXM_UPDATE_GOLDEN=1 writes its templates anew.
@Suite("The page about files and their mappings")
struct ImportDocumentTests {
    private static let document = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/IMPORT.md")

    private func text() throws -> String { try String(contentsOf: Self.document, encoding: .utf8) }

    @Test func theTemplatesAreThere() throws {
        var text = try text()
        let start = try #require(text.range(of: "## Templates\n"))
        let templates = ImportTemplate.all.map { template in
            "\n### \(template.name)\n\n\(template.about)\n\n```toml\n\(template.mapping)```\n\n```csv\n\(template.table)```\n"
        }
        let expected = text[..<start.upperBound] + templates.joined()
        if ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1" {
            try Data(expected.utf8).write(to: Self.document)
            text = String(expected)
        }
        #expect(text == expected)
    }

    /// Every key, every word and every field stands on the page, in backquotes.
    @Test func everythingIsSaid() throws {
        let text = try text().replacing(/(?s)```.*?```/, with: "")
        let said = Set(text.matches(of: /`([^`\n]+)`/).map { String($0.1) })
        let keys = MappingFile.topKeys + MappingFile.timeKeys + MappingFile.numberKeys + ["missing"]
        let words =
            RowKind.allCases.map(\.rawValue) + Mapping.Unmapped.allCases.map(\.rawValue)
            + TextEncoding.allCases.map(\.rawValue) + DecimalMark.allCases.map(\.rawValue)
            + LengthUnit.allCases.map(\.rawValue) + TouchpointRole.allCases.map(\.rawValue)
            + ["digital", "assisted", "message", "percent"]
            + [
                TimeFormat.iso8601, .epochSeconds, .epochMilliseconds, .epochMicroseconds, .epochNanoseconds, .rfc2822,
                .spreadsheet,
            ].map(\.name)
        let fields = RowKind.allCases.flatMap(\.fields)
        for word in keys + words + fields { #expect(said.contains(word), "the page does not say `\(word)`") }
    }

    /// Every mapping that the page shows is read.
    @Test func everyExampleIsRead() throws {
        let blocks = try text().components(separatedBy: "```").filter { $0.hasPrefix("toml\n") }
        #expect(blocks.count > 10)
        for block in blocks {
            let mapping = try Mapping(toml: String(block.dropFirst(5)), name: "IMPORT.md")
            // What is written of it says the same.
            let again = try Mapping(toml: mapping.toml, name: "again")
            #expect(again.toml == mapping.toml && Set(again.columns) == Set(mapping.columns))
            #expect(again.events == mapping.events && again.numbers == mapping.numbers && again.skip == mapping.skip)
            #expect(again.valueMaps == mapping.valueMaps && again.decimal == mapping.decimal)
        }
    }

    /// As it is printed: the mapping in the comments, the table below them.
    @Test("a template is read without a change", arguments: ImportTemplate.all)
    func templates(_ template: ImportTemplate) throws {
        let comments = template.text.split(separator: "\n", omittingEmptySubsequences: false).prefix {
            $0.hasPrefix("#")
        }
        // The first lines are remarks for people.
        let toml = comments.dropFirst(4).map { $0.dropFirst(2) }.joined(separator: "\n")
        let mapping = try Mapping(toml: toml, name: template.name)
        #expect(try mapping == Mapping(toml: template.mapping, name: template.name))
        let result = try imported(template.text) { $0 = mapping }
        #expect(result.rejects.isEmpty && result.partial.isEmpty, "\(result.rejects) \(result.partial)")
        #expect(result.summary.files[0].notes.first?.id == "lines-above-header")
        // Two rows: events of each, or a record each, or a trait a column.
        #expect(result.summary.read == 2 && result.summary.records >= 2)
        let alone = try imported(template.table) { $0 = mapping }
        #expect(alone.sink.records == result.sink.records)
    }

    @Test func aTemplateIsFoundByItsName() throws {
        #expect(try ImportTemplate.named("costs").name == "costs")
        let error = importError { _ = try ImportTemplate.named("cots") }
        #expect(error?.hint.hasPrefix("Did you mean costs?") == true)
        #expect(Set(ImportTemplate.all.map(\.name)).count == ImportTemplate.all.count)
    }
}
