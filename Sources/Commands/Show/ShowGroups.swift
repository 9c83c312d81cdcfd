import ArgumentParser
import JourneyModel

/// `cxm show groups`.
struct ShowGroups: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "groups",
        abstract: "The figure of a gap by the values of a dimension or trait, worst first.",
        discussion: """
            Whose figure it is, by --behind: \(SubjectGroup.forms). A funnel has a breakdown of its own: see \
            cxm show funnel --by.

            Example: cxm show groups --behind leaked=housing --by person.age_band --store town.cxm
            """
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(help: ArgumentHelp("Whom the figure falls short for.", valueName: "group")) var behind: String
    @Option(help: ArgumentHelp("A dimension or trait, such as person.age_band.", valueName: "dimension"))
    var by: String
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> GroupFiguresResult {
        let group = try SubjectGroup(parsing: behind, funnel: FunnelQuery(scope: scope, steps: []))
        return try await analyst.answer(GroupFiguresQuery(scope: scope, group: group, by: by))
    }
}
