import JourneyModel
import Wording

/// A maturity answer in plain sentences.
enum MaturityWords {
    /// What to do next: what crosses a red line first, then what is nearest to its goal.
    static func nextStep(_ result: MaturityResult) -> String {
        guard let next = result.next else { return "The last stage is held: keep what holds it." }
        let criteria = result.stages.flatMap(\.criteria)
        func isRedLine(_ blocker: MaturityResult.Blocker) -> Bool {
            guard let criterion = criteria.first(where: { $0.id == blocker.criterion }),
                let value = criterion.companionValue
            else { return false }
            return criterion.companionTarget == 0 && value > 0
        }
        let first = result.blockers.filter(isRedLine)
        let ordered = first + result.blockers.filter { !isRedLine($0) && $0.score != nil }
        let steps = ordered.prefix(2).map(step)
        var sentences =
            steps.isEmpty
            ? [] : [steps[0]] + steps.dropFirst().map { "Then \($0.prefix(1).lowercased())\($0.dropFirst())" }
        if steps.isEmpty, let unknown = result.blockers.first(where: { $0.score == nil }) {
            let stages = next == 1 ? "stage 1" : "stage \(next) and below"
            sentences.append(
                "Bring the evidence that is missing: \(plural(result.blockers.count)) of \(stages) cannot be rated."
            )
            if let criterion = criteria.first(where: { $0.id == unknown.criterion }) {
                sentences.append("\(criterion.id.rawValue): \(criterion.evidence.text).")
            }
        }
        if result.blockers.count == 1, let only = result.blockers.first {
            sentences.append("\(only.criterion.rawValue) is all that keeps stage \(next) back.")
        }
        return sentences.joined(separator: " ")
    }

    private static func step(_ blocker: MaturityResult.Blocker) -> String {
        var advice = blocker.advice.isEmpty ? "Bring \(blocker.name) to \(blocker.needed.rawValue)." : blocker.advice
        if advice.hasSuffix(".") { advice.removeLast() }
        return "\(advice) (\(blocker.criterion.rawValue))."
    }

    private static func plural(_ count: Int) -> String { count == 1 ? "1 criterion" : "\(count) criteria" }

    static func sentences(_ result: MaturityResult) -> [String] {
        var sentences: [String] = []
        if let name = MaturityText.name(result.stage, result) {
            sentences.append("Stage \(result.stage), \(name), is held.")
        } else {
            sentences.append("No stage is held yet.")
        }
        if let next = result.next, let name = MaturityText.name(next, result) {
            sentences.append(
                "Stage \(next), \(name), is kept back by \(plural(result.blockers.count)): every criterion of it must be at "
                    + "least Largely met, and every criterion of the stages below Fully."
            )
        }
        let unknown = result.blockers.filter { $0.score == nil }.map(\.criterion.rawValue)
        if !unknown.isEmpty {
            sentences.append("There is not enough evidence to rate \(unknown.joined(separator: ", ")).")
        }
        return sentences + [nextStep(result)]
    }

    /// What supposing does to the gate.
    static func supposed(_ ids: Set<CriterionID>, _ now: MaturityResult, _ then: MaturityResult) -> String {
        let held =
            then.stage == now.stage
            ? (then.stage == 0 ? "still no stage would be held" : "stage \(then.stage) would still be held")
            : "stage \(then.stage), \(MaturityText.name(then.stage, then) ?? ""), would be held"
        let left = then.blockers.map(\.criterion.rawValue)
        let rest = left.isEmpty ? "" : ", with \(list(left)) to go before stage \(then.next ?? then.stage)"
        return "If \(list(ids.sorted().map(\.rawValue))) were Fully met, \(held)\(rest)."
    }

    /// `P3`, `P3 and P4`, `E4, P3 and P4`.
    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
