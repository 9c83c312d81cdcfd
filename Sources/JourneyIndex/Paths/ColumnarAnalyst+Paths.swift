import JourneyModel

extension PathsQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> PathsResult { try await index.paths(self) }
}

extension ColumnarAnalyst {
    /// Which touchpoint follows which (D9): consecutive events in scope of one subject, in the order of D1.
    ///
    /// A hand-off needs both channels known. Coming back (D10) is counted by event: a self-loop where the event before is
    /// of the same touchpoint, else a repetition.
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    func paths(_ query: PathsQuery) async throws -> PathsResult {
        let selection = try select(query.scope)
        let touchpoints = try source.dimension(Dimension.touchpoint)
        let table = PairTable(codes: touchpoints.values.count)
        if query.detail == .counts, table.isSquare {
            return try await transitionCounts(query, selection, touchpoints, table)
        }
        let channels = source.dimensionIfAny(Dimension.channel)
        let parts = try await selection.projection.scan(
            into: {
                PathsScan(selection, touchpoints: touchpoints.values.count, channels: channels?.values.count ?? 0)
            },
            { scan, subjects in scan.scan(subjects) },
            result: \.counts
        )
        guard var whole = parts.first else { return nothing(query, selection) }
        for part in parts.dropFirst() { whole.join(part) }
        let pairs = PairCounts.joined(parts.map(\.transitions))
        let chosen = top(query.top, of: pairs, touchpoints)
        let gaps = try await gaps(of: chosen, selection, touchpoints)
        return PathsResult(
            query: query,
            transitions: transitions(chosen, of: pairs, touchpoints, gaps: gaps, hasSubjects: true),
            transitionTotal: pairs.reduce(0) { $0 + $1.count },
            distinctTransitions: pairs.count,
            starts: values(whole.starts, touchpoints),
            ends: values(whole.ends, touchpoints),
            handoffs: channels.map { handoffs(PairCounts.joined(parts.map(\.handoffs)), $0) } ?? [],
            rework: rework(whole.rework, touchpoints),
            receipt: receipt(selection, subjects: whole.subjects)
        )
    }

    /// Occurrences of transitions and nothing else.
    private func transitionCounts(
        _ query: PathsQuery,
        _ selection: ScopeSelection,
        _ touchpoints: IndexedDimension,
        _ table: PairTable
    ) async throws -> PathsResult {
        let parts = try await selection.projection.scan(
            into: { TransitionScan(selection, table) },
            { scan, subjects in scan.scan(subjects) },
            result: \.result
        )
        let pairs = PairCounts.joined(parts.map(\.pairs))
        var result = nothing(query, selection)
        let chosen = top(query.top, of: pairs, touchpoints)
        result.transitions = transitions(chosen, of: pairs, touchpoints, gaps: nil, hasSubjects: false)
        result.transitionTotal = pairs.reduce(0) { $0 + $1.count }
        result.distinctTransitions = pairs.count
        result.receipt = receipt(selection, subjects: parts.reduce(0) { $0 + $1.subjects })
        return result
    }

    private func nothing(_ query: PathsQuery, _ selection: ScopeSelection) -> PathsResult {
        PathsResult(
            query: query,
            transitions: [],
            transitionTotal: 0,
            distinctTransitions: 0,
            starts: [],
            ends: [],
            handoffs: [],
            rework: [],
            receipt: receipt(selection, subjects: 0)
        )
    }

    private func receipt(_ selection: ScopeSelection, subjects: Int) -> Receipt {
        selection.receipt(
            [.d1, .d9, .d10, .d20],
            events: selection.mask.count,
            subjects: subjects,
            facts: [.init("transitions counted by", .text("occurrences"))]
        )
    }

    /// By count, then from, then to.
    private func top(_ count: Int, of pairs: [PairCounts.Pair], _ touchpoints: IndexedDimension) -> [PairCounts.Pair] {
        let rank = touchpoints.ranks()
        let sorted = pairs.sorted { left, right in
            let a = (right.count, rank[Int(left.from) + 1], rank[Int(left.to) + 1])
            let b = (left.count, rank[Int(right.from) + 1], rank[Int(right.to) + 1])
            return a < b
        }
        return Array(sorted.prefix(max(0, count)))
    }

    private func transitions(
        _ chosen: [PairCounts.Pair],
        of pairs: [PairCounts.Pair],
        _ touchpoints: IndexedDimension,
        gaps: [[Int64]]?,
        hasSubjects: Bool
    ) -> [PathsResult.Transition] {
        var leaving = touchpoints.table(0)
        for pair in pairs { leaving[Int(pair.from) + 1] += pair.count }
        return chosen.enumerated().map { index, pair in
            PathsResult.Transition(
                from: touchpoints.name(of: pair.from),
                to: touchpoints.name(of: pair.to),
                count: pair.count,
                subjects: hasSubjects ? pair.subjects : nil,
                share: .rate(pair.count, of: leaving[Int(pair.from) + 1], .d9),
                medianGap: gaps.flatMap { medianSpan($0[index]) }
            )
        }
    }

    /// The times between the two events of every occurrence of each of `pairs`.
    private func gaps(
        of pairs: [PairCounts.Pair],
        _ selection: ScopeSelection,
        _ touchpoints: IndexedDimension
    ) async throws -> [[Int64]] {
        let scan = { @Sendable in GapScan(selection, pairs, touchpoints: touchpoints.values.count) }
        let parts = try await selection.projection.scan(
            into: scan,
            { scan, subjects in scan.scan(subjects) },
            result: \.gaps
        )
        return pairs.indices.map { slot in parts.flatMap { $0[slot] } }
    }

    private func handoffs(_ pairs: [PairCounts.Pair], _ channels: IndexedDimension) -> [PathsResult.Handoff] {
        pairs
            .map { pair in
                PathsResult.Handoff(
                    from: channels.name(of: pair.from),
                    to: channels.name(of: pair.to),
                    count: pair.count,
                    subjects: pair.subjects
                )
            }
            .sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
    }

    private func rework(_ rework: [PathsScan.Rework], _ touchpoints: IndexedDimension) -> [PathsResult.Rework] {
        rework.enumerated()
            .filter { $0.element.subjects > 0 }
            .map { slot, counts in
                PathsResult.Rework(
                    touchpoint: touchpoints.name(of: Int32(slot - 1)),
                    selfLoops: counts.selfLoops,
                    repetitions: counts.repetitions,
                    subjects: counts.subjects
                )
            }
            .sorted { ($1.subjects, $0.touchpoint) < ($0.subjects, $1.touchpoint) }
    }

    /// Counts by code + 1 as values, by count, then name.
    private func values(_ counts: [Int], _ dimension: IndexedDimension) -> [Catalog.Value] {
        counts.enumerated()
            .filter { $0.element > 0 }
            .map { Catalog.Value(name: dimension.name(of: Int32($0 - 1)), count: $1) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
