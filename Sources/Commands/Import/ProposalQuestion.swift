import JourneyFormats

/// What has to be asked before a proposal can be used, and the option that answers it.
struct ProposalQuestion {
    let message: String
    let hint: String

    /// Nil where nothing is open that an import needs.
    ///
    /// - Parameter isLook: of a first look nothing is kept: what the rows most likely are is taken.
    init?(_ proposal: MappingProposal, _ given: Mapping, isLook: Bool = false) {
        let page = "see what was found: cxm import FILE"
        if proposal.rows.kind == nil {
            message = "these look like \(proposal.rows.about)"
            hint = proposal.notes.last ?? page
        } else if let open = proposal.unsure.first(where: { $0.field == "rows" && !isLook }) {
            message = "these look like \(proposal.rows.rawValue), but \(open.why)"
            hint =
                proposal.rows == .wide
                ? "say it with an [[event]] for each time in a mapping file; --write-mapping FILE.toml writes one"
                : "say which with rows = \"\(proposal.rows.rawValue)\" in a mapping file; --write-mapping FILE.toml writes one"
        } else if let open = proposal.unsure.first(where: { $0.field == "time" || $0.field == "touchpoint" }) {
            let options = open.columns.map { "--column '\(open.field)=\($0)'" }.joined(separator: " or ")
            message = "what is the \(open.field)? \(open.why)"
            hint =
                "say \(options), and the other columns with --column too; --write-mapping FILE.toml writes what was found"
        } else if let field = proposal.lacking.first {
            message = "no column looks like \(field)"
            hint = "say --column \(field)=COLUMN or --set \(field)=VALUE, and the other columns with --column too"
        } else if !proposal.time.eitherFormat.isEmpty {
            message = "day and month could be either way round in its times"
            hint = "say " + proposal.time.eitherFormat.map { "--time-format '\($0)'" }.joined(separator: " or ")
        } else if proposal.time.needsZone {
            message = "its times have no zone"
            hint = "say which one they are in, for example --zone Europe/Amsterdam or --zone UTC"
        } else if let open = proposal.unsure.first(where: { $0.field == "status" }) {
            message = open.why
            hint = "say what it means in a mapping file; --write-mapping FILE.toml writes what was found"
        } else {
            return nil
        }
    }
}
