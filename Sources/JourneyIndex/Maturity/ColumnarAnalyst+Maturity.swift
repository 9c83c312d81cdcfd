import JourneyModel

extension MaturityQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> MaturityResult { try await index.maturity(self) }
}

extension ColumnarAnalyst {
    /// The stage held, what blocks the next, and every criterion with its evidence (D24).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func maturity(_ query: MaturityQuery) async throws -> MaturityResult {
        let ground = try await desk.ground(self, query.scope)
        let tally = try await desk.transactions(self, ground)
        let services = try await ServiceEvidence.of(self, ground)
        var evidence = services.evidence
        evidence.merge(transactionEvidence(ground, tally)) { $1 }
        evidence.merge(try await JourneyEvidence.of(self, ground)) { $1 }
        evidence.merge(try await preferenceEvidence(ground)) { $1 }
        evidence["E4"] = feedbackEvidence(ground, reached: services.endPoints)
        evidence["C1"] = .insufficient(n: nil, because: "the store does not record what was done about feedback")
        evidence["C2"] = .insufficient(n: nil, because: "the store does not record experiments")
        evidence["C3"] = .insufficient(n: nil, because: "interventions are not measured yet")
        return MaturityResult(
            query: query,
            evidence: spanned(evidence, ground),
            assessments: source.assessments,
            receipt: ground.receipt(
                [.d24, .d12, .d16, .d17, .d20, .d21, .d22, .d23],
                events: ground.events,
                subjects: ground.subjects,
                facts: [
                    Receipt.Fact("measured needs a span of", .span(MaturityModel.minimumSpan)),
                    Receipt.Fact("this scope's data span", .span(dataSpan(ground))),
                ]
            )
        )
    }

    /// How much of the range the store has data for, its last instant included.
    private func dataSpan(_ ground: JourneyGround) -> Milliseconds {
        guard let first = ground.first, let range = ground.filter.range else { return 0 }
        let from = max(first, range.lowerBound)
        guard ground.stateTime >= from else { return 0 }
        return span(from: from, to: min(ground.stateTime, .max - 1) + 1)
    }

    /// A measurement over less than 90 days is not enough evidence; a crossed red line is, whatever the span.
    private func spanned(_ evidence: [String: Evidence], _ ground: JourneyGround) -> [String: Evidence] {
        let length = dataSpan(ground)
        guard length < MaturityModel.minimumSpan else { return evidence }
        return evidence.mapValues { one in
            guard case .measured(_, _, let n, _) = one else { return one }
            return .insufficient(n: n, because: "the scope has \(length / .day) days of data, 90 are needed")
        }
    }

    private func preferenceEvidence(_ ground: JourneyGround) async throws -> [String: Evidence] {
        let answer = try await PreferencesAnswer(self, ground)
        let result = answer.result(PreferencesQuery(scope: ground.scope))
        var evidence: [String: Evidence] = [:]
        evidence["P1"] = .of(result.captured, "people contacted")
        evidence["P2"] = .of(result.used, "contacts to people with a preference")
        var agreement = result.honoured
        agreement.value = result.kappa
        if result.kappa == nil, result.honoured.value != nil {
            agreement.caveats = ["chance alone would agree always: there is one channel only"]
        }
        evidence["P3"] = .of(agreement, "contacts to people who chose a channel")
        evidence["P4"] = consentEvidence(result)
        evidence["P5"] = tailoringEvidence(answer.counts)
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
                text: "\(NumberText.count(breaches)) contacts after a withdrawal; \(NumberText.count(n)) people asked"
            )
        }
        guard let value = coverage.value else { return .of(coverage, "") }
        return .measured(value: value, companion: 0, n: n, text: "\(NumberText.count(n)) people asked")
    }

    private func tailoringEvidence(_ counts: PreferenceCounts) -> Evidence {
        guard source.dimensionIfAny(Dimension.tailored) != nil else {
            return .insufficient(n: nil, because: "no contact says whether it was tailored; map a column to tailored")
        }
        guard counts.contacts > 0 else { return .insufficient(n: 0, because: "no person had an outbound contact") }
        return .measured(
            value: Double(counts.tailoredWithConsent) / Double(counts.contacts),
            n: counts.contacts,
            text: "\(NumberText.count(counts.contacts)) outbound contacts"
        )
    }
}

extension Evidence {
    /// A measure as evidence: its denominator is what it rests on; absent, its reason is why there is not enough.
    static func of(_ measure: Measure, _ what: String) -> Evidence {
        let n = measure.denominator.map { Int($0) }
        guard let value = measure.value else {
            return .insufficient(n: n, because: measure.caveats.first ?? "no data")
        }
        return .measured(value: value, n: n ?? 0, text: "\(NumberText.count(n ?? 0)) \(what)")
    }
}
