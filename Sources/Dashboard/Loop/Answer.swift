public import JourneyModel

/// The answer to a ``Question``, case by case.
public enum Answer: Hashable, Sendable {
    case catalog(Catalog)
    case summary(StoreSummary)
    case funnel(FunnelResult)
    case paths(PathsResult)
    case branches(BranchesResult)
    case variants(VariantsResult)
    case channels(ChannelsResult)
    case preferences(PreferencesResult)
    case indicators(IndicatorsResult)
    case contacts(ContactsResult)
    case maturity(MaturityResult)
    case equity(EquityResult)
    case overview(OverviewResult)
    case subjects(SubjectsResult)
}
