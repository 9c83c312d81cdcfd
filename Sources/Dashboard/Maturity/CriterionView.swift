import Canvas
import JourneyModel
import Wording

/// One criterion: where it stands, how it is measured, what the evidence is, what would lift it.
enum CriterionView {
    private static let labelWidth = 16

    static func draw(_ id: CriterionID, _ result: MaturityResult, on canvas: inout Canvas) {
        guard let criterion = MaturityScreen.criterion(id, result),
            let stage = result.stages.first(where: { $0.criteria.contains { $0.id == id } })
        else {
            canvas.emptyState(EmptyState("The model has no criterion \(id.rawValue).", "esc goes back."))
            return
        }
        let needed = MaturityText.needed(stage.number, result)
        canvas.line(MaturityText.name(criterion, needed: needed, canvas.glyphs, style: .figure.bold))
        let hasScore = criterion.score != nil
        if let score = criterion.score {
            canvas.bar(Bar(score / 100, target: needed.threshold, showsRest: true), y: 2, width: min(60, canvas.width))
        }
        var y = hasScore ? 4 : 2
        for (label, value) in facts(criterion, stage, needed, result) where y < canvas.height {
            canvas.text(label, y: y, .muted, width: labelWidth - 1)
            y += max(1, canvas.paragraph(value, x: labelWidth, y: y, width: min(84, canvas.width - labelWidth)))
        }
    }

    private static func facts(
        _ criterion: CriterionResult,
        _ stage: MaturityResult.Stage,
        _ needed: Rating,
        _ result: MaturityResult
    ) -> [(String, [Span])] {
        let rule = MaturityModel.fiveStages.criteria.first { $0.id == criterion.id }
        var facts: [(String, [Span])] = [
            ("stage", [Span("\(stage.number) \(stage.name)")]),
            ("now", MaturityText.now(criterion) + second(criterion, rule)),
            ("goal", MaturityText.goal(criterion)),
            ("rating", rating(criterion, needed)),
        ]
        if let n = criterion.n { facts.append(("n", [Span(NumberText.count(n))])) }
        if let rule { facts.append(("measured by", [Span(rule.measuredBy)])) }
        facts.append((criterion.kind.rawValue, [Span(MaturityText.evidence(criterion, isSupposed: false))]))
        if let expires = criterion.expires {
            let zone = result.query.scope.zone
            facts.append(("valid until", [Span(DateText.text(expires, in: zone))]))
        }
        facts.append(("to lift it", [Span(lift(criterion, needed))]))
        if criterion.notApplicable == nil, criterion.rating != .fully {
            let supposed = result.supposing([criterion.id: 100])
            facts.append(("what if", [Span(MaturityWords.supposed([criterion.id], result, supposed), .muted)]))
        }
        facts.append(
            ("scale", [Span("Not to 15, Partially to 50, Largely to 85, Fully above; of the goal's 100 (D24)", .muted)])
        )
        return facts
    }

    private static func second(_ criterion: CriterionResult, _ rule: Criterion?) -> [Span] {
        guard criterion.companionValue != nil, let name = rule?.companion?.name else { return [] }
        return [Span("  (\(name))", .muted)]
    }

    private static func rating(_ criterion: CriterionResult, _ needed: Rating) -> [Span] {
        if criterion.notApplicable != nil { return [Span("not applicable: the gate leaves it out", .muted)] }
        guard let rating = criterion.rating else { return [Span("not enough evidence yet", .muted)] }
        let score = criterion.score.map { " (\(NumberText.decimal($0, decimals: 0)) of 100)" } ?? ""
        let need = rating >= needed ? "enough for the gate" : "the gate asks for \(needed.rawValue)"
        return [Span(rating.rawValue), Span(score + "; " + need, .muted)]
    }

    /// The advice, and the value at which the rating that the gate asks for begins.
    private static func lift(_ criterion: CriterionResult, _ needed: Rating) -> String {
        if criterion.notApplicable != nil { return NumberText.absent }
        if criterion.rating == .fully { return "nothing: it is Fully met" }
        var parts = [criterion.advice].filter { !$0.isEmpty }
        let rating = (criterion.rating ?? .notAchieved) >= needed ? Rating.fully : needed
        if criterion.kind == .measured, !criterion.lowerIsBetter, criterion.value != nil {
            let value = MaturityText.value(criterion.target * rating.threshold, isShare: criterion.isShare)
            parts.append("\(rating.rawValue) begins above \(value).")
        }
        if let second = criterion.companionValue, let goal = criterion.companionTarget, second > goal {
            let limit = MaturityText.goal(goal, isShare: criterion.companionIsShare)
            parts.append("The second figure must come down to \(limit).")
        }
        return parts.joined(separator: " ")
    }
}

extension Rating {
    /// The share of the goal above which the rating begins (ISO/IEC 33020).
    fileprivate var threshold: Double {
        switch self {
        case .notAchieved: 0
        case .partially: Rating.notAchieved.highestScore / 100
        case .largely: Rating.partially.highestScore / 100
        case .fully: Rating.largely.highestScore / 100
        }
    }
}
