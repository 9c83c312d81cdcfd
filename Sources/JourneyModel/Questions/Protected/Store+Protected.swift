extension Catalog {
    /// The names of what a service consists of stay. A value of anything else is not offered where few have it.
    public func protected(by policy: DisclosurePolicy) -> Catalog {
        var catalog = self
        catalog.events = policy.count(events)
        catalog.people = policy.count(people)
        catalog.cases = policy.count(cases)
        catalog.sessions = policy.count(sessions)
        catalog.tieGroups = policy.count(tieGroups)
        // Days are no people; but on a day without events nobody was there, and in a small store that is somebody.
        catalog.days = policy.count(days)
        catalog.daysWithoutEvents = policy.count(daysWithoutEvents)
        catalog.dimensions = dimensions.map { dimension in
            let values =
                Dimension.namesService(dimension.name)
                ? dimension.values : dimension.values.filter { policy.isShown($0.count) }
            return DimensionSummary(
                name: dimension.name,
                values: values.map { Value(name: $0.name, count: policy.count($0.count)) }
            )
        }
        return catalog
    }
}

extension StoreSummary {
    /// Rows are counted as people are: a row can be of one. What stood in rejected rows is not shown at all (rule 8).
    public func protected(by policy: DisclosurePolicy) -> StoreSummary {
        var summary = self
        for count in [
            \StoreSummary.events, \.people, \.cases, \.rejectedTotal, \.mergedIdentities,
        ] {
            summary[keyPath: count] = policy.count(self[keyPath: count])
        }
        // How many values a dimension has is no count of people, but of many values each can be of one.
        summary.dimensions = dimensions.map { dimension in
            let count = policy.isShown(dimension.count) ? policy.count(dimension.count) : dimension.count
            return Catalog.Value(name: dimension.name, count: count)
        }
        summary.sources = sources.map { source in
            var shown = source
            for count in [\Source.read, \.stored, \.duplicates, \.rejected] {
                shown[keyPath: count] = policy.count(source[keyPath: count])
            }
            return shown
        }
        summary.rejects = []
        // What few have written names a person as well as a channel.
        let naming: [RemarkID] = [.preferencesForChannelNobodyHas, .recordsOfNobodysName, .wordNotUnderstood]
        let shown = findings.filter { !naming.contains($0.title.id) || policy.isShown($0.count) }
        summary.findings = shown.map { finding in
            Finding(title: finding.title, count: policy.count(finding.count), of: policy.count(finding.of))
        }
        return summary
    }
}

extension DisclosurePolicy {
    /// A count that rule 1 lets through.
    fileprivate func isShown(_ count: Int) -> Bool { isEnough(count) || count == 0 }
}
