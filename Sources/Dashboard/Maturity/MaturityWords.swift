import JourneyModel

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
        let steps = ordered.prefix(2).map { step($0, criteria) }
        var sentences = steps.isEmpty ? [] : [steps[0]] + steps.dropFirst().map { "Then: " + $0 }
        let unknown = result.blockers.count { $0.score == nil }
        if steps.isEmpty, unknown > 0 {
            sentences.append(
                "Bring the evidence that is missing: \(plural(unknown)) of stage \(next) and below have too little."
            )
        }
        if result.blockers.count == 1, let only = result.blockers.first {
            sentences.append("\(only.criterion) is all that keeps stage \(next) back.")
        }
        return sentences.joined(separator: " ")
    }

    private static func step(_ blocker: MaturityResult.Blocker, _ criteria: [CriterionResult]) -> String {
        var advice = blocker.advice.isEmpty ? "Bring \(blocker.name) to \(blocker.needed.rawValue)." : blocker.advice
        if advice.hasSuffix(".") { advice.removeLast() }
        return "\(advice) (\(blocker.criterion))."
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
        let unknown = result.blockers.filter { $0.score == nil }.map(\.criterion)
        if !unknown.isEmpty {
            sentences.append("There is not enough evidence to rate \(unknown.joined(separator: ", ")).")
        }
        return sentences + [nextStep(result)]
    }

    /// What supposing does to the gate.
    static func supposed(_ ids: Set<String>, _ now: MaturityResult, _ then: MaturityResult) -> String {
        let names = ids.sorted()
        let list =
            names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        let left =
            then.blockers.isEmpty
            ? "" : "; left: " + then.blockers.map(\.criterion).joined(separator: ", ")
        let held =
            then.stage == now.stage
            ? "still \(then.stage == 0 ? "no stage" : "stage \(then.stage)")"
            : "stage \(then.stage), \(MaturityText.name(then.stage, then) ?? ""), instead of \(now.stage)"
        return "If \(list) were Fully met: \(held) would be held\(left)."
    }
}
