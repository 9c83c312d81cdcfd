public import JourneyModel

extension PathsQuery: RefinedQuestion {
    /// The transitions that are shown with their times.
    public func chosen(from tally: PathsTally) -> [NamePair] {
        extent == .counts ? [] : tally.transitions.top(top).map(tally.transitions.pair)
    }

    public func refined(_ tally: PathsTally, with gaps: TallyTable<NamePair, Spans>) -> PathsTally {
        var tally = tally
        tally.gaps = gaps
        return tally
    }

    public func answer(from tally: PathsTally) -> PathsResult {
        PathsResult(
            query: self,
            transitions: transitions(tally),
            transitionTotal: tally.transitions.occurrences,
            distinctTransitions: tally.transitions.count,
            starts: values(tally.starts),
            ends: values(tally.ends),
            handOffs: tally.handOffs.map(HandOffsQuery(scope: scope).answer),
            rework: rework(tally.rework),
            receipt: tally.scope.receipt(
                [.d1, .d9, .d10, .d20],
                scope: scope,
                facts: [.init(.transitionsCountedBy, .remark(.occurrences))]
            )
        )
    }

    /// By count, then from, then to.
    private func transitions(_ tally: PathsTally) -> [PathsResult.Transition] {
        let all = tally.transitions
        let leaving = all.leaving
        return all.top(top).map { transition in
            PathsResult.Transition(
                from: all.from(transition).text,
                to: all.to(transition).text,
                count: transition.count,
                subjects: extent == .full ? transition.subjects : nil,
                share: .rate(transition.count, of: leaving[Int(transition.from)], .d9),
                medianGap: tally.gaps[all.pair(transition)]?.median
            )
        }
    }

    private func rework(_ rework: TallyTable<ValueName, PathsTally.Rework>) -> [PathsResult.Rework] {
        rework.pairs
            .map { touchpoint, counts in
                PathsResult.Rework(
                    touchpoint: touchpoint.text,
                    selfLoops: counts.selfLoops,
                    repetitions: counts.repetitions,
                    subjects: counts.subjects
                )
            }
            .sorted { ($1.subjects, $0.touchpoint) < ($0.subjects, $1.touchpoint) }
    }

    /// By count, then name.
    private func values(_ counts: TallyTable<ValueName, Int>) -> [Catalog.Value] {
        counts.pairs
            .map { Catalog.Value(name: $0.key.text, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
