extension Criterion {
    /// How far `value` is towards `target`, 0…100: clamp(100 * value / target), and the inverse where less is better.
    /// A lower-is-better target of 0 knows only met (100) and missed (0).
    static func score(_ value: Double, target: Double, lowerIsBetter: Bool) -> Double {
        guard value.isFinite else { return 0 }
        if lowerIsBetter { return value <= target ? 100 : max(0, 100 * target / value) }
        guard target > 0 else { return value >= target ? 100 : 0 }
        return min(100, max(0, 100 * value / target))
    }

    /// The criterion's state from what the store says and what people attest (D24).
    ///
    /// - A statement is about this criterion if it names its id or its name, in capitals or not.
    /// - A statement that it does not apply, with a reason, removes it whatever was measured.
    /// - A measurement stands; statements only supply what cannot be measured.
    /// - Asserted evidence counts as Partially at most; evidence past its expiry one grade lower.
    /// - Of several statements the newest counts. Those dated after `asOf` were not known yet.
    ///
    /// - Parameters:
    ///   - evidence: nil for what is never measured (enablers).
    ///   - asOf: the end of the question's range or its as-of time; nil where it has neither.
    ///   - horizon: when expiry is judged if there is no `asOf`.
    public func result(
        evidence: Evidence?,
        assessments: [AssessmentRecord],
        asOf: Timestamp?,
        horizon: Timestamp?
    ) -> CriterionResult {
        let names = [id.rawValue.lowercased(), name.lowercased()]
        let known = assessments.filter { assessment in
            names.contains(assessment.criterion.lowercased()) && (asOf.map { assessment.date <= $0 } ?? true)
        }
        let newest = known.reduce(nil) { (best: AssessmentRecord?, next) in
            guard let best, best.date > next.date else { return next }
            return best
        }
        var result = measuredResult(evidence)
        guard let newest else { return result }
        if newest.kind == .notApplicable {
            // A reason is part of the rule: without one the statement has no effect.
            if !newest.statement.isEmpty { result.notApplicable = newest.statement }
            return result
        }
        if result.score != nil { return result }
        return statedResult(newest, at: asOf ?? horizon)
    }

    private func measuredResult(_ evidence: Evidence?) -> CriterionResult {
        var result = blank(kind: .measured)
        switch evidence {
        case .measured(let value, let second, let n, let over):
            result.value = value
            result.companionValue = second
            result.n = n
            guard n >= minimumCount else {
                result.evidence = .tooLittleEvidence(over, count: n, needed: minimumCount)
                return result
            }
            var score = Criterion.score(value, target: target, lowerIsBetter: lowerIsBetter)
            if let companion, let second {
                score = min(
                    score,
                    Criterion.score(second, target: companion.target, lowerIsBetter: companion.lowerIsBetter)
                )
            }
            result.score = score
            result.rating = Rating(score: score)
            result.evidence = over
        case .breached(let value, let second, let n, let over):
            result.value = value
            result.companionValue = second
            result.n = n
            result.score = 0
            result.rating = .notAchieved
            result.evidence = over
        case .insufficient(let n, let reason):
            result.n = n
            result.evidence = .notEnoughEvidence(because: reason)
        case nil:
            result.kind = .attested
            result.evidence = .noEvidence
        }
        return result
    }

    private func statedResult(_ statement: AssessmentRecord, at time: Timestamp?) -> CriterionResult {
        var result = blank(kind: statement.kind == .attested ? .attested : .asserted)
        var score = statement.score.isFinite ? min(100, max(0, statement.score)) : 0
        var caps: [Remark] = []
        if statement.kind == .asserted, Rating(score: score) > .partially {
            score = Rating.partially.highestScore
            caps.append(.onlyAsserted)
        }
        if let expires = statement.expires, let time, expires <= time {
            score = min(score, Rating(score: score).oneLower.highestScore)
            caps.append(.pastExpiry)
        }
        result.score = score
        result.rating = Rating(score: score)
        result.expires = statement.expires
        result.evidence =
            statement.kind == .attested
            ? .attested(by: statement.owner, statement.statement, caps: caps)
            : .asserted(by: statement.owner, statement.statement, caps: caps)
        return result
    }

    private func blank(kind: CriterionResult.Kind) -> CriterionResult {
        CriterionResult(
            id: id,
            name: name,
            kind: kind,
            value: nil,
            target: target,
            isShare: isShare,
            lowerIsBetter: lowerIsBetter,
            score: nil,
            rating: nil,
            n: nil,
            evidence: .noEvidence,
            companionTarget: companion?.target,
            companionIsShare: companion?.isShare ?? false,
            advice: advice
        )
    }
}

extension Rating {
    /// The highest score of the grade.
    public var highestScore: Double {
        switch self {
        case .notAchieved: 15
        case .partially: 50
        case .largely: 85
        case .fully: 100
        }
    }

    var oneLower: Rating {
        switch self {
        case .fully: .largely
        case .largely: .partially
        case .partially, .notAchieved: .notAchieved
        }
    }
}
