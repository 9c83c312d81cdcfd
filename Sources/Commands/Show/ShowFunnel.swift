import ArgumentParser
import JourneyModel

/// `cxm show funnel`.
struct ShowFunnel: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "funnel",
        abstract: "How many get how far through a sequence of touchpoints.",
        discussion: "Example: cxm show funnel --step start 'submit|send' --within 14d --by channel --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Funnel") var funnel: FunnelOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        guard !funnel.step.isEmpty else { throw ValidationError("Missing expected argument '--step <touchpoint>'") }
    }

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> FunnelResult {
        try await analyst.answer(try funnel.query(scope: scope))
    }
}
