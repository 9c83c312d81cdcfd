import ArgumentParser
import JourneyModel

/// `cxm show maturity`.
struct ShowMaturity: View {
    static let configuration = CommandConfiguration(
        commandName: "maturity",
        abstract: "The five stages, their criteria and what keeps the next one back.",
        discussion: "Example: cxm show maturity --format markdown --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> MaturityResult {
        try await analyst.maturity(MaturityQuery(scope: scope))
    }
}
