import JourneyModel
import Tallies

extension PathsQuery: IndexRefinedQuestion {
    func tally(in index: Workbench) async throws -> PathsTally { try await index.paths(self) }

    func details(of chosen: [NamePair], in index: Workbench) async throws -> TallyTable<NamePair, Spans> {
        chosen.isEmpty ? TallyTable() : try await index.gaps(of: chosen, scope)
    }
}

extension Workbench {
    /// Which touchpoint follows which (D9): consecutive events in scope of one subject, in the order of D1.
    ///
    /// Hand-offs (D20) are those of journeys, whatever the unit. Coming back (D10) is counted by event: a self-loop where the event before is
    /// of the same touchpoint, else a repetition.
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    fileprivate func paths(_ query: PathsQuery) async throws -> PathsTally {
        let selection = try select(query.scope)
        let touchpoints = try source.dimension(Dimension.touchpoint)
        let table = PairTable(codes: touchpoints.values.count)
        if query.extent == .counts, table.isSquare {
            return try await transitionCounts(selection, touchpoints, table)
        }
        let parts = try await selection.projection.scan(
            into: { PathsScan(selection, touchpoints: touchpoints.values.count) },
            { scan, subjects in scan.scan(subjects) },
            result: \.counts
        )
        let subjects = parts.reduce(0) { $0 + $1.subjects }
        var tally = tally(selection, PairCounts.joined(parts.map(\.transitions)), touchpoints, subjects: subjects)
        guard query.extent == .full else { return tally }
        // Cases of nobody known have them too, where nothing is a subject.
        tally.handOffs = try await handOffs(desk.ground(self, query.scope))
        guard var whole = parts.first else { return tally }
        for part in parts.dropFirst() { whole.join(part) }
        for (slot, rework) in whole.rework.enumerated() {
            let name = touchpoints.valueName(of: Int32(slot - 1))
            if whole.starts[slot] > 0 { tally.starts.add(whole.starts[slot], to: name) }
            if whole.ends[slot] > 0 { tally.ends.add(whole.ends[slot], to: name) }
            if rework.subjects > 0 { tally.rework.add(rework, to: name) }
        }
        return tally
    }

    /// Occurrences of transitions and nothing else.
    private func transitionCounts(
        _ selection: ScopeSelection,
        _ touchpoints: IndexedDimension,
        _ table: PairTable
    ) async throws -> PathsTally {
        let parts = try await selection.projection.scan(
            into: { TransitionScan(selection, table) },
            { scan, subjects in scan.scan(subjects) },
            result: \.result
        )
        let pairs = PairCounts.joined(parts.map(\.pairs))
        return tally(selection, pairs, touchpoints, subjects: parts.reduce(0) { $0 + $1.subjects })
    }

    private func tally(
        _ selection: ScopeSelection,
        _ pairs: [PairCounts.Pair],
        _ touchpoints: IndexedDimension,
        subjects: Int
    ) -> PathsTally {
        PathsTally(
            scope: selection.tally(events: selection.mask.count, subjects: subjects),
            transitions: TransitionCounts(pairs, of: touchpoints)
        )
    }

    /// The times between the two events of every occurrence of each of `pairs`.
    fileprivate func gaps(of pairs: [NamePair], _ scope: Scope) async throws -> TallyTable<NamePair, Spans> {
        let selection = try select(scope)
        let touchpoints = try source.dimension(Dimension.touchpoint)
        let codes = touchpoints.codes(of: Set(pairs.flatMap { [$0.from, $0.to] }))
        // A pair of which only other parts of the store have both touchpoints occurs nowhere here.
        let here = pairs.filter { codes[$0.from] != nil && codes[$0.to] != nil }
        let places = here.map { (codes[$0.from] ?? -1, codes[$0.to] ?? -1) }
        let parts = try await selection.projection.scan(
            into: { GapScan(selection, places, touchpoints: touchpoints.values.count) },
            { scan, subjects in scan.scan(subjects) },
            result: \.gaps
        )
        var gaps = TallyTable<NamePair, Spans>()
        for part in parts { for (pair, spans) in zip(here, part) { gaps.add(Spans(spans), to: pair) } }
        return gaps
    }
}

extension TransitionCounts {
    /// The same by name; codes that occur in no pair are left out.
    fileprivate init(_ pairs: [PairCounts.Pair], of dimension: IndexedDimension) {
        var occurs = dimension.table(false)
        for pair in pairs {
            occurs[Int(pair.from) + 1] = true
            occurs[Int(pair.to) + 1] = true
        }
        let (names, numbers) = dimension.vocabulary(occurs)
        self.init(
            names,
            pairs.map { pair in
                Transition(
                    from: numbers[Int(pair.from) + 1],
                    to: numbers[Int(pair.to) + 1],
                    count: pair.count,
                    subjects: pair.subjects
                )
            }
        )
    }
}
