import JourneyModel
import Tallies

extension IndicatorsQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> IndicatorsResult { try await index.indicators(self) }
}

extension ColumnarAnalyst {
    /// The four KPIs of `query.scope`, by service and by period (D12 to D15).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func indicators(_ query: IndicatorsQuery) async throws -> IndicatorsResult {
        let ground = try await desk.ground(self, query.scope)
        let found = try await desk.transactions(self, ground, every: query.every)
        let scores = FeedbackScores(self, scope: query.scope)
        let (plan, book, costs) = (found.plan, found.book, found.plan.costs)
        let services = ground.services(including: book.byService)

        func figures(
            _ tally: CompletionTally,
            _ services: [Int],
            name: String? = nil,
            _ span: ClosedRange<Int64>?,
            _ end: Int64
        ) -> Indicators {
            let hasCompletion = services.contains { ground.rules.hasCompletion[$0] }
            return Indicators(
                completion: tally.completion(
                    hasStart: services.contains { ground.rules.hasStart[$0] },
                    hasCompletion: hasCompletion
                ),
                takeUp: tally.takeUp(hasCompletion: hasCompletion),
                costPerTransaction: costs.perTransaction(services, before: end, found.costs),
                satisfaction: scores.satisfaction(in: span, service: name)
            )
        }

        let end = ground.end
        return IndicatorsResult(
            query: query,
            overall: figures(book.overall, services, ground.filter.range, end),
            currency: costs.currency,
            services: services.map { service in
                let name = ground.rules.serviceName(Int32(service) - 1)
                return IndicatorsResult.ServiceRow(
                    service: name,
                    indicators: figures(book.byService[service], [service], name: name, ground.filter.range, end),
                    unfinished: found.unfinished.counts[service],
                    notOnline: found.notOnline.counts[service],
                    dissatisfied: scores.peopleDissatisfied(in: ground.filter.range, service: name)
                )
            }.sorted { $0.service < $1.service },
            trend: zip(plan.periods, zip(plan.spans, book.byPeriod)).map { period, figure in
                let (span, tally) = figure
                return IndicatorsResult.TrendPoint(
                    period: period,
                    indicators: figures(tally, services, span, TransactionPlan.end(of: span, whole: end))
                )
            },
            receipt: ground.receipt(
                [.d12, .d13, .d14, .d15],
                events: ground.events,
                subjects: ground.subjects,
                facts: [
                    Receipt.Fact(.transactionsStarted, .count(book.overall.started)),
                    Receipt.Fact(.completedWithStart, .count(book.overall.completed)),
                    Receipt.Fact(.completedWithoutStart, .count(book.overall.unmatched)),
                    Receipt.Fact(.completedWithoutStartPoint, .count(book.overall.withoutStartPoint)),
                    Receipt.Fact(.completedWell, .count(book.overall.successful)),
                    Receipt.Fact(.journeyEndsAfter, .span(journeyGap)),
                ],
                notes: plan.notes
            )
        )
    }
}
