import ArgumentParser
import Foundation
import JourneyModel
import JourneyStore
import Reports
import Wording

/// `cxm forget`: takes one import out of a store.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Takes one import out of a store, as if it had never been.",
        discussion: """
            What another import brought too stays, and is that one's then. Importing the file again stores it. It is no way of \
            taking persons out for good: that is cxm erase.
            Example: cxm forget 3 --store town.cxm
            """
    )

    @Argument(help: ArgumentHelp("The import's number, as cxm batches lists it.", valueName: "batch")) var batch: Int
    @OptionGroup(title: "Store") var store: StoreOptions
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Print what was taken out as JSON.") var json = false
    @Option(help: "Characters of text. Default: what the locale can show.") var glyphs: GlyphChoice?
    @OptionGroup var config: SettingsOptions

    func run() async throws {
        Interrupt.watch()
        let environment = ProcessInfo.processInfo.environment
        try Kiosk(asked: false, environment: environment).checkStoreWork()
        let wording = try config.wording()
        try await WordingStyle.$current.withValue(wording) { try await forget(environment) }
    }

    private func forget(_ environment: [String: String]) async throws {
        let style = TextStyle(
            width: StandardStreams.outIsTerminal ? TextWidth.ofTerminal(STDOUT_FILENO) : TextWidth.standard,
            glyphs: GlyphChoice.set(glyphs, environment: environment)
        )
        let run = ForgetRun(path: try store.path(), batch: batch, glyphs: style.glyphs)
        let entry = try run.entry()
        if !yes {
            guard Confirmation.canAsk else {
                throw Complaint("nobody can be asked here whether to take an import out", hint: "say --yes")
            }
            let name = entry.file.map { "'\($0)'" } ?? "what came by a pipe"
            guard try Confirmation.ask("Take out import \(batch), \(name) of source '\(entry.source)'?".harmlessLine)
            else {
                throw Complaint("nothing was taken out", hint: "only yes is taken for a yes", status: 1)
            }
        }
        let lock = run.holdIndex()
        let report = try await run.forget()
        StandardStreams.out(report.rendered(as: json ? .json : .text, style: style))
        try await run.renewIndex(holding: lock)
    }
}
