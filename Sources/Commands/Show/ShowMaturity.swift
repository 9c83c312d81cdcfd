import ArgumentParser
import JourneyModel

/// `cxm show maturity`.
struct ShowMaturity: ShowView {
    static let configuration = CommandConfiguration(
        commandName: "maturity",
        abstract: "The five stages, their criteria and what keeps the next one back.",
        discussion: "Example: cxm show maturity --format markdown --store town.cxm"
    )

    @OptionGroup(title: "Store") var store: StoreOptions
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Criteria that are supposed to be Fully met: what would the gate say?", valueName: "id")
    )
    var suppose: [String] = []
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> MaturityResult {
        let result = try await analyst.answer(MaturityQuery(scope: scope))
        let known = Set(result.stages.flatMap(\.criteria).map(\.id))
        let supposed = try suppose.map { word in
            guard let id = CriterionID(rawValue: word), known.contains(id) else {
                throw Complaint(
                    "there is no criterion '\(word)'",
                    hint: "choose among: \(known.sorted().map(\.rawValue).joined(separator: ", "))"
                )
            }
            return id
        }
        return result.supposing(fullyMet: supposed)
    }
}
