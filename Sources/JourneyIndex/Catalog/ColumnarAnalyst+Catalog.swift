public import JourneyModel

extension ColumnarAnalyst {
    /// What there is to choose from. People and cases are those with events; sessions are those of D10. A value that no
    /// event (of a trait: no person or case) has any more is left out.
    ///
    /// - Throws: `CancellationError`.
    public func catalog() async throws -> Catalog {
        let events = snapshot.events
        var dimensions: [Catalog.DimensionSummary] = []
        for dimension in source.dimensions {
            try Task.checkCancellation()
            dimensions.append(.init(name: dimension.name, values: values(of: dimension)))
        }
        return Catalog(
            events: source.count,
            people: distinct(events.person),
            cases: distinct(events.caseID),
            sessions: projection(.session).subjects,
            first: events.time.min().map { Timestamp(milliseconds: $0) },
            last: events.time.max().map { Timestamp(milliseconds: $0) },
            horizon: source.horizon,
            dimensions: dimensions,
            roles: roles(),
            isDemo: snapshot.isDemo
        )
    }

    /// Most frequent first, then by name.
    private func values(of dimension: IndexedDimension) -> [Catalog.Value] {
        let codes =
            switch dimension.place {
            case .event(let index): snapshot.events.dimensions[index].codes
            case .person(let index): snapshot.people.traits[index].codes
            case .case(let index): snapshot.cases.traits[index].codes
            }
        var counts = dimension.table(0)
        for code in codes { counts[Int(code) + 1] += 1 }
        let values = zip(dimension.values, counts.dropFirst()).filter { $0.1 > 0 }
        return
            values
            .map { Catalog.Value(name: $0, count: $1) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private func distinct(_ codes: [Int32]) -> Int {
        var isSeen = Array(repeating: false, count: Int(codes.max() ?? -1) + 1)
        for code in codes where code >= 0 { isSeen[Int(code)] = true }
        return isSeen.count { $0 }
    }

    private func roles() -> [TouchpointRole: [String]] {
        Dictionary(grouping: snapshot.roles, by: \.role).mapValues { declarations in
            Set(declarations.map(\.touchpoint)).sorted()
        }
    }
}
