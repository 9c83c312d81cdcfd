public import JourneyModel

extension IndicatorsQuery: TalliedQuestion {
    public func answer(from tally: IndicatorsTally) -> IndicatorsResult {
        let (costs, completions) = (TransactionCosts(tally.costs, scope: scope), CompletionSums(tally.completions))
        // What names no service is one only if a transaction names none.
        let services = tally.services.pairs.filter { name, service in
            (service.isServed && name != .missing) || service.completion.started + service.completion.allCompleted > 0
        }
        let names = services.compactMap(\.key.name)
        let hasStart = services.contains { $0.value.hasStart }
        let hasCompletion = services.contains { $0.value.hasCompletion }

        func figures(_ completion: CompletionTally, _ ratings: RatingCounts?, before end: Int64) -> Indicators {
            Indicators(
                completion: completion.completion(hasStart: hasStart, hasCompletion: hasCompletion),
                takeUp: completion.takeUp(hasCompletion: hasCompletion),
                costPerTransaction: costs.perTransaction(names, before: end, completions),
                satisfaction: tally.ratings.satisfaction(ratings, in: scope)
            )
        }

        let overall = tally.overall
        return IndicatorsResult(
            query: self,
            overall: figures(overall, tally.ratings.overall, before: tally.end),
            currency: costs.currency,
            services: services.map { row($0.key, $0.value, tally, costs, completions) }.sorted {
                $0.service < $1.service
            },
            trend: tally.periods.inOrder.map { period, counts in
                let ratings = tally.ratings.periods[period]
                return .init(period: period, indicators: figures(counts.completion, ratings, before: counts.end))
            },
            receipt: tally.scope.receipt(
                [.d12, .d13, .d14, .d15],
                scope: scope,
                facts: [
                    Receipt.Fact(.transactionsStarted, .count(overall.started)),
                    Receipt.Fact(.completedWithStart, .count(overall.completed)),
                    Receipt.Fact(.completedWithoutStart, .count(overall.unmatched)),
                    Receipt.Fact(.completedWithoutStartPoint, .count(overall.withoutStartPoint)),
                    Receipt.Fact(.completedWell, .count(overall.successful)),
                    Receipt.Fact(.journeyEndsAfter, .span(journeyGap)),
                ],
                notes: tally.periodNotes
            )
        )
    }

    private func row(
        _ name: ValueName,
        _ service: IndicatorsTally.Service,
        _ tally: IndicatorsTally,
        _ costs: TransactionCosts,
        _ completions: CompletionSums
    ) -> IndicatorsResult.ServiceRow {
        let rated = tally.ratings.services[name.text]
        let cost = costs.perTransaction([name.name].compactMap { $0 }, before: tally.end, completions)
        return IndicatorsResult.ServiceRow(
            service: name.text,
            indicators: Indicators(
                completion: service.completion.completion(
                    hasStart: service.hasStart,
                    hasCompletion: service.hasCompletion
                ),
                takeUp: service.completion.takeUp(hasCompletion: service.hasCompletion),
                costPerTransaction: cost,
                satisfaction: tally.ratings.satisfaction(rated?.ratings, in: scope)
            ),
            unfinished: service.unfinished,
            notOnline: service.notOnline,
            dissatisfied: rated?.dissatisfied ?? 0
        )
    }
}
