import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore
import Reports

/// What to say, or to do with `--yes`, where a table comes without a mapping: what its columns could be. Nothing is stored
/// here.
struct Proposal {
    var input: ImportInput
    var format: InputFormat?
    var mapping: Mapping
    /// As the user named it; nil where it was not.
    var store: String?

    /// Whether nothing says what its columns mean.
    ///
    /// - Parameter completing: whether what is found is taken beside what is said: then it is needed where no time is said.
    func isNeeded(completing: Bool = false) throws -> Bool {
        guard completing ? !mapping.saysTime : !mapping.namesFields, format?.needsMapping != false else { return false }
        if input.comesOnce {
            // It can be read once only, so it is not looked at before the import.
            guard format != nil else {
                throw Complaint(
                    "the format of \(input.name) is not known",
                    hint: """
                        add --format \(InputFormat.names(lastJoinedBy: "or")), and for a table --map FILE or \
                        --column FIELD=COLUMN
                        """
                )
            }
            return true
        }
        return try completing ? reading.format(of: input)?.needsMapping ?? true : reading.needsMapping()
    }

    func made() throws -> MappingProposal { try reading.propose() }

    private var reading: FileImport {
        FileImport([input], format: format, mapping: mapping, cancellation: Interrupt.cancellation)
    }

    /// Prints the proposal on standard output, where it can be saved as a mapping file, and says beside it what to do.
    func show(_ proposal: MappingProposal) {
        let page = ProposalPage(proposal, file: input.name)
        StandardStreams.out(page.text)
        StandardStreams.note("\(input.name): nothing says what its columns mean, so nothing was stored")
        StandardStreams.note(advice(proposal))
    }

    /// The proposal's mapping, for an import that goes on with it.
    ///
    /// - Parameter isLook: nothing is kept, so that what is likely will do.
    /// - Throws: `Complaint` that names the option to say it by, where something must be asked.
    func taken(_ proposal: MappingProposal, isLook: Bool = false) throws(Complaint) -> Mapping {
        if input.comesOnce {
            throw Complaint(
                "\(input.name) can be read once only, and --yes looks at its rows first",
                hint: "save it to a file and import that"
            )
        }
        if let question = ProposalQuestion(proposal, mapping, isLook: isLook) {
            throw Complaint("\(input.name): \(question.message)", hint: question.hint)
        }
        do {
            let whole = try proposal.whole().overruled(by: mapping)
            StandardStreams.note("\(input.name): taken as \(ProposalPage.summary(proposal))")
            return whole
        } catch {
            throw Complaint(
                "\(input.name): what was found cannot be read: \(Complaint(about: error).message)",
                hint: "--write-mapping FILE.toml writes it, to be changed"
            )
        }
    }

    private func advice(_ proposal: MappingProposal) -> String {
        guard proposal.rows.kind != nil else { return proposal.notes.last ?? "" }
        let file: String = if case .file(let path) = input { ShellWord.quoted(StorePath.plain(path)) } else { "-" }
        let save = "save what was printed, or: cxm import \(file) --write-mapping FILE.toml; then use --map FILE.toml"
        // No argument can have the character that ends one.
        let isPlain =
            !proposal.arguments.contains(#"\x00"#) && proposal.rows.kind == .events && !proposal.needsFile
        guard isPlain, proposal.lacking.isEmpty else { return save }
        let storeWord = store.map(ShellWord.quoted) ?? "STORE"
        let zone = proposal.time.needsZone ? " --zone ZONE" : ""
        let form = proposal.time.eitherFormat.isEmpty ? "" : " --time-format FORMAT"
        return """
            this could be it: cxm import \(file) --store \(storeWord) \(proposal.arguments)\(zone)\(form)
            or \(save)
            """
    }
}
