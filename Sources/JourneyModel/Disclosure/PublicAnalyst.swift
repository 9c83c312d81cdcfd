/// Answers as they may be shown in public (D25). It stands between whoever answers and everything that draws, prints, exports
/// or logs: nothing behind it has an answer that is not protected. It answers every question of ``JourneyAnalyst``, or does
/// not compile.
public struct PublicAnalyst: JourneyAnalyst {
    private let analyst: any JourneyAnalyst
    private let policy: DisclosurePolicy
    private let shown: ShownPopulations

    /// - Parameter shown: of the whole session, or of one document.
    public init(_ analyst: any JourneyAnalyst, policy: DisclosurePolicy, shown: ShownPopulations) {
        self.analyst = analyst
        self.policy = policy
        self.shown = shown
    }

    public func catalog() async throws -> Catalog { try await analyst.catalog().protected(by: policy) }
    public func funnel(_ query: FunnelQuery) async throws -> FunnelResult {
        try show(try await analyst.funnel(query), \.receipt)
    }
    public func paths(_ query: PathsQuery) async throws -> PathsResult {
        try show(try await analyst.paths(query), \.receipt)
    }
    public func branches(_ query: BranchesQuery) async throws -> BranchesResult {
        try show(try await analyst.branches(query), \.receipt)
    }
    public func variants(_ query: VariantsQuery) async throws -> VariantsResult {
        try show(try await analyst.variants(query), \.receipt)
    }
    public func channels(_ query: ChannelsQuery) async throws -> ChannelsResult {
        try show(try await analyst.channels(query), \.receipt)
    }
    public func preferences(_ query: PreferencesQuery) async throws -> PreferencesResult {
        try show(try await analyst.preferences(query), \.receipt)
    }
    public func indicators(_ query: IndicatorsQuery) async throws -> IndicatorsResult {
        try show(try await analyst.indicators(query), \.receipt)
    }
    public func contacts(_ query: ContactsQuery) async throws -> ContactsResult {
        try show(try await analyst.contacts(query), \.receipt)
    }
    public func maturity(_ query: MaturityQuery) async throws -> MaturityResult {
        try show(try await analyst.maturity(query), \.receipt)
    }
    public func equity(_ query: EquityQuery) async throws -> EquityResult {
        try show(try await analyst.equity(query), \.receipt)
    }
    /// Of protected answers: nothing is ranked, compared or said by what is hidden.
    public func overview(_ query: OverviewQuery) async throws -> OverviewResult {
        try await composedOverview(query).protected(by: policy)
    }
    /// There is no list of people in public, and no group is small enough for one (rule 8).
    public func subjects(_ query: SubjectsQuery) async throws -> SubjectsResult {
        throw AnalysisError.invalid(
            Self.noPeople,
            hint: "D25: what is public never lists people, whatever their number"
        )
    }

    /// Why no list of people is shown.
    public static let noPeople = "protected: lists of people are not shown in public"

    /// The population is that of the exact answer; it is looked at before anything of it is shown.
    private func show<Answer: Protectable>(
        _ answer: Answer,
        _ receipt: KeyPath<Answer, Receipt>
    ) throws -> Answer {
        try shown.show(answer[keyPath: receipt], policy)
        return answer.protected(by: policy)
    }
}
