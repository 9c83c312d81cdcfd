import ArgumentParser
import Foundation
import JourneyModel
import JourneyStore
import Reports

/// `cxm erase`: takes persons out of a store, everywhere.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Takes persons out of a store, everywhere, for good.",
        discussion: """
            All ids that are one person go together, with events, traits, preferences, consents, feedback, and rejected rows \
            that name them. It cannot be undone.
            Example: cxm erase 4711 --store town.cxm --dry-run
            """
    )

    @Argument(help: ArgumentHelp("Ids of persons, as the data have them.", valueName: "person")) var people: [String] =
        []
    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp("Erase this case too, with all its events, whosever they are.", valueName: "case")
    )
    var cases: [String] = []
    @Option(help: ArgumentHelp("Ids of persons, one a line; - is standard input.", valueName: "file"))
    var fromFile: String?
    @Flag(help: "Say what would be erased, and erase nothing.") var dryRun = false
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Print what was erased as JSON.") var json = false
    @Option(help: "Characters of text. Default: what the locale can show.") var glyphs: GlyphChoice?

    func run() async throws {
        Interrupt.watch()
        let path = try store.path()
        let request = ErasureRequest(people: people + (try fromFile.map(IDList.read) ?? []), cases: cases)
        guard !request.people.isEmpty || !request.cases.isEmpty else {
            throw Complaint("nobody was named", hint: "name ids of persons, or a file of them with --from-file")
        }
        let asks = !yes && !dryRun
        if asks, !Confirmation.canAsk || fromFile == IDList.standardInput {
            throw Complaint(
                "erasing cannot be undone, and nobody can be asked here",
                hint: "look with --dry-run what would be erased, then say --yes"
            )
        }
        let environment = ProcessInfo.processInfo.environment
        let style = TextStyle(
            width: StandardStreams.outIsTerminal ? TextWidth.ofTerminal(STDOUT_FILENO) : TextWidth.standard,
            glyphs: GlyphChoice.set(glyphs, environment: environment)
        )
        let run = EraseRun(
            path: path,
            request: request,
            folders: UserFolders(environment: environment),
            glyphs: style.glyphs
        )
        let plan = try run.plan()
        let planned = ErasureReport(counts: plan.counts, seconds: 0, isDryRun: true)
        if dryRun { return StandardStreams.out(planned.rendered(as: json ? .json : .text, style: style)) }
        if asks {
            StandardStreams.error(planned.rendered(as: .text, style: style))
            guard try Confirmation.ask("Erase this for good?") else {
                throw Complaint("nothing was erased", hint: "only yes is taken for a yes", status: 1)
            }
        }
        let lock = run.holdIndex()
        let (counts, seconds) = try run.erase(plan)
        StandardStreams.out(
            ErasureReport(counts: counts, seconds: seconds, isDryRun: false)
                .rendered(as: json ? .json : .text, style: style)
        )
        try await run.renewIndex(holding: lock)
    }
}
