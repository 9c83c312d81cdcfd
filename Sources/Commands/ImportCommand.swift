import ArgumentParser
import Foundation
import JourneyArchive
import JourneyFormats
import JourneyModel
import JourneyStore
import Reports
import Wording

/// `cxm import`: puts files into a store.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Puts events into a store, which it makes if need be.",
        discussion: """
            Without a mapping it proposes one and stores nothing; with --yes it takes the proposal where nothing has to be asked.
            Importing a file again adds nothing.
            Example: cxm import visits.csv --store town.cxm --column person=user --column time=at --column touchpoint=page
            """
    )

    @Argument(help: ArgumentHelp("Files, also gzipped; - is standard input.", valueName: "file")) var files: [String]
    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(help: "What the files are.") var format: FormatOption = .auto
    @Option(
        help: ArgumentHelp(
            "Whose events these are: event ids are unique within it. Default: the file's name.",
            valueName: "name"
        )
    )
    var source: String?
    @Flag(help: "Say what would happen, and store nothing.") var dryRun = false
    @Option(help: ArgumentHelp("Write rejected rows here, to be mended and imported again.", valueName: "file"))
    var rejects: String?
    @Flag(help: "Exit with 1 where any row was rejected; else where every row was.") var strict = false
    @Flag(help: "Print the summary as JSON.") var json = false
    @Flag(help: "Without a mapping, take the proposal where nothing has to be asked, and say what was taken.") var yes =
        false
    @Option(
        help: ArgumentHelp(
            "Write the mapping here, the proposed one where there is none; without --yes store nothing.",
            valueName: "mapping.toml"
        )
    )
    var writeMapping: String?
    @Flag(help: "Store the file all the same where the store has it already.") var again = false
    @Flag(help: "Take out what the store has of the same file, and store it as it is read now, in one step.")
    var replace = false
    @Option(help: "What holds where a known id comes with other content: keep or newest.")
    var update: UpdateChoice = .keep
    @OptionGroup(title: "Mapping") var mapping: MappingOptions
    @Option(help: "Characters of text. Default: what the locale can show.") var glyphs: GlyphChoice?
    @OptionGroup var config: SettingsOptions

    func run() async throws {
        Interrupt.watch()
        let wording = try config.wording()
        try await WordingStyle.$current.withValue(wording) { try await importFiles() }
    }

    private func importFiles() async throws {
        guard !again || !replace else {
            throw Complaint("--again and --replace say opposite things", hint: "leave out one of them")
        }
        let mapping = try mapping.mapping()
        let inputs = files.map { ImportInput(argument: $0) }
        guard let proposed = try proposals(inputs, mapping) else { return }
        let style = TextStyle(
            width: StandardStreams.outIsTerminal ? TextWidth.ofTerminal(STDOUT_FILENO) : TextWidth.standard,
            glyphs: GlyphChoice.set(glyphs, environment: ProcessInfo.processInfo.environment)
        )
        let target = try dryRun ? nil : store.path()
        let run = ImportRun(
            inputs: inputs,
            format: format.format,
            mapping: mapping,
            proposed: proposed,
            source: source,
            choices: ImportChoices(again: again, replaces: replace, update: update.update),
            rejects: try rejects.map { try RejectFile(path: $0) },
            progress: ProgressLine(glyphs: style.glyphs)
        )
        let report =
            if let target { try await run.run(path: target) } else {
                try await run.rehearse(path: try store.pathIfNamed())
            }
        StandardStreams.out(report.rendered(as: json ? .json : .text, style: style))
        if let target { try? Archive(path: target, cacheFolder: nil).warnOfIndex() }
        let isNothing = report.rejected > 0 && report.rejected == report.read
        if isNothing || (strict && report.rejected > 0) { throw ExitCode(1) }
    }

    /// The mappings of those files that come without one; nil where they are shown or written, and nothing is to be stored.
    private func proposals(_ inputs: [ImportInput], _ mapping: Mapping) throws -> [ImportInput: Mapping]? {
        var proposed: [ImportInput: Mapping] = [:]
        var written = mapping.namesFields ? mapping.toml : nil
        for input in inputs {
            let proposal = Proposal(
                input: input,
                format: format.format,
                mapping: mapping,
                store: try store.pathIfNamed()
            )
            guard try proposal.isNeeded(completing: yes) else { continue }
            let made = try proposal.made()
            written = written ?? made.toml
            if yes {
                proposed[input] = try proposal.taken(made)
                continue
            }
            guard writeMapping == nil else { break }
            if json { StandardStreams.out(made.json.text) } else { proposal.show(made) }
            return nil
        }
        guard let name = writeMapping else { return proposed }
        try write(written ?? mapping.toml, to: name)
        return yes ? proposed : nil
    }

    private func write(_ toml: String, to name: String) throws {
        do throws(WholeFile.Failure) {
            try WholeFile(named: name).write(Data(toml.utf8), replacing: false)
        } catch {
            switch error {
            case .exists: throw Complaint("'\(name)' is there already", hint: "choose another name, or remove it first")
            case .complaint(let complaint): throw complaint
            }
        }
        StandardStreams.note("the mapping is in \(name)" + (yes ? "" : "; nothing was stored: use it with --map"))
    }
}
