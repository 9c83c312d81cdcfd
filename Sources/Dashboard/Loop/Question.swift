public import JourneyModel

/// Everything a screen can ask. Whoever runs the effects puts it to an analyst (or to the store, for `summary`).
public enum Question: Hashable, Sendable {
    case catalog
    case summary
    case funnel(FunnelQuery)
    case paths(PathsQuery)
    case branches(BranchesQuery)
    case variants(VariantsQuery)
    case channels(ChannelsQuery)
    case preferences(PreferencesQuery)
    case indicators(IndicatorsQuery)
    case contacts(ContactsQuery)
    case maturity(MaturityQuery)
    case equity(EquityQuery)
    case overview(OverviewQuery)
    case subjects(SubjectsQuery)

    /// Puts the question to `analyst`; what the store holds is no analyst's business and comes from `summary`.
    ///
    /// - Throws: what the analyst or `summary` throws.
    public func answered(
        by analyst: any JourneyAnalyst,
        summary: @Sendable () async throws -> StoreSummary
    ) async throws -> Answer {
        switch self {
        case .catalog: .catalog(try await analyst.catalog())
        case .summary: .summary(try await summary())
        case .funnel(let query): .funnel(try await analyst.funnel(query))
        case .paths(let query): .paths(try await analyst.paths(query))
        case .branches(let query): .branches(try await analyst.branches(query))
        case .variants(let query): .variants(try await analyst.variants(query))
        case .channels(let query): .channels(try await analyst.channels(query))
        case .preferences(let query): .preferences(try await analyst.preferences(query))
        case .indicators(let query): .indicators(try await analyst.indicators(query))
        case .contacts(let query): .contacts(try await analyst.contacts(query))
        case .maturity(let query): .maturity(try await analyst.maturity(query))
        case .equity(let query): .equity(try await analyst.equity(query))
        case .overview(let query): .overview(try await analyst.overview(query))
        case .subjects(let query): .subjects(try await analyst.subjects(query))
        }
    }
}
