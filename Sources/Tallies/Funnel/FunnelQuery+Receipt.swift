import JourneyModel

extension FunnelQuery {
    func receipt(_ tally: FunnelTally) -> Receipt {
        let hasExclusions = !exclusions.isEmpty
        let entry = scope.unit == .attempt ? Entry.every : entry
        var facts: [Receipt.Fact] = [
            .init(.window, .span(window)),
            .init(.order, .choice(order.rawValue)),
            .init(.entry, .choice(entry.rawValue)),
            .init(.ties, .choice(ties.rawValue)),
            .init(.stepInstants, .count(tally.stepInstants)),
        ]
        if hasExclusions {
            facts += [
                .init(.excluded, .remark(.names(exclusions.map { FunnelStep([$0.touchpoint]).name }))),
                .init(.exclusionPolicy, .choice(policy.rawValue)),
                .init(.entriesExcluded, .count(tally.entriesExcluded)),
                .init(.subjectsLeftOut, .count(tally.subjectsLeftOut)),
            ]
        }
        if order == .strict {
            let intervening: Remark = interveningEventsOfAllServices ? .ofEveryService : .ofEntryService
            facts.append(.init(.interveningEvents, .remark(intervening)))
        }
        if let breakdown {
            facts.append(.init(.breakdown, .remark(.brokenDown(by: breakdown, attributionRemark))))
        }
        var notes = tally.notes
        if window == nil { notes.append(.noWindow) }
        if breakdown != nil, attribution == .allSteps { notes.append(.groupsOverlap) }
        let definitions: [DefinitionID] =
            [.d1, .d2, .d3, .d4] + (hasExclusions ? [.d5] : []) + (breakdown == nil ? [] : [.d6]) + [.d7, .d9]
        return tally.scope.receipt(definitions, scope: scope, facts: facts, notes: notes)
    }

    private var attributionRemark: Remark {
        switch attribution {
        case .firstTouch: .firstTouch
        case .lastTouch: .lastTouch
        case .allSteps: .everyStep
        case .step(let step): .stepNumber(step)
        case .earliestEntry: .earliestEntry
        }
    }
}
