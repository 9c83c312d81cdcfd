import ArgumentParser
import Foundation
import JourneyModel
import JourneyStore
import Reports
import Wording

/// `cxm batches`: what was imported.
struct BatchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches",
        abstract: "What was imported into a store, file by file.",
        discussion: """
            Each import of a file has a number, by which cxm forget takes it out again.
            Example: cxm batches --store town.cxm
            """
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Flag(help: "Print the list as JSON.") var json = false
    @Option(help: "Characters of text. Default: what the locale can show.") var glyphs: GlyphChoice?
    @OptionGroup var config: SettingsOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        try Kiosk(asked: false, environment: environment).checkStoreWork()
        let wording = try config.wording()
        let list = try StoreReader(path: store.path()).batches()
        let style = TextStyle(
            width: StandardStreams.outIsTerminal ? TextWidth.ofTerminal(STDOUT_FILENO) : TextWidth.standard,
            glyphs: GlyphChoice.set(glyphs, environment: environment)
        )
        WordingStyle.$current.withValue(wording) {
            StandardStreams.out(list.rendered(as: json ? .json : .text, style: style))
        }
    }
}
