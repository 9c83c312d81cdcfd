public import JourneyModel

extension CatalogQuestion: TalliedQuestion {
    public func answer(from tally: CatalogTally) -> Catalog {
        let days = tally.days.upTo(tally.horizon)
        return Catalog(
            events: tally.events,
            people: tally.people,
            cases: tally.cases,
            sessions: tally.sessions,
            first: tally.first,
            last: tally.last.lesser(tally.horizon),
            horizon: tally.horizon,
            tieGroups: tally.tieGroups,
            days: days.days,
            daysWithoutEvents: days.without,
            dimensions: [tally.dimensions, tally.personTraits, tally.caseTraits].flatMap(summaries),
            roles: Dictionary(grouping: tally.roles, by: \.role).mapValues { Set($0.map(\.touchpoint)).sorted() },
            annotations: tally.annotations.sorted(),
            declared: tally.declared,
            isDemo: tally.isDemo
        )
    }

    /// Touchpoint, channel and service first, then the others by name.
    private func summaries(_ dimensions: TallyTable<String, ValueCounts>) -> [Catalog.DimensionSummary] {
        let first = [Dimension.touchpoint, Dimension.channel, Dimension.service]
        func place(_ name: String) -> Int { first.firstIndex(of: name) ?? first.count }
        return dimensions.pairs
            .sorted { (place($0.key), $0.key) < (place($1.key), $1.key) }
            .map { Catalog.DimensionSummary(name: $0.key, values: $0.value.ranked) }
    }
}
