import JourneyModel
import Wording

/// What the builder's list is for.
enum BuilderPurpose: Hashable, Sendable {
    /// A touchpoint that becomes the next step.
    case step
    /// A touchpoint that is another way to take the step.
    case alternative
    /// A touchpoint that must not come on the way.
    case exclusion
    /// A dimension of the row's condition, then its values.
    case condition
    case values(of: String)
    case window

    var choice: ChoiceKind? {
        switch self {
        case .values(let dimension): .filterValue(dimension: dimension)
        case .window: .own(FunnelPicker.window)
        case .step, .alternative, .exclusion, .condition: nil
        }
    }

    var placeholder: String {
        switch self {
        case .step, .alternative, .exclusion: "type a touchpoint"
        case .condition: "type a dimension"
        case .values: "a value; ! first: all but"
        case .window: "14d, 36h, 90m"
        }
    }
}

extension FunnelBuilder {
    /// What choosing from the list does.
    var listTitle: String {
        let name = { (index: Int) in self.steps.element(index)?.alternatives.first?.touchpoint ?? "" }
        switch purpose {
        case .step: return steps.isEmpty ? "First step" : "Add after \(name(stepAtCursor))"
        case .alternative: return "Or, for \(name(stepAtCursor))"
        case .exclusion: return "Must not come between"
        case .condition: return "Only where"
        case .values(let dimension): return "Only where \(Dimension.title(dimension)) is"
        case .window: return "Time allowed"
        }
    }
}

extension DashboardState {
    /// The list's rows that fit what was typed, best match first, else most frequent first.
    func choices(_ builder: FunnelBuilder) -> [(choice: Choice, matches: Set<Int>)] {
        let text = builder.list.entry.text
        if let kind = builder.purpose.choice { return choices(kind, matching: text) }
        let all =
            builder.purpose == .condition
            ? conditionChoices(builder)
            : (catalog?.touchpoints ?? []).map {
                Choice(id: $0.name, label: $0.name, detail: NumberText.count($0.count))
            }
        return Fuzzy.sorted(all, by: text) { $0.label }.map { (choice: $0.item, matches: $0.matches) }
    }

    private func conditionChoices(_ builder: FunnelBuilder) -> [Choice] {
        let none = builder.conditions.isEmpty ? [] : [Choice(id: "", label: "no condition")]
        return none + dimensionChoices { $0 != Dimension.touchpoint }
    }
}
