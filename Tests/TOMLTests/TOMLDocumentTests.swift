import Foundation
import TOML
import Testing

@Suite("A text with its name and lines")
struct TOMLDocumentTests {
    @Test func whatIsWrongIsSaidWithFileAndLine() throws {
        let document = try TOMLDocument("a = 1\n\nb = 2\n", name: "x.toml")
        let entry = try #require(document.table.entries(otherThan: ["a"]).first)
        let problem = document.problem(entry.line, "there is no b", hint: "write a")
        #expect(problem.description == "x.toml:3: there is no b" && problem.sentence == "x.toml, line 3: there is no b")
        #expect(problem.hint == "write a")
        let whole = document.problem(nil, "it is empty")
        #expect(whole.description == "x.toml: it is empty" && whole.sentence == "x.toml: it is empty")
        let broken = try #require(throws: TextProblem.self) { try TOMLDocument("a = 1\nb = [", name: "x.toml") }
        #expect(broken.file == "x.toml" && broken.line == 2)
    }

    @Test func aPartOfAFileCountsTheFilesLines() throws {
        let part = try TOMLDocument("c = 1\nd = 2\n", name: "x.toml", firstLine: 10)
        #expect(part.problem(part.table.line(of: "d"), "no").line == 11)
        let broken = try #require(throws: TextProblem.self) {
            try TOMLDocument("c = 1\nd = [", name: "x.toml", firstLine: 10)
        }
        #expect(broken.line == 11)
    }

    @Test func noFileIsNoDocumentAndAFolderIsAProblem() throws {
        #expect(try TOMLDocument(path: "/nowhere/x.toml") == nil)
        let folder = NSTemporaryDirectory()
        let problem = try #require(throws: TextProblem.self) { _ = try TOMLDocument(path: folder) }
        #expect(problem.description == "\(folder): it is a folder, not a file")
    }
}
