import JourneyIndex
import JourneyModel

/// What the dashboard's screens ask, with everything that they show.
enum ScreenQuestion: String, CaseIterable, Sendable {
    case catalog
    case overview
    case indicators
    case funnel
    case funnelByChannel = "funnel by channel"
    case variants
    case paths
    case branches
    case channels
    case contacts
    case preferences
    case maturity
    case equity

    /// Works the answer out and drops it.
    ///
    /// - Throws: `AnalysisError`, `CancellationError`.
    func ask(_ analyst: ColumnarAnalyst) async throws {
        switch self {
        case .catalog: _ = try await analyst.catalog()
        case .overview: _ = try await analyst.overview(OverviewQuery())
        case .indicators: _ = try await analyst.indicators(IndicatorsQuery())
        case .funnel: _ = try await analyst.funnel(TownFunnel.query(detail: .full))
        case .funnelByChannel: _ = try await analyst.funnel(TownFunnel.query(by: Dimension.channel, detail: .full))
        case .variants: _ = try await analyst.variants(VariantsQuery(collapsesRepeats: true))
        case .paths: _ = try await analyst.paths(PathsQuery())
        case .branches: _ = try await analyst.branches(BranchesQuery(path: Array(TownFunnel.steps.prefix(1))))
        case .channels: _ = try await analyst.channels(ChannelsQuery())
        case .contacts: _ = try await analyst.contacts(ContactsQuery())
        case .preferences: _ = try await analyst.preferences(PreferencesQuery())
        case .maturity: _ = try await analyst.maturity(MaturityQuery())
        case .equity: _ = try await analyst.equity(EquityQuery(trait: TownMapping.regionTrait))
        }
    }
}
