import JourneyModel
import Tallies

extension CatalogQuestion: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> CatalogTally { try await index.catalog() }
}

extension Workbench {
    /// What there is to choose from. People and cases are those with events; sessions are those of D10. A value that no
    /// event (of a trait: no person or case) has any more is left out.
    ///
    /// - Throws: `CancellationError`.
    fileprivate func catalog() async throws -> CatalogTally {
        let manifest = source.image.manifest
        let subjects = try await desk.subjects(self)
        return CatalogTally(
            events: source.count,
            people: manifest.unit == .person ? manifest.subjects : 0,
            cases: manifest.unit == .case ? manifest.subjects : subjects.cases,
            sessions: subjects.sessions,
            first: manifest.first.map { Timestamp(milliseconds: $0) },
            last: manifest.last.map { Timestamp(milliseconds: $0) },
            horizon: source.horizon,
            tieGroups: subjects.tieGroups,
            days: subjects.days,
            dimensions: values { if case .event = $0 { true } else { false } },
            personTraits: values { if case .person = $0 { true } else { false } },
            caseTraits: values { if case .case = $0 { true } else { false } },
            roles: Set(source.roles),
            annotations: source.annotations,
            declared: source.declared,
            isDemo: source.isDemo
        )
    }

    private func values(_ isWanted: (IndexedDimension.Place) -> Bool) -> TallyTable<String, ValueCounts> {
        var table = TallyTable<String, ValueCounts>()
        for dimension in source.dimensions where isWanted(dimension.place) {
            let counts = zip(dimension.values, dimension.counts.dropFirst())
            table.add(ValueCounts(counts.map { Catalog.Value(name: $0, count: $1) }), to: dimension.name)
        }
        return table
    }
}
