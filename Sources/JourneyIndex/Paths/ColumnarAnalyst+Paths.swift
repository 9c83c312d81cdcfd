public import JourneyModel

extension ColumnarAnalyst {
    /// Which touchpoint follows which (D9): consecutive events in scope of one subject, in the order of D1.
    ///
    /// A hand-off needs both channels known. Coming back (D10) is counted by event: a self-loop where the event before is
    /// of the same touchpoint, else a repetition.
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    public func paths(_ query: PathsQuery) async throws -> PathsResult {
        let selection = try select(query.scope)
        let touchpoints = try source.dimension(Dimension.touchpoint)
        let channels = source.dimensionIfAny(Dimension.channel)
        let parts = try await selection.projection.scan(
            into: {
                PathsScan(selection, touchpoints: touchpoints.values.count, channels: channels?.values.count ?? 0)
            },
            { scan, subjects in scan.scan(subjects) }
        )
        var whole = PathsScan(selection, touchpoints: touchpoints.values.count, channels: channels?.values.count ?? 0)
        for part in parts { whole.join(part) }
        let (transitions, total, distinct) = try await transitions(whole, touchpoints, top: query.top)
        return PathsResult(
            query: query,
            transitions: transitions,
            transitionTotal: total,
            distinctTransitions: distinct,
            starts: values(whole.starts, touchpoints),
            ends: values(whole.ends, touchpoints),
            handoffs: channels.map { handoffs(whole.handoffs, $0) } ?? [],
            rework: rework(whole.rework, touchpoints),
            receipt: selection.receipt(
                [.d1, .d9, .d10, .d20],
                events: selection.mask.count,
                subjects: whole.subjects,
                facts: [.init("transitions counted by", .text("occurrences"))]
            )
        )
    }

    /// By count, then from, then to; the median gap of those that are returned takes a second scan.
    private func transitions(
        _ scan: PathsScan,
        _ touchpoints: IndexedDimension,
        top: Int
    ) async throws -> (top: [PathsResult.Transition], total: Int, distinct: Int) {
        let pairs = scan.transitions.pairs
        var leaving = touchpoints.table(0)
        for pair in pairs { leaving[Int(pair.from) + 1] += pair.count }
        let rank = touchpoints.ranks()
        let sorted = pairs.sorted { left, right in
            let a = (right.count, rank[Int(left.from) + 1], rank[Int(left.to) + 1])
            let b = (left.count, rank[Int(right.from) + 1], rank[Int(right.to) + 1])
            return a < b
        }
        let chosen = Array(sorted.prefix(max(0, top)))
        let gaps = try await gaps(of: chosen, scan)
        let transitions = zip(chosen, gaps).map { pair, gaps in
            PathsResult.Transition(
                from: touchpoints.name(of: pair.from),
                to: touchpoints.name(of: pair.to),
                count: pair.count,
                subjects: pair.subjects,
                share: .rate(pair.count, of: leaving[Int(pair.from) + 1], .d9),
                medianGap: medianSpan(gaps)
            )
        }
        return (transitions, pairs.reduce(0) { $0 + $1.count }, pairs.count)
    }

    /// The times between the two events of every occurrence of each of `pairs`.
    private func gaps(of pairs: [PairCounts.Pair], _ scan: PathsScan) async throws -> [[Int64]] {
        var slots: [UInt64: Int] = [:]
        for (slot, pair) in pairs.enumerated() { slots[pairKey(pair.from, pair.to)] = slot }
        let (selection, touchpoint, known) = (scan.selection, scan.touchpoint, slots)
        let parts = try await selection.projection.scan(into: { Array(repeating: [Int64](), count: pairs.count) }) {
            (gaps: inout [[Int64]], subjects: Range<Int>) in
            let time = selection.projection.events.time.values
            for subject in subjects {
                var last = -1
                for position in selection.projection.range(of: subject) where selection.mask.keeps(position) {
                    if last >= 0, let slot = known[pairKey(touchpoint[last], touchpoint[position])] {
                        gaps[slot].append(span(from: time[last], to: time[position]))
                    }
                    last = position
                }
            }
        }
        return pairs.indices.map { slot in parts.flatMap { $0[slot] } }
    }

    private func handoffs(_ counts: PairCounts, _ channels: IndexedDimension) -> [PathsResult.Handoff] {
        counts.pairs
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

private func pairKey(_ from: Int32, _ to: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
}
