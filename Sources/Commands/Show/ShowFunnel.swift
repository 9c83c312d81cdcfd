import ArgumentParser
import JourneyModel

/// `cxm show funnel`.
struct ShowFunnel: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "funnel",
        abstract: "How many get how far through a sequence of touchpoints.",
        discussion: """
            Without --step: the funnel that the dashboard opens with. Its steps are those that roles name for the service with
            the most starts, else those that whole journeys suggest; they are the same whatever the period and the filters.
            Example: cxm show funnel --step start 'submit|send' --within 14d --by channel --store town.cxm
            """
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Funnel") var funnel: FunnelOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> FunnelResult {
        try await analyst.funnel(try funnel.query(scope: scope))
    }
}
