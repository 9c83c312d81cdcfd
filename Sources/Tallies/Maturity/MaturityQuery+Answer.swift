public import JourneyModel

extension MaturityQuery: TalliedQuestion {
    /// The stage held, what blocks the next, and every criterion with its evidence (D24).
    public func answer(from tally: MaturityTally) -> MaturityResult {
        var evidence = ServiceEvidence(tally).evidence
        evidence.merge(TransactionEvidence(tally).evidence) { $1 }
        evidence.merge(preferenceEvidence(tally.preferences)) { $1 }
        let handOffs = HandOffsQuery(scope: scope).answer(from: tally.handOffs)
        evidence[.o1] = .of(handOffs.isolation, Remark.peopleOnSeveralChannels)
        evidence[.o3] = handOffEvidence(handOffs)
        evidence[.e4] = feedback(tally)
        evidence[.c1] = .insufficient(n: nil, because: .feedbackNotClosed)
        evidence[.c2] = .insufficient(n: nil, because: .noExperiments)
        evidence[.c3] = .insufficient(n: nil, because: .noInterventions)
        return MaturityResult(
            query: self,
            evidence: spanned(evidence, tally.dataSpan),
            assessments: tally.assessments,
            receipt: tally.preferences.scope.receipt(
                [.d24, .d12, .d16, .d17, .d20, .d21, .d22, .d23],
                scope: scope,
                facts: [
                    Receipt.Fact(.neededSpan, .span(MaturityModel.minimumSpan)),
                    Receipt.Fact(.dataSpan, .span(tally.dataSpan)),
                ]
            )
        )
    }

    /// A measurement over less than 90 days is not enough evidence; a crossed red line is, whatever the span.
    private func spanned(_ evidence: [CriterionID: Evidence], _ length: Milliseconds) -> [CriterionID: Evidence] {
        guard length < MaturityModel.minimumSpan else { return evidence }
        return evidence.mapValues { one in
            guard case .measured(_, _, let n, _) = one else { return one }
            let needed = Int(MaturityModel.minimumSpan / .day)
            return .insufficient(n: n, because: .spanTooShort(days: Int(length / .day), needed: needed))
        }
    }

    /// O3 (D20).
    private func handOffEvidence(_ handOffs: HandOffsResult) -> Evidence {
        let due = handOffs.handOffs - handOffs.pending
        guard let completed = handOffs.completed.value, let reAsked = handOffs.reAsked.value else {
            return .insufficient(n: due, because: handOffs.completed.caveats.first ?? .noData)
        }
        return .measured(
            value: completed,
            companion: reAsked,
            n: due,
            over: .handOffs(
                handOffs.handOffs,
                due: due,
                askedAgain: Int(handOffs.reAsked.numerator ?? 0),
                of: Int(handOffs.reAsked.denominator ?? 0)
            )
        )
    }

    /// E4 (D23): kinds of end point that occur in a service in range, and those at which feedback was asked.
    private func feedback(_ tally: MaturityTally) -> Evidence {
        if let dimension = scope.notOfFeedback { return .insufficient(n: nil, because: .feedbackLacks(dimension)) }
        guard tally.signs.feedback else { return .insufficient(n: nil, because: .noFeedback) }
        guard !tally.reached.isEmpty else { return .insufficient(n: 0, because: .nothingEnded) }
        let covered = tally.reached.intersection(tally.asked).count
        return .measured(
            value: Double(covered) / Double(tally.reached.count),
            n: tally.reached.count,
            over: .endPointsOf(covered, of: tally.reached.count)
        )
    }

    private func preferenceEvidence(_ tally: PreferencesTally) -> [CriterionID: Evidence] {
        let result = PreferencesQuery(scope: scope).answer(from: tally)
        var evidence: [CriterionID: Evidence] = [:]
        evidence[.p1] = .of(result.captured, Remark.peopleContacted)
        evidence[.p2] = .of(result.used, Remark.contactsToPeopleWithPreference)
        var agreement = result.honoured
        agreement.value = result.kappa
        if result.kappa == nil, result.honoured.value != nil {
            agreement.caveats = [.oneChannelOnly]
        }
        evidence[.p3] = .of(agreement, Remark.contactsToPeopleWithChoice)
        evidence[.p4] = consentEvidence(result)
        evidence[.p5] = tailoringEvidence(tally)
        return evidence
    }

    private func consentEvidence(_ result: PreferencesResult) -> Evidence {
        let coverage = result.consentCoverage
        let breaches = result.contactsAfterWithdrawal
        let n = Int(coverage.denominator ?? 0)
        if breaches > 0 {
            return .breached(
                value: coverage.value,
                companion: Double(breaches),
                n: n,
                over: .contactsAfterWithdrawal(breaches, asked: n)
            )
        }
        guard let value = coverage.value else { return .of(coverage, Remark.peopleAsked) }
        return .measured(value: value, companion: 0, n: n, over: .peopleAsked(n))
    }

    /// P5: where no consent is on record, none is asked for.
    private func tailoringEvidence(_ tally: PreferencesTally) -> Evidence {
        guard tally.signs.tailoring else {
            return .insufficient(n: nil, because: .noTailoring)
        }
        guard tally.totals.contacts > 0 else { return .insufficient(n: 0, because: .noOutboundContact) }
        let tailored = tally.signs.contactConsents ? tally.totals.tailoredWithConsent : tally.totals.tailored
        return .measured(
            value: Double(tailored) / Double(tally.totals.contacts),
            n: tally.totals.contacts,
            over: .outboundContactsMade(tally.totals.contacts)
        )
    }
}

extension Evidence {
    /// A measure as evidence: its denominator is what it rests on, as `over` says; absent, its reason is why there is not
    /// enough.
    static func of(_ measure: Measure, _ over: (Int) -> Remark) -> Evidence {
        let n = measure.denominator.map { Int($0) }
        guard let value = measure.value else {
            return .insufficient(n: n, because: measure.caveats.first ?? .noData)
        }
        return .measured(value: value, n: n ?? 0, over: over(n ?? 0))
    }
}
