import JourneyModel
import Testing

@testable import JourneyFormats

/// Every system of `headers.txt`, scored as users would: a right answer is worth a point and the kind of rows two, what is
/// left open nothing, and a wrong one costs as much as a right one gains.
struct ProposalHeadersTests {
    private struct Score {
        var points = 0
        var possible = 0
        /// A wrong kind of rows, time or touchpoint: figures that are wrong without a word.
        var loud: [String] = []
        var notes: [String] = []

        mutating func mark(_ label: String, _ isOpen: Bool, _ isRight: Bool, worth: Int = 1, isLoud: Bool = false) {
            possible += worth
            if isOpen {
                notes.append("\(label) open")
            } else if isRight {
                points += worth
            } else {
                points -= 1
                notes.append("\(label) wrong")
                if isLoud { loud.append(label) }
            }
        }
    }

    private static func proposal(_ system: ProposalHeaders.System) throws -> MappingProposal {
        try FileImport([.bytes(Array(system.table.utf8), name: "\(system.name).csv")]).propose()
    }

    private static func score(_ system: ProposalHeaders.System, _ proposal: MappingProposal) -> Score {
        var score = Score()
        let kind = proposal.rows.rawValue
        score.mark("rows \(kind)", kind == "unknown", system.kinds.contains(kind), worth: 2, isLoud: true)
        for (field, columns) in system.columns.sorted(by: { $0.key < $1.key }) {
            let found = proposal.column(field) ?? (field == "time" ? proposal.time.columns.first : nil)
            let isLoud = field == "time" || field == Dimension.touchpoint
            let label = "\(field) \(found ?? "")"
            score.mark(label, found == nil, found.map(columns.contains) ?? false, isLoud: isLoud)
        }
        if !system.time.isEmpty {
            score.mark("times", proposal.time.columns.isEmpty, proposal.time.columns == system.time, isLoud: true)
        }
        if !system.events.isEmpty {
            let found = Set(proposal.events.map(\.time))
            score.mark("events \(found.sorted())", found.isEmpty, system.events.isSubset(of: found), isLoud: true)
        }
        return score
    }

    @Test func systemsAreReadRight() throws {
        let systems = ProposalHeaders.all
        #expect(systems.count >= 60)
        var points = 0
        var possible = 0
        for system in systems {
            let score = Self.score(system, try Self.proposal(system))
            points += score.points
            possible += score.possible
            #expect(score.loud.isEmpty, "\(system.name): \(score.loud)")
            #expect(score.points * 10 >= score.possible * 6, "\(system.name): \(score.notes)")
        }
        #expect(points * 100 >= possible * 93, "\(points) of \(possible)")
    }

    /// What is proposed is a mapping file, and reads back as what a mapping can say.
    @Test func everyProposalIsAMapping() throws {
        for system in ProposalHeaders.all {
            let proposal = try Self.proposal(system)
            #expect(
                proposal.guesses.allSatisfy { !$0.reason.isEmpty && (1...3).contains($0.sureness) },
                "\(system.name)"
            )
            #expect(Set(proposal.guesses.map(\.field)).count == proposal.guesses.count, "\(system.name)")
            guard proposal.rows.kind != nil, !proposal.needsFile else { continue }
            let read = try Mapping(toml: proposal.toml, name: system.name)
            #expect(Set(read.columns) == Set(proposal.mapping.columns), "\(system.name)")
            #expect(Set(read.constants) == Set(proposal.mapping.constants), "\(system.name)")
            #expect(read.missing == proposal.mapping.missing && read.rows == proposal.mapping.rows, "\(system.name)")
        }
    }

    /// Names without rows still say what most of it is; nothing is made up of nothing.
    @Test func headersAloneAreNoTrap() throws {
        for system in ProposalHeaders.all {
            let header = system.table.prefix { !$0.isNewline } + "\n"
            let proposal = try FileImport([.bytes(Array(String(header).utf8), name: "h.csv")]).propose()
            #expect(proposal.notes.contains { $0.contains("no rows") }, "\(system.name)")
            #expect(proposal.preview.rows.isEmpty)
        }
    }

    /// Case, spaces and signs between the words of a header make no difference.
    @Test func namesAreReadWhateverTheirSpelling() throws {
        func spelled(_ table: String, _ change: (String) -> String) -> String {
            let header = table.prefix { !$0.isNewline }
            return header.split(separator: ",").map { change(String($0)) }.joined(separator: ",")
                + table.dropFirst(header.count)
        }
        let plain = [
            "sf 311", "servicenow history", "celonis", "chicago 311", "consents crm", "own names", "alias merge",
        ]
        for system in ProposalHeaders.all where plain.contains(system.name) {
            let usual = try Self.proposal(system)
            let changes: [(String) -> String] = [
                { $0.uppercased() }, { $0.replacing("_", with: " ") }, { $0.replacing("_", with: "-").lowercased() },
                { $0.replacing(" ", with: ".") },
            ]
            for change in changes {
                let text = spelled(system.table, change)
                let found = try FileImport([.bytes(Array(text.utf8), name: "t.csv")]).propose()
                #expect(found.rows == usual.rows, "\(system.name)")
                #expect(
                    Set(found.guesses.map { "\($0.field)=\($0.column)" })
                        == Set(usual.guesses.map { "\($0.field)=\(change($0.column))" }),
                    "\(system.name)"
                )
            }
        }
    }
}
