import ArgumentParser
import JourneyModel
import Reports

/// `cxm info`: what is in a store.
struct InfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "What is in a store, and where it came from.",
        discussion: "Example: cxm info --store town.cxm --json"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Flag(help: "The same as --format json.") var json = false
    @OptionGroup(title: "Scope") var publicity: PublicOption
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        var output = output
        if json { output.format = .json }
        try output.check()
        let protection = try publicity.protection(output.config)
        let opened = try await OpenedSource(opening: store.path(), protection)
        try output.show(try await opened.summary(), from: ReportOrigin(store: opened.name), protection)
    }
}
