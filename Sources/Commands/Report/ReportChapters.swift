import JourneyModel
import Reports

/// Asks the questions of a report's views, each with the same scope.
struct ReportChapters {
    var analyst: any JourneyAnalyst
    var scope: Scope
    var before: TimeRange?
    /// Of the funnel; none: those that the dashboard opens with.
    var steps: [FunnelStep]
    var window: Milliseconds?

    /// How long lists are.
    private static let top = 20

    /// - Throws: what the analyst throws.
    func report(_ view: ReportView) async throws -> Report {
        switch view {
        case .overview: try await analyst.answer(OverviewQuery(scope: scope, before: before)).report
        case .funnel: try await funnel()
        case .paths: try await analyst.answer(PathsQuery(scope: scope, top: Self.top)).report
        case .variants: try await analyst.answer(VariantsQuery(scope: scope, top: Self.top)).report
        case .channels: try await analyst.answer(ChannelsQuery(scope: scope)).report
        case .preferences: try await analyst.answer(PreferencesQuery(scope: scope)).report
        case .maturity: try await analyst.answer(MaturityQuery(scope: scope)).report
        case .kpis: try await analyst.answer(IndicatorsQuery(scope: scope)).report
        case .contacts: try await analyst.answer(ContactsQuery(scope: scope)).report
        case .handoffs: try await analyst.answer(HandOffsQuery(scope: scope)).report
        }
    }

    private func funnel() async throws -> Report {
        let first = steps.isEmpty ? try await analyst.answer(FirstFunnelQuestion()) : nil
        guard first.map({ $0.source != nil }) ?? true else {
            return Report(
                title: "Funnel",
                sections: [Report.Section("Steps", notes: ["Nothing suggests a funnel: choose its steps with --step"])]
            )
        }
        return try await analyst.funnel(FunnelQuery(scope: scope, steps: steps, window: window)).report
    }
}
