import Canvas
import Dashboard
import Foundation
import JourneyModel
import Reports
import Testing

@testable import Commands

@Suite("Exports of the dashboard")
struct ExporterTests {
    private let scratch: Scratch
    private let theme: Theme
    private let exporter = Exporter(origin: ReportOrigin(store: "stub"), environment: ["LANG": "C.UTF-8"])

    init() throws {
        scratch = try Scratch()
        theme = try ThemeLibrary(folders: []).theme(named: "dark")
    }

    private func picture() -> GridPicture { GridPicture(Canvas(width: 4, height: 1).grid, theme: theme) }

    @Test("have the bytes that cxm show prints into a file", arguments: OutputFormat.all(holding: .answer))
    func formats(format: OutputFormat) async throws {
        let answer = try await OpenedSource.stub().answer(PathsQuery(top: 3))
        let content = Export.Content(answer)
        let export = Export(content: content, format: format, path: scratch.path("paths"))
        let style = TextStyle(width: 80, glyphs: .unicode)
        let expected = try #require(content.answer).rendered(
            as: format,
            style: style,
            from: ReportOrigin(store: "stub")
        )
        let outcome = exporter.write(export) { picture() }
        #expect(outcome == .written(path: scratch.path("paths"), bytes: expected.utf8.count))
        #expect(try scratch.text(of: "paths") == expected)
    }

    @Test("of what no view shows there is a picture and nothing else")
    func catalog() async throws {
        let content = Export.Content(try await OpenedSource.stub().answer(CatalogQuestion()))
        #expect(content.answer == nil)
        let text = exporter.write(Export(content: content, format: .text, path: scratch.path("a"))) { picture() }
        #expect(text == .failed(message: "nothing here can be written as text", hint: "choose picture"))
        let svg = picture().svg
        let drawn = exporter.write(Export(content: content, format: .picture, path: scratch.path("a.svg"))) {
            picture()
        }
        #expect(drawn == .written(path: scratch.path("a.svg"), bytes: svg.utf8.count))
        #expect(try scratch.text(of: "a.svg") == svg)
    }

    @Test("replace nothing unless somebody said so, and say what is in the way")
    func inTheWay() async throws {
        try scratch.write("mine", to: "a.txt")
        let content = Export.Content(levels: [BranchesResult]())
        var export = Export(content: content, format: .json, path: scratch.path("a.txt"))
        #expect(exporter.write(export) { picture() } == .exists(path: scratch.path("a.txt")))
        #expect(try scratch.text(of: "a.txt") == "mine")
        export.mayReplace = true
        if case .written = exporter.write(export, picture: picture) {} else { Issue.record("not written") }
        export.path = scratch.path("none/a.txt")
        if case .failed(let message, let hint) = exporter.write(export, picture: picture) {
            #expect(message.hasPrefix("the folder of ") && !hint.isEmpty)
        } else {
            Issue.record("written without a folder")
        }
    }
}
