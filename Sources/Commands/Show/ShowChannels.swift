import ArgumentParser
import JourneyModel

/// `cxm show channels`.
struct ShowChannels: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "channels",
        abstract: "Events and people by channel over time.",
        discussion: "Example: cxm show channels --every quarter --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(help: "Length of a period.") var every: PeriodLength = .month
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> ChannelsResult {
        try await analyst.answer(ChannelsQuery(scope: scope, every: every))
    }
}
