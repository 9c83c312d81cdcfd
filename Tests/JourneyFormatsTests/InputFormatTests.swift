import Foundation
import Testing
import Threads

@testable import JourneyFormats

@Suite("The list of input formats")
struct InputFormatTests {
    @Test func namesAndEndingsAreGivenOnce() {
        #expect(Set(InputFormat.all.map(\.name)).count == InputFormat.all.count)
        let endings = InputFormat.all.flatMap(\.endings)
        #expect(Set(endings).count == endings.count && endings.allSatisfy { $0 == $0.lowercased() })
        #expect(InputFormat.all.allSatisfy { InputFormat(name: $0.name) == $0 })
        #expect(InputFormat(name: "docx") == nil && InputFormat(name: "auto") == nil)
    }

    @Test func everyEndingNamesItsFormat() throws {
        for format in InputFormat.all {
            for ending in format.endings {
                #expect(try InputFormat.detect(name: "a.\(ending)", beginning: []) == format)
                #expect(try InputFormat.detect(name: "A.B.\(ending.uppercased()).GZ", beginning: []) == format)
                // An ending is not the whole name.
                #expect(throws: ImportError.self) { try InputFormat.detect(name: ending, beginning: []) }
            }
        }
    }

    @Test func messagesAndHelpListThemAll() {
        for format in InputFormat.all { #expect(InputFormat.list.contains(format.name)) }
        #expect(InputFormat.names(lastJoinedBy: "or").hasPrefix("csv, tsv"))
        let error = importError { _ = try imported("words", name: "a.txt") }
        #expect(error?.hint == "Formats that are read: \(InputFormat.list). Say which with --format")
    }

    @Test(
        "an empty file is told what its own format begins with",
        arguments: [
            ("a.csv", nil, "The first line must name the columns."),
            ("a.tsv.gz", nil, "The first line must name the columns."),
            ("a.xes", nil, "A log begins with the element <log>."),
            ("a.dat", .xes, "A log begins with the element <log>."),
            ("a.dat", nil, "Nothing was stored. Was the export finished?"),
        ] as [(String, InputFormat?, String)]
    )
    func empty(name: String, format: InputFormat?, hint: String) {
        let error = importError {
            _ = try OpenedInput(.bytes([], name: name), format: format, mapping: Mapping(), .never)
        }
        #expect(error?.message == "\(name): is empty" && error?.hint == hint)
    }

    @Test func aHeaderGoesAboveRejectsOnlyWhereThereIsOne() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func header(_ name: String, _ text: String, _ format: InputFormat? = nil) throws -> String? {
            let file = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: file)
            return try FileImport([], format: format).header(of: .file(file.path))
        }
        #expect(try header("a.csv", "x,y\r\n1,2\n") == "x,y")
        #expect(try header("a.tsv", "x\ty\n") == "x\ty")
        #expect(try header("a.xes", "<log/>\n") == nil)
        #expect(try header("a.dat", "x;y\n1;2\n") == "x;y")
        #expect(try header("a.dat", "<log/>\n", .xes) == nil)
        #expect(try header("a.csv.gz", "x,y\n") == nil)
        #expect(try FileImport([], format: .csv).header(of: .bytes([0x61], name: "a.csv")) == nil)
    }

    /// A format is asked for its properties, never which one it is: else the next one is forgotten there.
    @Test func nothingElseAsksWhichFormatItIs() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let own = ["JourneyFormats/CSV/", "JourneyFormats/XES/", "JourneyFormats/Formats/"]
        let files = try #require(FileManager.default.enumerator(atPath: sources.path))
        var looked = 0
        for case let path as String in files where path.hasSuffix(".swift") && !own.contains(where: path.hasPrefix) {
            looked += 1
            let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
            for format in InputFormat.all {
                #expect(!text.contains("InputFormat.\(format.name)"), "\(path)")
                // What answers can be printed as has a word in common.
                guard !["csv"].contains(format.name) else { continue }
                #expect(!text.contains("\"\(format.name)\"") && !text.contains("== .\(format.name)"), "\(path)")
                #expect(!text.contains("!= .\(format.name)") && !text.contains("case .\(format.name)"), "\(path)")
            }
        }
        #expect(looked > 300)
    }
}
