import JourneyModel
import Testing

@testable import JourneyFormats

struct ProposalTests {
    private func propose(_ text: String, _ change: (inout Mapping) throws -> Void = { _ in }) throws -> MappingProposal
    {
        var mapping = Mapping()
        try change(&mapping)
        return try FileImport([.bytes(Array(text.utf8), name: "t.csv")], mapping: mapping).propose()
    }

    private let text = """
        Customer ID,wat,moment,note
        c1,start,13.1.24 9:05,x1
        c1,finish,14.1.24 9:05,x2
        c2,start,15.1.24 9:05,x3
        c3,start,15.1.24 10:05,x4

        """

    @Test func guessesHaveReasons() throws {
        let proposal = try propose(text)
        let found = proposal.guesses.map { "\($0.field)=\($0.column)" }
        #expect(found.contains("person=Customer ID"))
        #expect(found.contains("time=moment"))
        #expect(proposal.guesses.allSatisfy { !$0.reason.isEmpty })
        #expect(proposal.mapping.timeFormat == "d.M.yy H:mm")
        #expect(proposal.needsZone)
        #expect(proposal.toml.contains("# zone = \"Europe/Amsterdam\""))
    }

    /// What is printed reads back as the mapping that was proposed, reasons and all.
    @Test func printedFormReadsBack() throws {
        let proposal = try propose(text)
        let again = try Mapping(toml: proposal.toml, name: "proposal")
        #expect(Set(again.columns) == Set(proposal.mapping.columns))
        #expect(again.timeFormat == proposal.mapping.timeFormat)
        #expect(proposal.arguments.contains("--column 'person=Customer ID'"))
        #expect(proposal.arguments.contains("--time-format 'd.M.yy H:mm'"))
    }

    @Test func whatWasGivenStays() throws {
        let proposal = try propose(text) { try $0.addColumn("touchpoint=note") }
        #expect(proposal.guesses.contains { $0.field == "touchpoint" && $0.column == "note" && $0.reason == "given" })
        #expect(!proposal.guesses.contains { $0.column == "wat" })
    }

    @Test func ambiguityAndGapsAreSaid() throws {
        let proposal = try propose("user,event,date\na,x,1/2/2024\n")
        #expect(proposal.notes.contains { $0.contains("--time-format 'd/M/yyyy' or --time-format 'M/d/yyyy'") })
        #expect(proposal.mapping.timeFormat == nil)
        let nothing = try propose("a,b\n1,2\n3,4\n")
        #expect(nothing.notes.contains { $0.contains("no column looks like time") })
    }

    @Test func needsMappingOnlyForTablesWithoutOne() throws {
        let table = ImportInput.bytes(Array(text.utf8), name: "t.csv")
        #expect(try FileImport([table]).needsMapping())
        var mapping = Mapping()
        try mapping.addColumn("time=moment")
        #expect(try !FileImport([table], mapping: mapping).needsMapping())
        #expect(try !FileImport([.bytes(Array("<log/>".utf8), name: "l.xes")]).needsMapping())
    }
}
