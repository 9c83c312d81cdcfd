import ArgumentParser
import JourneyModel

/// `cxm show paths`.
struct ShowPaths: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "paths",
        abstract: "Which touchpoint follows which, hand-offs and rework.",
        discussion: "Example: cxm show paths --top 50 --where service=housing --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup var list: TopOption
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> PathsResult {
        try await analyst.answer(PathsQuery(scope: scope, top: list.top))
    }
}
