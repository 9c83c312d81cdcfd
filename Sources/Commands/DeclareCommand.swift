import ArgumentParser
import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore
import Reports

/// `cxm declare`: what a store's data mean.
struct DeclareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Says what a store's data mean: roles, kinds of channels, names that are the same, funnels, goals.",
        discussion: """
            The store's declarations become what the file says, at once and without importing again. What was declared before \
            is kept as history. docs/DECLARATIONS.md has every key.
            Example: cxm declare --propose --store town.cxm > town.toml
            cxm declare town.toml --store town.cxm
            """
    )

    @Argument(help: ArgumentHelp("A file of declarations (TOML).", valueName: "file")) var file: String?
    @Flag(name: .customLong("print"), help: "Print what is declared, as a file that declares the same.")
    var prints = false
    @Flag(help: "Print a full draft from the data, with the numbers that speak for each line.") var propose = false
    @OptionGroup(title: "Store") var store: StoreOptions
    @Flag(help: "Print what was done as JSON; with --propose, the draft with its evidence.") var json = false
    @Option(help: "Characters of text. Default: what the locale can show.") var glyphs: GlyphChoice?

    func validate() throws {
        guard [file != nil, prints, propose].count(where: { $0 }) == 1 else {
            throw ValidationError("name a file of declarations, or say --print or --propose")
        }
    }

    func run() async throws {
        Interrupt.watch()
        let environment = ProcessInfo.processInfo.environment
        let run = DeclareRun(path: try store.path(), folders: UserFolders(environment: environment))
        if prints { return StandardStreams.out(try run.declared()?.toml ?? "") }
        if propose {
            if Kiosk(asked: false, environment: environment).isOn { throw Kiosk.declaresNothing }
            let draft = try await run.draft()
            let report = DraftReport(draft)
            return StandardStreams.out(json ? report.json.text + "\n" : draft.declarations.toml(notes: report.notes))
        }
        if Kiosk(asked: false, environment: environment).isOn { throw Kiosk.declaresNothing }
        let style = TextStyle(
            width: StandardStreams.outIsTerminal ? TextWidth.ofTerminal(STDOUT_FILENO) : TextWidth.standard,
            glyphs: GlyphChoice.set(glyphs, environment: environment)
        )
        let report = try await run.declare(try DeclarationsFile(path: file ?? ""))
        StandardStreams.out(report.rendered(as: json ? .json : .text, style: style))
        try await run.prepareAnswers()
    }
}
