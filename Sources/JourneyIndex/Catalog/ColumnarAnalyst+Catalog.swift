import JourneyModel

extension CatalogQuestion: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> Catalog { try await index.catalog() }
}

extension ColumnarAnalyst {
    /// What there is to choose from. People and cases are those with events; sessions are those of D10. A value that no
    /// event (of a trait: no person or case) has any more is left out.
    ///
    /// - Throws: `CancellationError`.
    func catalog() async throws -> Catalog {
        let manifest = source.image.manifest
        let subjects = try await desk.subjects(self)
        return Catalog(
            events: source.count,
            people: manifest.unit == .person ? manifest.subjects : 0,
            cases: manifest.unit == .case ? manifest.subjects : subjects.cases,
            sessions: subjects.sessions,
            first: manifest.first.map { Timestamp(milliseconds: $0) },
            last: manifest.last.map { Timestamp(milliseconds: $0) },
            horizon: source.horizon,
            dimensions: source.dimensions.map { .init(name: $0.name, values: values(of: $0)) },
            roles: roles(),
            isDemo: source.isDemo
        )
    }

    /// Most frequent first, then by name.
    private func values(of dimension: IndexedDimension) -> [Catalog.Value] {
        zip(dimension.values, dimension.counts.dropFirst())
            .filter { $0.1 > 0 }
            .map { Catalog.Value(name: $0, count: $1) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private func roles() -> [TouchpointRole: [String]] {
        Dictionary(grouping: source.roles, by: \.role).mapValues { declarations in
            Set(declarations.map(\.touchpoint)).sorted()
        }
    }
}
