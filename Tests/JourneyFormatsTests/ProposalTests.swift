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
        #expect(proposal.time.needsZone)
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
        // Numbers alone are no events, and nothing is imported of them.
        #expect(nothing.rows.kind == nil && !nothing.notes.isEmpty)
        let timeless = try propose("user,event\na,x\nb,y\n") { $0.rows = .events }
        #expect(timeless.lacking == ["time"])
        #expect(timeless.notes.contains { $0.contains("no column looks like time") })
    }

    @Test func needsMappingOnlyForTablesWithoutOne() throws {
        let table = ImportInput.bytes(Array(text.utf8), name: "t.csv")
        #expect(try FileImport([table]).needsMapping())
        var mapping = Mapping()
        try mapping.addColumn("time=moment")
        #expect(try !FileImport([table], mapping: mapping).needsMapping())
        #expect(try !FileImport([.bytes(Array("<log/>".utf8), name: "l.xes")]).needsMapping())
    }

    /// A header may hold anything, and the proposal is printed.
    @Test func aProposalActsOnNoTerminal() throws {
        let names = [
            "us\u{1B}[31mer", "\u{1B}]0;pwn\u{7}x", "\u{9B}31m", "\u{202E}bidi", "nul\u{0}", "two\nlines\rhere",
            "\u{2028}",
        ]
        let header = (["at"] + names).map { "\"\($0)\"" }.joined(separator: ",")
        let text = header + "\n2025-01-01T00:00:00Z" + names.map { ",\"\($0)\"" }.joined() + "\n"
        let proposal = try propose(text) { mapping in
            mapping.columns = [.init(field: "person", column: names[0]), .init(field: "touchpoint", column: names[1])]
            mapping.dropped = [names[2], names[5]]
            mapping.missing = [names[3]]
        }
        let toml = proposal.toml
        #expect(!toml.unicodeScalars.contains { $0.isActing && $0 != "\n" })
        #expect(!proposal.arguments.unicodeScalars.contains { $0.isActing })
        // It says the same all the same.
        let read = try Mapping(toml: toml, name: "printed")
        #expect(read.columns.contains { $0.column == names[0] } && read.columns.contains { $0.column == names[1] })
        #expect(read.dropped == [names[2], names[5]])
        #expect(read.missing == [names[3]])
    }
}
