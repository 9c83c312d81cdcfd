import ArgumentParser
import JourneyModel
import Reports

/// `cxm show tree`.
struct ShowTree: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "tree",
        abstract: "Where journeys go from a touchpoint, or came from, step by step.",
        discussion: "Example: cxm show tree --path landing 'start form' --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The touchpoint to start at, and the branches to follow from it.", valueName: "touchpoint")
    )
    var path: [String]
    @Flag(help: "What came before, not what came after.") var backward = false
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> PathTreeReport {
        var levels: [BranchesResult] = []
        for length in path.indices {
            let query = BranchesQuery(
                scope: scope,
                path: Array(path[...length]),
                direction: backward ? .backward : .forward
            )
            levels.append(try await analyst.answer(query))
        }
        return PathTreeReport(levels)
    }
}
