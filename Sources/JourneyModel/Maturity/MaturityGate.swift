/// Which stage is held (D24): the cumulative gate, as a pure function of the criteria's ratings, so that "what if" is the
/// same question with other ratings.
public struct MaturityGate: Codable, Hashable, Sendable {
    /// 1…5; 0 means "not yet started".
    public var stage: Int
    public var next: Int?
    /// Nearest to its goal first; what has no evidence comes last.
    public var blockers: [MaturityResult.Blocker]
    public var stages: [MaturityResult.Stage]

    /// A stage is held if each of its criteria is at least Largely and each criterion of all lower stages Fully. What is
    /// not applicable is left out; a stage of which nothing is left is not held, nor is any above it (project rule:
    /// otherwise declaring everything not applicable would reach the top).
    public init(_ results: [CriterionResult], model: MaturityModel = .fiveStages) {
        let stageOf = Dictionary(model.criteria.map { ($0.id, $0.stage) }, uniquingKeysWith: { first, _ in first })
        var stages: [MaturityResult.Stage] = []
        var lowerAreFully = true
        for (index, name) in model.stages.enumerated() {
            let criteria = results.filter { stageOf[$0.id] == index + 1 }
            let applicable = criteria.filter { $0.notApplicable == nil }
            let isHeld =
                lowerAreFully && !applicable.isEmpty
                && applicable.allSatisfy { ($0.rating ?? .notAchieved) >= .largely }
            let scores = applicable.compactMap(\.score)
            stages.append(
                MaturityResult.Stage(
                    number: index + 1,
                    name: name,
                    isHeld: isHeld,
                    score: scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count),
                    criteria: criteria
                )
            )
            lowerAreFully = lowerAreFully && !applicable.isEmpty && applicable.allSatisfy { $0.rating == .fully }
        }
        self.stages = stages
        stage = stages.last { $0.isHeld }?.number ?? 0
        next = stage < stages.count ? stage + 1 : nil
        blockers = next.map { MaturityGate.blockers(of: $0, in: stages) } ?? []
    }

    private static func blockers(of next: Int, in stages: [MaturityResult.Stage]) -> [MaturityResult.Blocker] {
        var found: [MaturityResult.Blocker] = []
        for stage in stages where stage.number <= next {
            let needed: Rating = stage.number == next ? .largely : .fully
            for criterion in stage.criteria where criterion.notApplicable == nil {
                if let rating = criterion.rating, rating >= needed { continue }
                found.append(
                    MaturityResult.Blocker(
                        criterion: criterion.id,
                        name: criterion.name,
                        score: criterion.score,
                        rating: criterion.rating,
                        needed: needed,
                        distance: criterion.score.map { needed.lowestScore - $0 },
                        advice: criterion.advice
                    )
                )
            }
        }
        // Equal distances keep the table's order.
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element.distance ?? .infinity, right.element.distance ?? .infinity)
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
    }
}

extension Rating {
    /// The score above which the grade begins: 50 for Largely, 85 for Fully.
    var lowestScore: Double { self == .notAchieved ? 0 : oneLower.highestScore }
}

extension MaturityResult {
    /// The answer from what was measured and stated. `evidence` is by criterion; what is not in it was not looked for.
    public init(
        query: MaturityQuery,
        evidence: [CriterionID: Evidence],
        assessments: [AssessmentRecord],
        model: MaturityModel = .fiveStages,
        receipt: Receipt
    ) {
        let asOf = query.scope.asOf ?? query.scope.range.to
        func result(_ criterion: Criterion, _ evidence: Evidence?) -> CriterionResult {
            criterion.result(evidence: evidence, assessments: assessments, asOf: asOf, horizon: receipt.horizon)
        }
        let results = model.criteria.map { criterion in
            result(criterion, evidence[criterion.id] ?? .insufficient(n: nil, because: .notMeasuredYet))
        }
        let gate = MaturityGate(results, model: model)
        self.init(
            query: query,
            stage: gate.stage,
            next: gate.next,
            blockers: gate.blockers,
            stages: gate.stages,
            enablers: model.enablers.map { result($0, nil) },
            receipt: receipt
        )
    }

    /// The same answer if criteria had other scores (0…100, by id): the what-if of the maturity screen.
    public func supposing(_ scores: [CriterionID: Double], model: MaturityModel = .fiveStages) -> MaturityResult {
        let results = stages.flatMap(\.criteria).map { criterion in
            guard let score = scores[criterion.id], criterion.notApplicable == nil else { return criterion }
            var changed = criterion
            changed.score = min(100, max(0, score))
            changed.rating = Rating(score: score)
            return changed
        }
        let gate = MaturityGate(results, model: model)
        var supposed = self
        supposed.stage = gate.stage
        supposed.next = gate.next
        supposed.blockers = gate.blockers
        supposed.stages = gate.stages
        return supposed
    }

    /// The answer that the gate would give if these criteria were Fully met, by their ids; its receipt says so.
    public func supposing(fullyMet ids: some Sequence<CriterionID>) -> MaturityResult {
        let ids = Set(ids).sorted()
        guard !ids.isEmpty else { return self }
        var supposed = supposing(Dictionary(uniqueKeysWithValues: ids.map { ($0, 100) }))
        supposed.receipt.notes.append(.supposed(ids))
        return supposed
    }
}
