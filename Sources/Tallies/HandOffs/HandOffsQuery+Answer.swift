public import JourneyModel

extension HandOffsQuery: TalliedQuestion {
    public func answer(from tally: HandOffsTally) -> HandOffsResult {
        let whole = tally.pairs.tallies.reduce(into: HandOffsTally.Pair()) { $0.add($1) }
        let count = whole.gaps.count
        return HandOffsResult(
            query: self,
            handOffs: count,
            subjects: tally.subjects,
            pending: count - whole.due,
            completed: completed(whole, tally.signs),
            reAsked: reAsked(whole),
            medianGap: whole.gaps.median,
            pairs: tally.pairs.pairs.map { pair($0.key, $0.value, tally.signs) }.sorted(by: comesFirst),
            isolation: isolation(tally),
            receipt: tally.scope.receipt(
                [.d20, .d10, .d1],
                scope: scope,
                facts: [
                    Receipt.Fact(.journeyEndsAfter, .span(journeyGap)),
                    Receipt.Fact(.completedWithin, .span(HandOffsTally.window)),
                    Receipt.Fact(.handOffsPending, .count(count - whole.due)),
                    Receipt.Fact(.asksAgainWithin, .span(HandOffsTally.reaskWindow)),
                    Receipt.Fact(.inboundWithoutChannel, .count(tally.withoutChannel)),
                ]
            )
        )
    }

    private func pair(
        _ names: NamePair,
        _ pair: HandOffsTally.Pair,
        _ signs: HandOffsTally.Signs
    ) -> HandOffsResult.Pair {
        HandOffsResult.Pair(
            from: names.from.text,
            to: names.to.text,
            count: pair.gaps.count,
            subjects: pair.subjects,
            completed: completed(pair, signs),
            reAsked: reAsked(pair),
            medianGap: pair.gaps.median
        )
    }

    /// By count, then from, then to.
    private func comesFirst(_ left: HandOffsResult.Pair, _ right: HandOffsResult.Pair) -> Bool {
        left.count != right.count ? left.count > right.count : (left.from, left.to) < (right.from, right.to)
    }

    private func completed(_ pair: HandOffsTally.Pair, _ signs: HandOffsTally.Signs) -> Measure {
        guard pair.due > 0 else { return .absent(.d20, because: .noHandOffDue(days: days(HandOffsTally.window))) }
        guard signs.completion else { return .absent(.d20, because: .completionUndefined) }
        return .rate(pair.completed, of: pair.due, .d20)
    }

    private func reAsked(_ pair: HandOffsTally.Pair) -> Measure {
        guard pair.dueToAsk > 0 else {
            return .absent(.d20, because: .noHandOffDue(days: days(HandOffsTally.reaskWindow)))
        }
        return .rate(pair.askedAgain, of: pair.dueToAsk, .d20)
    }

    private func days(_ span: Milliseconds) -> Int { Int(span / .day) }

    private func isolation(_ tally: HandOffsTally) -> Measure {
        guard tally.signs.cases else { return .absent(.d20, because: .noCase) }
        guard tally.linkage.several > 0 else {
            return Measure(value: nil, denominator: 0, definition: .d20, caveats: [.nobodyOnSeveralChannels])
        }
        return .rate(tally.linkage.linked, of: tally.linkage.several, .d20)
    }
}
