import ArgumentParser
import JourneyModel

/// `cxm show consent`.
struct ShowConsent: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "What people allow, how often they withdraw it, and contacts made after they had.",
        discussion: "Example: cxm show consent --from 2025 --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> ConsentResult {
        try await analyst.answer(ConsentQuery(scope: scope))
    }
}
