extension FunnelResult {
    /// Those who stopped at a step, those on their way there, and those who converted are the cells; how many reached a step
    /// is the sum of those from there on (rules 2 and 3). There is no histogram: its ends are the least and the most.
    public func protected(by policy: DisclosurePolicy) -> FunnelResult {
        guard !receipt.isProtected else { return self }
        let whole = ProtectedSteps(steps, converted: converted, entered: entered, policy)
        var result = self
        result.entered = whole.entered
        result.converted = whole.converted
        result.pending = whole.pending
        result.dropped = whole.dropped
        result.steps = whole.steps
        result.rateOfAll = whole.rate
        result.rateOfMature = pending == 0 ? whole.rate : policy.measure(rateOfMature)
        result.timeToConvert = timeToConvert.protected(by: policy)
        result.groups = protectedGroups(whole, policy)
        result.receipt = receipt.protected(by: policy)
        result.first = first?.protected(by: policy)
        return result
    }

    private func protectedGroups(_ whole: ProtectedSteps, _ policy: DisclosurePolicy) -> [Group] {
        let (kept, small) = policy.rows(groups, count: \.entered)
        var shown = kept.map { group -> Group in
            let own = ProtectedSteps(
                group.steps,
                converted: group.converted,
                entered: group.entered,
                policy,
                isOfGroup: true
            )
            var result = own.group(named: group.value)
            result.medianTimeToConvert = policy.mean(group.medianTimeToConvert, of: group.converted)
            if group.againstRest != nil { result.againstRest = own.difference(from: whole, policy) }
            return result
        }
        if !small.isEmpty {
            shown.append(folded(small, policy))
        }
        return shown
    }

    /// The groups that are too small, together: how many they are, and nothing else.
    private func folded(_ small: [Group], _ policy: DisclosurePolicy) -> Group {
        let hidden = Measure.absent(.d3, because: policy.reason)
        return Group(
            value: DisclosurePolicy.smallGroups,
            entered: policy.total(of: small.map(\.entered)),
            converted: .withheld,
            pending: .withheld,
            dropped: .withheld,
            steps: steps.map {
                Step(
                    name: $0.name,
                    isOptional: $0.isOptional,
                    reached: .withheld,
                    dropped: .withheld,
                    pending: .withheld,
                    ofPrevious: hidden,
                    ofEntered: hidden
                )
            },
            rate: hidden,
            againstRest: nil,
            medianTimeToConvert: nil
        )
    }
}

extension FunnelResult.TimeToConvert {
    /// The quantiles far out need ten times as many (rule 5).
    fileprivate func protected(by policy: DisclosurePolicy) -> Self {
        let most = policy.isEnough(n) ? n >= 10 * policy.threshold ? 0.0...1.0 : 0.25...0.75 : nil
        return Self(
            n: policy.count(n),
            quantiles: quantiles.filter { quantile, _ in most?.contains(quantile) ?? false },
            histogram: nil,
            spans: [],
            curve: curve.protected(by: policy)
        )
    }
}
