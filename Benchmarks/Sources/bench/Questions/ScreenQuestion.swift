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
        case .catalog: _ = try await analyst.answer(CatalogQuestion())
        case .overview: _ = try await analyst.answer(OverviewQuery())
        case .indicators: _ = try await analyst.answer(IndicatorsQuery())
        case .funnel: _ = try await analyst.answer(TownFunnel.query(extent: .full))
        case .funnelByChannel: _ = try await analyst.answer(TownFunnel.query(by: Dimension.channel, extent: .full))
        case .variants: _ = try await analyst.answer(VariantsQuery(collapsesRepeats: true))
        case .paths: _ = try await analyst.answer(PathsQuery())
        case .branches: _ = try await analyst.answer(BranchesQuery(path: Array(TownFunnel.steps.prefix(1))))
        case .channels: _ = try await analyst.answer(ChannelsQuery())
        case .contacts: _ = try await analyst.answer(ContactsQuery())
        case .preferences: _ = try await analyst.answer(PreferencesQuery())
        case .maturity: _ = try await analyst.answer(MaturityQuery())
        case .equity: _ = try await analyst.answer(EquityQuery(trait: TownMapping.regionTrait))
        }
    }
}
