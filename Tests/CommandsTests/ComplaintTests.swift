import ArgumentParser
import Canvas
import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore
import Testing

@testable import Commands

@Suite("What is said of an error")
struct ComplaintTests {
    @Test("every error of ours says what went wrong and what to do")
    func known() {
        let errors: [any Error] = [
            ParsingError(message: "'x' is no day", hint: "write 2025-10-03"),
            AnalysisError.noSubjects(.session),
            AnalysisError.unknownTouchpoint("sumbit", suggestions: ["submit"]),
            Complaint("no", hint: "do"),
            WholeFile.Failure.complaint(Complaint("no", hint: "do")),
        ]
        for error in errors {
            let complaint = Complaint(about: error)
            #expect(!complaint.message.isEmpty && !complaint.hint.isEmpty)
            #expect(complaint.status == 2)
            #expect(Complaint(known: error) == complaint)
            #expect(Complaint(about: error, arguments: ["info"]) == complaint)
        }
        #expect(Complaint(about: errors[2]).hint == "did you mean 'submit'?")
    }

    @Test("what was stopped changed nothing")
    func stopped() {
        let complaint = Complaint(about: CancellationError())
        #expect(complaint.message == "stopped")
        #expect(complaint.hint == "nothing was changed")
        #expect(complaint.status == 130)
    }

    @Test("an error of nobody's is said in its own words")
    func unknown() {
        struct Odd: Error, CustomStringConvertible { let description = "the moon is in the way" }
        struct Worded: LocalizedError { let errorDescription: String? = "the tide is out" }
        #expect(Complaint(known: Odd()) == nil)
        #expect(Complaint(about: Odd()).message == "the moon is in the way")
        #expect(Complaint(about: Worded()).message == "the tide is out")
        #expect(Complaint(about: Odd()).hint == "see: cxm --help")
    }

    /// Parses a command line that is wrong.
    private func complaint(_ arguments: String...) throws -> Complaint {
        do {
            _ = try CxmCommand.parseAsRoot(arguments)
        } catch {
            return Complaint(about: error, arguments: arguments)
        }
        throw Complaint("nothing was wrong with \(arguments)", hint: "")
    }

    @Test("a wrong call names the help of the command that was meant, or the commands there are")
    func calls() throws {
        #expect(try complaint("import", "a.csv", "--bogus").hint == "see: cxm import --help")
        #expect(try complaint("show", "tree").hint == "see: cxm show tree --help")
        #expect(try complaint("show", "funel").hint.hasPrefix("choose one of: overview, funnel, paths"))
        #expect(try complaint("show", "paths", "--top", "0").message == "--top must be at least 1.")
        #expect(try complaint("show", "paths", "--unit", "crowd").message.contains("crowd"))
    }

    @Test("a file that begins with a dash is taken for an option, and the hint says how to name it")
    func dash() throws {
        let scratch = try Scratch()
        let before = FileManager.default.currentDirectoryPath
        let file = "-a-\(scratch.url.lastPathComponent).csv"
        #expect(FileManager.default.createFile(atPath: before + "/" + file, contents: Data()))
        defer { try? FileManager.default.removeItem(atPath: before + "/" + file) }
        #expect(try complaint("import", file).hint.hasPrefix("if you mean the file, write ./\(file)\n"))
    }
}
