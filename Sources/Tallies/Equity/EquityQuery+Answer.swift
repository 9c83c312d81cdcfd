public import JourneyModel

extension EquityQuery: TalliedQuestion {
    /// Worst first (D21). Who has no value of the trait is in every group's rest, and in `unknown`.
    public func answer(from tally: EquityTally) -> EquityResult {
        let whole = tally.groups.tallies.reduce(into: EquityTally.Group()) { $0.add($1) }
        let unknown = tally.groups[.missing]?.people ?? 0
        let groups = tally.groups.pairs.filter { $0.key != .missing }.map { value, group in
            EquityResult.Group(
                value: value.text,
                completion: .rate(group.completed, of: group.started, .d21),
                people: group.people,
                againstRest: newcombeDifference(
                    group.completed,
                    of: group.started,
                    minus: whole.completed - group.completed,
                    of: whole.started - group.started
                )
            )
        }
        return EquityResult(
            query: self,
            groups: groups.sorted { left, right in
                let (a, b) = (left.completion.value ?? 2, right.completion.value ?? 2)
                return a == b ? left.value < right.value : a < b
            },
            whole: .rate(whole.completed, of: whole.started, .d12),
            unknown: .rate(unknown, of: whole.people, .d21),
            receipt: tally.scope.receipt(
                [.d21, .d12, .d7],
                scope: scope,
                facts: [
                    Receipt.Fact(.transactionsDue, .count(whole.started)),
                    Receipt.Fact(.completedWithin, .span(journeyGap)),
                ],
                notes: notes(tally, whole, unknown: unknown)
            )
        )
    }

    private func notes(_ tally: EquityTally, _ whole: EquityTally.Group, unknown: Int) -> [Remark] {
        if !tally.isAnyStartSeen { return [.nobodySeenToStart] }
        if whole.started == 0 { return [.noTransactionDue] }
        return Double(unknown) > 0.2 * Double(whole.people) ? [.traitMostlyUnknown] : []
    }
}
