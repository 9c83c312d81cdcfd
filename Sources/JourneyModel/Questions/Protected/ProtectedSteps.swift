/// The steps of a funnel, or of one of its groups, as they may be shown: from the cells up.
struct ProtectedSteps {
    private(set) var steps: [FunnelResult.Step] = []
    let entered: Int
    let converted: Int
    let pending: Int
    let dropped: Int
    let rate: Measure

    /// - Parameter isOfGroup: "nobody converted" is a statement on each of the group.
    init(
        _ exact: [FunnelResult.Step],
        converted: Int,
        entered: Int,
        _ policy: DisclosurePolicy,
        isOfGroup: Bool = false
    ) {
        let hidesZero = isOfGroup && policy.zero == .hidden && converted == 0
        self.converted = hidesZero ? .hidden(below: policy.lowest) : policy.count(converted)
        // From the last step to the first: who is there is who converted, and who stopped from here on.
        var there = hidesZero ? policy.standIn : policy.contribution(converted)
        var reached = exact.map { _ in 0 }
        for index in exact.indices.reversed() where !exact[index].isOptional {
            there += policy.contribution(exact[index].dropped) + policy.contribution(exact[index].pending)
            reached[index] = policy.isEnough(exact[index].reached) ? there : policy.count(exact[index].reached)
        }
        if let last = exact.indices.last(where: { !exact[$0].isOptional }), hidesZero {
            reached[last] = self.converted
        }
        for index in exact.indices where exact[index].isOptional {
            let next = exact.indices.first { $0 > index && !exact[$0].isOptional }
            let shown = next.map { policy.count(exact[index].reached, of: exact[$0].reached) } ?? .withheld
            reached[index] = next.map { reached[$0].isHidden ? .withheld : min(shown, reached[$0]) } ?? shown
        }
        self.entered = policy.isEnough(entered) ? there : policy.count(entered)
        pending = policy.total(of: exact.map(\.pending))
        dropped = policy.total(of: exact.map(\.dropped))
        rate = Self.rate(self.converted, of: self.entered, .d3, policy)
        var before = self.entered
        for index in exact.indices {
            steps.append(Self.step(exact[index], reached[index], after: before, of: self.entered, policy))
            let next = exact.indices.first { $0 > index && !exact[$0].isOptional }
            if exact[index].isOptional, let next {
                steps[index].ofPrevious = Self.rate(reached[index], of: reached[next], .d2, policy)
            } else {
                before = reached[index]
            }
        }
    }

    private static func step(
        _ exact: FunnelResult.Step,
        _ reached: Int,
        after before: Int,
        of entered: Int,
        _ policy: DisclosurePolicy
    ) -> FunnelResult.Step {
        var step = exact
        step.reached = reached
        step.dropped = policy.count(exact.dropped)
        step.pending = policy.count(exact.pending)
        step.ofPrevious = rate(reached, of: before, exact.ofPrevious.definition, policy)
        step.ofEntered = rate(reached, of: entered, exact.ofEntered.definition, policy)
        step.medianFromPrevious = policy.mean(exact.medianFromPrevious, of: exact.reached)
        step.next = policy.rows(exact.next, count: \.subjects).kept.map { next in
            var next = next
            next.subjects = policy.count(next.subjects)
            return next
        }
        step.nothingNext = step.dropped.isHidden ? .withheld : policy.count(exact.nothingNext, of: exact.dropped)
        step.completedOtherwise =
            step.dropped.isHidden ? .withheld : policy.count(exact.completedOtherwise, of: exact.dropped)
        return step
    }

    /// A share of shown counts.
    private static func rate(_ count: Int, of total: Int, _ id: DefinitionID, _ policy: DisclosurePolicy) -> Measure {
        policy.rounded(.rate(count, of: total, id))
    }

    func group(named value: String) -> FunnelResult.Group {
        FunnelResult.Group(
            value: value,
            entered: entered,
            converted: converted,
            pending: pending,
            dropped: dropped,
            steps: steps,
            rate: rate,
            againstRest: nil,
            medianTimeToConvert: nil
        )
    }

    /// Against all others, from shown counts; nil where the others are too few.
    func difference(from whole: ProtectedSteps, _ policy: DisclosurePolicy) -> RateDifference? {
        let counts = [converted, entered, whole.converted, whole.entered]
        guard !counts.contains(where: \.isHidden), policy.isEnough(whole.entered - entered) else { return nil }
        return newcombeDifference(
            converted,
            of: entered,
            minus: whole.converted - converted,
            of: whole.entered - entered
        ).map(policy.rounded)
    }
}
