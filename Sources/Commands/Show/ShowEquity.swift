import ArgumentParser
import JourneyModel

/// `cxm show equity`.
struct ShowEquity: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "equity",
        abstract: "Completion by groups of people, lowest first.",
        discussion: "Example: cxm show equity --by person.age_band --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(help: ArgumentHelp("A trait, such as person.age_band.", valueName: "trait")) var by: String
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> EquityResult {
        try await analyst.answer(EquityQuery(scope: scope, trait: by))
    }
}
