import ArgumentParser
import JourneyModel

/// `cxm show variants`.
struct ShowVariants: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "variants",
        abstract: "Whole sequences of touchpoints, and how many share each.",
        discussion: "Example: cxm show variants --collapse --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup var list: TopOption
    @Flag(help: "A touchpoint repeated at once counts once.") var collapse = false
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> VariantsResult {
        try await analyst.answer(VariantsQuery(scope: scope, top: list.top, collapsesRepeats: collapse))
    }
}
