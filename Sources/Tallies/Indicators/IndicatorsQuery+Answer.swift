public import JourneyModel

extension IndicatorsQuery: TalliedQuestion {
    public func answer(from tally: IndicatorsTally) -> IndicatorsResult {
        let (costs, completions) = (TransactionCosts(tally.costs, scope: scope), CompletionSums(tally.completions))
        // What names no service is one only if a transaction names none, or somebody rated what they did not name.
        let services = tally.services.pairs.filter { name, service in
            (service.isServed && name != .missing) || service.completion.started + service.completion.allCompleted > 0
        }
        let names = services.compactMap(\.key.name)
        let hasStart = services.contains { $0.value.hasStart }
        let hasCompletion = services.contains { $0.value.hasCompletion }

        func figures(_ completion: CompletionTally, _ ratings: RatingCounts?, before end: Int64?) -> Indicators {
            Indicators(
                completion: completion.completion(hasStart: hasStart, hasCompletion: hasCompletion),
                takeUp: completion.takeUp(hasCompletion: hasCompletion),
                costPerTransaction: end.map { costs.perTransaction(names, before: $0, completions) }
                    ?? .absent(.d14, because: .noDataInYear),
                satisfaction: tally.ratings.satisfaction(ratings, in: scope)
            )
        }
        let rated = tally.ratings.services.keys.filter { name in !services.contains { $0.key.text == name } }
        let rows =
            services
            + rated.map { name in
                let service = name == Dimension.notSet ? ValueName.missing : ValueName(name)
                return (service, tally.services[service] ?? .withoutEvents)
            }

        let overall = tally.overall
        let trend = periods(tally)
        return IndicatorsResult(
            query: self,
            overall: figures(overall, tally.ratings.overall, before: tally.end),
            currency: costs.currency,
            services: rows.map { row($0.0, $0.1, tally, costs, completions) }.sorted {
                $0.service < $1.service
            },
            trend: trend.map { period in
                let (counts, ratings) = (tally.periods[period], tally.ratings.periods[period])
                let completion = counts?.completion ?? CompletionTally()
                return .init(period: period, indicators: figures(completion, ratings, before: counts?.end))
            },
            annotations: scope.annotations(tally.annotations, on: trend),
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

    private static let mostPeriods = 10_000

    /// Those in which the store has events, those in which somebody gave a rating, and all between; but of ratings that are
    /// later than the last import, or from before 1990 (D27), only their own.
    private func periods(_ tally: IndicatorsTally) -> [Period] {
        let all = Set(tally.periods.keys).union(tally.ratings.periods.keys)
        let last = tally.imported.map { Period(every, containing: scope.zone.date(at: $0)) }
        let first = Period(every, containing: CivilDate.firstSensible)
        func isSensible(_ period: Period) -> Bool { period >= first && last.map { period <= $0 } ?? true }
        let sensible = all.filter { tally.periods[$0] != nil || isSensible($0) }
        guard var period = sensible.min(), let end = sensible.max() else { return all.sorted() }
        var between: Set<Period> = []
        while period < end, between.count < IndicatorsQuery.mostPeriods {
            between.insert(period)
            period = period.advanced(by: 1)
        }
        return all.union(between).sorted()
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

extension IndicatorsTally.Service {
    /// A service that was rated, and of which no event tells.
    fileprivate static let withoutEvents = Self(
        isServed: false,
        completion: CompletionTally(),
        unfinished: 0,
        notOnline: 0,
        hasStart: false,
        hasCompletion: false
    )
}
