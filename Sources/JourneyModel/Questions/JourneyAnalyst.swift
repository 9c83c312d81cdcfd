/// Whoever can answer the questions: the index on this machine, or a database server. Screens and commands know only this.
///
/// Every method throws `AnalysisError`, and `CancellationError` when its task is cancelled.
public protocol JourneyAnalyst: Sendable {
    /// What there is to choose from.
    func catalog() async throws -> Catalog
    func funnel(_ query: FunnelQuery) async throws -> FunnelResult
    func paths(_ query: PathsQuery) async throws -> PathsResult
    func branches(_ query: BranchesQuery) async throws -> BranchesResult
    func variants(_ query: VariantsQuery) async throws -> VariantsResult
    func channels(_ query: ChannelsQuery) async throws -> ChannelsResult
    func preferences(_ query: PreferencesQuery) async throws -> PreferencesResult
    func indicators(_ query: IndicatorsQuery) async throws -> IndicatorsResult
    func contacts(_ query: ContactsQuery) async throws -> ContactsResult
    func maturity(_ query: MaturityQuery) async throws -> MaturityResult
    func equity(_ query: EquityQuery) async throws -> EquityResult
    func overview(_ query: OverviewQuery) async throws -> OverviewResult
    func subjects(_ query: SubjectsQuery) async throws -> SubjectsResult
}

/// A question that the data cannot answer as it was put.
public enum AnalysisError: Error, Codable, Hashable, Sendable {
    /// No such dimension in the store; the nearest names are offered.
    case unknownDimension(String, suggestions: [String])
    /// The step names a touchpoint that no event has.
    case unknownTouchpoint(String, suggestions: [String])
    /// The store has no subjects of this unit.
    case noSubjects(CountingUnit)
    /// The query contradicts itself: no steps, an optional first step, more than 64 steps …
    case invalid(String, hint: String)

    public var message: String {
        switch self {
        case .unknownDimension(let name, _): "the store has no dimension '\(name)'"
        case .unknownTouchpoint(let name, _): "no event has the touchpoint '\(name)'"
        case .noSubjects(let unit): "the store has no \(unit.rawValue)s to count"
        case .invalid(let message, _): message
        }
    }

    public var hint: String {
        switch self {
        case .unknownDimension(_, let names):
            names.isEmpty ? "see cxm info for the dimensions there are" : "did you mean \(orList(names))?"
        case .unknownTouchpoint(_, let names):
            names.isEmpty ? "see cxm info for the touchpoints there are" : "did you mean \(orList(names))?"
        case .noSubjects: "choose another unit with --unit, or map the column that names them"
        case .invalid(_, let hint): hint
        }
    }

    private func orList(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: " or ")
    }
}
