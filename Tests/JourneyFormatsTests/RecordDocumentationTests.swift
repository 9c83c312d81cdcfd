import Foundation
import JourneyModel
import Testing

@testable import JourneyFormats

/// docs/RECORDS.md says of every kind what the kind says of itself; CXM_UPDATE_GOLDEN=1 writes it anew.
@Suite("The page about kinds of records")
struct RecordDocumentationTests {
    private static let document = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/RECORDS.md")

    @Test func theDocumentIsWhatTheTableSays() throws {
        var text = try String(contentsOf: Self.document, encoding: .utf8)
        let start = try #require(text.range(of: "## Kinds\n"))
        let expected = text[..<start.upperBound] + Self.kinds
        if ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1" {
            try Data(expected.utf8).write(to: Self.document)
            text = String(expected)
        }
        #expect(text == expected)
    }

    /// The example that the page shows is read, and comes to what the page says.
    @Test func theExampleIsRead() throws {
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let blocks = text.components(separatedBy: "```")
        let toml = try #require(blocks.first { $0.hasPrefix("toml\n") }).dropFirst(5)
        let csv = try #require(blocks.first { $0.hasPrefix("csv\n") }).dropFirst(4)
        let mapping = try Mapping(toml: String(toml), name: "RECORDS.md")
        #expect(mapping.rows == .records(.annotations))
        let result = try imported(String(csv)) { $0 = mapping }
        #expect(result.rejects.isEmpty && result.sink.records.count == 2)
    }

    private static var kinds: String {
        RecordKind.all.map { kind in
            let head = "\n### \(kind.name)\n\n\(kind.about)\n\n| field | holds | |\n|---|---|---|\n"
            let fields = RowKind.records(kind).fields.compactMap { name in kind.fields.first { $0.name == name } }
            return fields.reduce(into: head) { $0 += "| `\($1.name)` | \(form($1)) | \(remarks($1, of: kind)) |\n" }
        }
        .joined()
    }

    private static func form(_ field: RecordField) -> String {
        let words = field.words.map { "one of " + $0.map { "`\($0)`" }.joined(separator: ", ") }
        let unit = field.unit.map { ", in \($0)" } ?? ""
        switch field.form {
        case .person: return "a person's id"
        case .text: return words ?? "text"
        case .time: return "a time"
        case .real: return "a number" + bounds(field) + unit
        case .whole: return "a whole number" + bounds(field) + unit
        }
    }

    private static func bounds(_ field: RecordField) -> String {
        guard let bounds = field.bounds else { return "" }
        let least = " from \(Int(bounds.lowerBound))"
        return bounds.upperBound.isFinite ? least + " to \(Int(bounds.upperBound))" : least + " on"
    }

    private static func remarks(_ field: RecordField, of kind: RecordKind) -> String {
        var remarks = field.about
        if field.isRequired { remarks += "; **must be there**" }
        switch field.standard {
        case .text(let text): remarks += "; without it: `\(text)`"
        case .whole(let number): remarks += "; without it: \(number)"
        case .real(let number): remarks += "; without it: \(Int(number))"
        case .none, .person: break
        }
        return field == kind.time ? remarks + "; the record's own time" : remarks
    }
}
