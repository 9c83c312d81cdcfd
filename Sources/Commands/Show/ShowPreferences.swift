import ArgumentParser
import JourneyModel

/// `cxm show preferences`.
struct ShowPreferences: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "preferences",
        abstract: "Whether people are reached the way they asked for.",
        discussion: "Example: cxm show preferences --where service=housing --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> PreferencesResult {
        try await analyst.answer(PreferencesQuery(scope: scope))
    }
}
