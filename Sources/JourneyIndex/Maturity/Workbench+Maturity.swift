import JourneyModel
import Tallies

extension MaturityQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> MaturityTally { try await index.maturity(self) }
}

extension Workbench {
    /// What the store says of every criterion (D24).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func maturity(_ query: MaturityQuery) async throws -> MaturityTally {
        let ground = try await desk.ground(self, query.scope)
        let transactions = try await desk.transactions(self, ground)
        let services = try await ServiceScan.whole(self, ground)
        let scores = FeedbackScores(self, scope: query.scope)
        return MaturityTally(
            dataSpan: dataSpan(ground),
            signs: signs(ground, scores),
            events: services.quality,
            steps: try await StepScan.counts(self, ground, desk.scatteredCases(self)),
            services: services.offers(transactions),
            reached: services.endPoints,
            asked: askedEndPoints(scores, ground),
            transactions: transactions.outcomes,
            handOffs: try await handOffs(ground),
            preferences: try await preferences(ground),
            assessments: source.assessments
        )
    }

    /// How much of the range the store has data for, its last instant included.
    private func dataSpan(_ ground: JourneyGround) -> Milliseconds {
        guard let first = ground.first, let range = ground.filter.range else { return 0 }
        let from = max(first, range.lowerBound)
        guard ground.stateTime >= from else { return 0 }
        return span(from: from, to: min(ground.stateTime, .max - 1) + 1)
    }

    private func signs(_ ground: JourneyGround, _ scores: FeedbackScores) -> MaturitySigns {
        let rules = ground.rules
        var signs = MaturitySigns()
        signs.digitalChannel = rules.kinds.contains(.digital)
        signs.start = rules.hasStart.contains(true)
        signs.completion = rules.hasCompletion.contains(true)
        signs.information = rules.declaresInformation
        signs.actor = source.dimensionIfAny(Dimension.actor) != nil
        signs.feedback = scores.feedback.count > 0
        return signs
    }
}

extension TransactionTally {
    /// What becomes of transactions, by names.
    fileprivate var outcomes: TransactionOutcomes {
        let rules = plan.ground.rules
        var outcomes = TransactionOutcomes()
        outcomes.cohort = cohort
        for slot in 0...rules.services.count {
            for (channel, count) in cohorts(of: slot).enumerated() where count.started > 0 {
                outcomes.channels.add(TallyTable([rules.channel(channel): count]), to: rules.service(slot))
            }
            if oldQuarter[slot].started > 0 { outcomes.oldQuarter.add(oldQuarter[slot], to: rules.service(slot)) }
            if newQuarter[slot].started > 0 { outcomes.newQuarter.add(newQuarter[slot], to: rules.service(slot)) }
        }
        for trait in plan.usualTraits {
            var table = TallyTable<ValueName, CohortCount>()
            for (code, count) in (group(of: trait.name)?.groups ?? []).enumerated() where count.started > 0 {
                table.add(count, to: code > 0 ? ValueName(trait.values[code - 1]) : .missing)
            }
            outcomes.groups.add(table, to: trait.name)
        }
        outcomes.digital = digital
        outcomes.selfServed = selfServed
        if let compared = plan.quarters.periods {
            outcomes.quarters = .of(compared.old, compared.new)
        } else if plan.quarters.missing == .past {
            outcomes.quarters = .tooFew
        }
        return outcomes
    }
}
