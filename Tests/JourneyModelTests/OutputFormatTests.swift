import JourneyModel
import Testing

@Suite("The list of output formats")
struct OutputFormatTests {
    @Test func namesAndEndingsAreGivenOnce() {
        #expect(Set(OutputFormat.all.map(\.name)).count == OutputFormat.all.count)
        #expect(Set(OutputFormat.all.map(\.fileExtension)).count == OutputFormat.all.count)
        #expect(OutputFormat.all.allSatisfy { OutputFormat(name: $0.name) == $0 && !$0.contents.isEmpty })
        #expect(OutputFormat(name: "doc") == nil)
    }

    /// The words of the commands' contract.
    @Test func theWordsAreTheContracts() {
        #expect(OutputFormat.all(holding: .answer).map(\.name) == ["text", "json", "csv", "markdown", "html"])
        #expect(Set(OutputFormat.all(holding: .book).map(\.name)) == ["html", "markdown"])
        #expect(OutputFormat.all(holding: .screen) == [.picture])
    }
}
