import ArgumentParser

/// `cxm keys`: what each key of the dashboard does.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "The keys of the dashboard.",
        discussion: "Example: cxm keys --format markdown"
    )

    @OptionGroup(title: "Output") var output: OutputOptions

    func run() throws {
        try output.show(KeySheet())
    }
}
