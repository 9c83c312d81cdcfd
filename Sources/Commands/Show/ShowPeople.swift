import ArgumentParser
import JourneyModel

/// `cxm show people`.
struct ShowPeople: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "The people, or cases, behind a figure.",
        discussion: """
            Who is listed, by --behind: \(SubjectGroup.forms).

            Example: cxm show people --behind unfinished=housing --from 2025-Q4 --to 2025-Q4 --store town.cxm
            """
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(help: ArgumentHelp("Whom the figure counts.", valueName: "group")) var behind: String
    @Option(help: "How many to list.") var top = 20
    @Option(
        help:
            "What comes first: the latest event (recent), what put them in the group last (reason), most events (events)."
    )
    var orderBy: SubjectsQuery.Order = .recent
    @Flag(help: "Give persons' names as the data have them, and not pseudonyms.") var names = false
    @OptionGroup(title: "Funnel") var funnel: FunnelOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        guard top >= 1 else { throw ValidationError("--top must be at least 1.") }
    }

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> SubjectsResult {
        let group = try SubjectGroup(parsing: behind, funnel: try funnel.query(scope: scope))
        let query = SubjectsQuery(scope: scope, group: group, top: top, order: orderBy, showsNames: names)
        return try await analyst.answer(query)
    }
}
