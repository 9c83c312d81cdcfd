import JourneyModel
import Tallies

extension IndicatorsQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> IndicatorsTally { try await index.indicators(self) }
}

extension Workbench {
    /// What the four KPIs of `query.scope` are made of, by service and by period (D12 to D15).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func indicators(_ query: IndicatorsQuery) async throws -> IndicatorsTally {
        let ground = try await desk.ground(self, query.scope)
        let found = try await desk.transactions(self, ground, every: query.every)
        let (plan, book, rules) = (found.plan, found.book, ground.rules)
        var services = TallyTable<ValueName, IndicatorsTally.Service>()
        for slot in book.byService.indices {
            // Also those without events in range: somebody may have rated them.
            let service = IndicatorsTally.Service(
                isServed: ground.eventsByService[slot] > 0,
                completion: book.byService[slot],
                unfinished: found.unfinished.counts[slot],
                notOnline: found.notOnline.counts[slot],
                hasStart: rules.hasStart[slot],
                hasCompletion: rules.hasCompletion[slot]
            )
            services.add(service, to: rules.service(slot))
        }
        var periods = TallyTable<Period, IndicatorsTally.PeriodCounts>()
        for (period, figure) in zip(plan.periods, zip(plan.spans, book.byPeriod)) {
            let end = TransactionPlan.end(of: figure.0, whole: ground.end)
            periods.add(IndicatorsTally.PeriodCounts(completion: figure.1, end: end), to: period)
        }
        return IndicatorsTally(
            scope: ground.tally,
            overall: book.overall,
            services: services,
            periods: periods,
            periodNotes: plan.notes,
            end: ground.end,
            costs: plan.costs,
            completions: found.costs.named(rules),
            imported: source.reach.imported,
            ratings: FeedbackScores(self, scope: query.scope).tally(plan),
            annotations: source.annotations
        )
    }
}
