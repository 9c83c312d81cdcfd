import ArgumentParser
import JourneyModel

/// `cxm show tools`.
struct ShowTools: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "tools",
        abstract: "What PostHog, Mixpanel, Matomo and ClickHouse would count of a funnel, and which rule makes it so.",
        discussion: """
            The steps and options are those of cxm show funnel; a breakdown is left out.

            Example: cxm show tools --step start submit --within 14d --store town.cxm
            """
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Funnel") var funnel: FunnelOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> FunnelRulesResult {
        let query = try funnel.query(scope: scope)
        // Without steps they are those of the first funnel.
        let shown = try await query.steps.isEmpty ? analyst.funnel(query).query : query
        return try await analyst.answer(FunnelRulesQuery(funnel: shown))
    }
}
