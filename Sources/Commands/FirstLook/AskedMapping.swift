import Foundation
import JourneyFormats
import JourneyModel

/// What a first look takes of a proposal, and what it has to ask for it: a line each on the terminal, before the screen opens.
struct AskedMapping {
    private let proposal: Proposal
    private let input: ImportInput

    init(_ proposal: Proposal, _ input: ImportInput) {
        self.proposal = proposal
        self.input = input
    }

    /// - Parameter given: what is known of all files; what is answered of the zone is known of the others too.
    /// - Throws: `Complaint` where nobody can be asked, or a line cannot answer it.
    func answered(_ given: inout Mapping) throws -> Mapping {
        var proposal = proposal
        proposal.mapping = given
        var made = try proposal.made()
        if !made.time.eitherFormat.isEmpty {
            proposal.mapping.timeFormat = try choice(made.time.eitherFormat, example: made.time.columns.first ?? "")
            made = try proposal.made()
        }
        if made.time.needsZone {
            given.zone = try zone()
            proposal.mapping.zone = given.zone
            made = try proposal.made()
        }
        if let open = made.unsure.first(where: { $0.field == "rows" }) {
            StandardStreams.note("\(input.name): taken as \(made.rows.rawValue); \(open.why)")
        }
        return try proposal.taken(made, isLook: true)
    }

    private func zone() throws -> String {
        let usual = TimeZone.current.identifier
        while true {
            let line = try line(
                "\(input.name): its times have no zone. Which one are they in? [\(usual)] ",
                "--zone ZONE"
            )
            let answer = line.isEmpty ? usual : line
            if (try? Zone.named(answer)) != nil { return answer }
            StandardStreams.note("'\(answer)' is no zone; write it like Europe/London, UTC or +02:00")
        }
    }

    private func choice(_ formats: [String], example: String) throws -> String {
        let list = formats.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        while true {
            let question = "\(input.name): day and month could be either way round in \(example): \(list)? "
            let answer = try line(question, "--time-format FORMAT")
            if let number = Int(answer), formats.indices.contains(number - 1) { return formats[number - 1] }
            if formats.contains(answer) { return answer }
            StandardStreams.note("answer \(formats.indices.map { String($0 + 1) }.joined(separator: " or "))")
        }
    }

    private func line(_ question: String, _ option: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            throw Complaint(
                question.trimmingCharacters(in: .whitespaces),
                hint: "there is nobody to ask: import it with \(option) and open the store"
            )
        }
        StandardStreams.error(question)
        guard let line = readLine() else { throw CancellationError() }
        return line.trimmingCharacters(in: .whitespaces)
    }
}
