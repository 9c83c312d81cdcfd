import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore

/// What to say where a table comes without a mapping: what its columns could be, ready to paste. Nothing is stored.
struct Proposal {
    var input: ImportInput
    var format: InputFormat?
    var mapping: Mapping
    /// As the user named it; nil where it was not.
    var store: String?

    /// Whether nothing says what its columns mean.
    func isNeeded() throws -> Bool {
        guard !mapping.namesFields, format?.needsMapping != false else { return false }
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
        return try reading.needsMapping()
    }

    private var reading: FileImport {
        FileImport([input], format: format, mapping: mapping, cancellation: Interrupt.cancellation)
    }

    /// Prints the mapping on standard output, where it can be saved, and returns the complaint that goes with it.
    func printed() throws -> Complaint {
        let proposal = try reading.propose()
        let name = input.name.harmlessLine
        StandardStreams.out("# What the columns of \(name) could mean. Look it over before using it.\n")
        StandardStreams.out(proposal.toml)
        let file: String = if case .file(let path) = input { ShellWord.quoted(StorePath.plain(path)) } else { "-" }
        let storeWord = store.map(ShellWord.quoted) ?? "STORE"
        let zone = proposal.needsZone ? " --zone ZONE" : ""
        let complaint = "\(input.name): nothing says what its columns mean, so nothing was stored"
        // No argument can have the character that ends one.
        guard !proposal.arguments.contains(#"\x00"#) else {
            return Complaint(complaint, hint: "save the mapping that was printed and use --map FILE")
        }
        return Complaint(
            complaint,
            hint: """
                this could be it: cxm import \(file) --store \(storeWord) \(proposal.arguments)\(zone)
                or save the mapping that was printed and use --map FILE
                """
        )
    }
}
