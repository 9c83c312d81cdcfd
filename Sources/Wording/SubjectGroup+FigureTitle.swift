public import JourneyModel

extension SubjectGroup {
    /// What the figure that the group falls short of measures, as a title says it: "Completion, housing".
    public var figureTitle: String {
        switch self {
        case .unfinished(let service): "Completion, \(service)"
        case .notOnline(let service): "Digital take-up, \(service)"
        case .dissatisfied(let service): "Satisfaction, \(service)"
        case .leaked(let service): "Digital attempts that became a contact, \(service)"
        case .preferenceMissing: "Preference captured"
        case .preferenceNotUsed: "Preference used"
        case .preferenceNotHonoured(nil): "Reached as they asked"
        case .preferenceNotHonoured(let channel?): "Reached as they asked, \(channel)"
        case .contactedAfterWithdrawal: "Contacts after a withdrawal"
        case .traitGroup(let trait, let value): "Completion, \(Dimension.title(trait)) \(value)"
        case .funnel: title.text
        }
    }
}

extension GroupFiguresResult {
    /// Whether the rows add up to the whole, and where they do not, why.
    public var reconciliation: String? {
        let left = valuesLeftOut == 0 ? nil : "\(NumberText.counted(valuesLeftOut, "more value")) not shown."
        guard let counted else { return left }
        if counted.rows == counted.whole {
            return unit == .count
                ? "Together they make up the \(NumberText.count(counted.whole)) of the figure."
                : "Together they make up the n of the figure, \(NumberText.count(counted.whole))."
        }
        let numbers =
            "Together they count \(NumberText.count(counted.rows)), the figure \(NumberText.count(counted.whole))"
        if let left { return "\(numbers): \(left)" }
        let reason =
            receipt.isProtected
            ? "in public each is rounded by itself, or hidden"
            : Dimension.subject(of: query.by) == .event
                ? "one whose events have several values counts under each, by the events with that value alone"
                : "what has no value by itself can count for one that has"
        return "\(numbers): \(reason)."
    }
}
