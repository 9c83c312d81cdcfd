import ArgumentParser
import Foundation
import JourneyFormats
import JourneyModel
import Reports

/// `cxm sync`: the nightly job.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Brings a store up to date with a book: files that are new or have changed, then what is declared.",
        discussion: """
            Exits 0 where everything is in, 1 where a file is not, 2 where the book or the store cannot be used. \
            docs/DECLARATIONS.md shows a book.
            Example: cxm sync town-book.toml
            """
    )

    @Argument(help: ArgumentHelp("The book (TOML).", valueName: "book.toml")) var book: String
    @Flag(help: "Print what happened as JSON.") var json = false
    @Option(help: "Characters of text. Default: what the locale can show.") var glyphs: GlyphChoice?

    func run() async throws {
        Interrupt.watch()
        let environment = ProcessInfo.processInfo.environment
        if Kiosk(asked: false, environment: environment).isOn { throw Kiosk.declaresNothing }
        let style = TextStyle(
            width: StandardStreams.outIsTerminal ? TextWidth.ofTerminal(STDOUT_FILENO) : TextWidth.standard,
            glyphs: GlyphChoice.set(glyphs, environment: environment)
        )
        let run = SyncRun(
            book: try SyncBook(path: book),
            folders: UserFolders(environment: environment),
            progress: { ProgressLine(glyphs: style.glyphs) }
        )
        let report = try await run.run()
        StandardStreams.out(report.rendered(as: json ? .json : .text, style: style))
        if !report.failed.isEmpty { throw ExitCode(1) }
    }
}
