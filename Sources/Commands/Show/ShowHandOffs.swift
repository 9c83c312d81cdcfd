import ArgumentParser
import JourneyModel

/// `cxm show handoffs`.
struct ShowHandOffs: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "handoffs",
        abstract: "Changes of channel within a journey: how many are completed, and asked again.",
        discussion: "Example: cxm show handoffs --where service=housing --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> HandOffsResult {
        try await analyst.answer(HandOffsQuery(scope: scope))
    }
}
