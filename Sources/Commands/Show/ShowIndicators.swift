import ArgumentParser
import JourneyModel

/// `cxm show kpis`.
struct ShowIndicators: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "kpis",
        abstract: "Completion, digital take-up, cost a transaction and satisfaction, by service.",
        discussion: "Example: cxm show kpis --from 2025-10 --to 2025-12 --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(help: "Length of a period.") var every: PeriodLength = .month
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> IndicatorsResult {
        try await analyst.answer(IndicatorsQuery(scope: scope, every: every))
    }
}
