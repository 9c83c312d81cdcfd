public import JourneyModel

/// Answers to a little of everything, to be compared.
public struct AnswerSheet: Equatable, Sendable {
    /// Nil, as the other optional ones are, where the data have nothing of what is asked for.
    public var funnel: FunnelResult?
    public var paths: PathsResult?
    public var channels: ChannelsResult
    public var variants: VariantsResult?
    public var cases: VariantsResult?
    public var indicators: IndicatorsResult
    public var preferences: PreferencesResult
    public var contacts: ContactsResult
    public var catalog: Catalog

    public init(_ analyst: any JourneyAnalyst) async throws {
        let filter = Filter(dimension: "person.band", values: ["young"])
        let steps = ["start", "form", "done"].map { FunnelStep(touchpoint: $0) }
        funnel = try await Self.known {
            try await analyst.answer(FunnelQuery(steps: steps, window: 20 * .day, breakdown: "channel"))
        }
        paths = try await Self.known { try await analyst.answer(PathsQuery(scope: Scope(filters: [filter]))) }
        channels = try await analyst.answer(ChannelsQuery(every: .week))
        variants = try await Self.known { try await analyst.answer(VariantsQuery(scope: Scope(unit: .session))) }
        cases = try await Self.known { try await analyst.answer(VariantsQuery(scope: Scope(unit: .case))) }
        indicators = try await analyst.answer(IndicatorsQuery())
        preferences = try await analyst.answer(PreferencesQuery())
        contacts = try await analyst.answer(ContactsQuery())
        catalog = try await analyst.answer(CatalogQuestion())
    }

    private static func known<Result>(_ ask: () async throws -> Result) async throws -> Result? {
        do { return try await ask() } catch is AnalysisError { return nil }
    }

    /// The names of the answers that differ.
    public func differences(from other: AnswerSheet) -> [String] {
        [
            ("funnel", funnel == other.funnel), ("paths", paths == other.paths),
            ("channels", channels == other.channels),
            ("variants", variants == other.variants), ("cases", cases == other.cases),
            ("indicators", indicators == other.indicators), ("preferences", preferences == other.preferences),
            ("contacts", contacts == other.contacts), ("catalog", catalog == other.catalog),
        ].filter { !$0.1 }.map(\.0)
    }
}
