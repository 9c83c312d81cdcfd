import JourneyModel

/// Chooses the trait by which groups are compared, or what the figure of a row is broken down by.
struct EquityPicker: ScreenPicker {
    /// Whose figure; nil: the screen's own way, or completion.
    var behind: GroupBehind?
    /// Whether any dimension will do, and not only a trait of people.
    var takesDimensions = false

    var title: String { takesDimensions ? "Break down by" : "Compare groups by" }

    func choices(_ state: DashboardState) -> [Choice] {
        state.dimensionChoices { name in
            guard takesDimensions else { return Dimension.subject(of: name) == .person }
            return name != Dimension.touchpoint && !(behind?.group.isOfService == true && name == Dimension.service)
        }
    }

    /// A row's figure is shown by groups. A screen may have a way of its own to show groups, as the funnel has (D21).
    func choose(_ choice: Choice, _ state: inout DashboardState) {
        if let behind {
            state.push(behind.compared(by: choice.id))
        } else if !state.screen.showGroups(by: choice.id, &state) {
            state.sayRowHasNoFigure("completion, of all that is shown")
            state.push(Place(EquityDetail(trait: choice.id), narrowing: state.place.narrowing))
        }
    }
}

extension GroupBehind {
    /// The place that shows the figure by the values of `dimension`. A group of people beside the others of its own trait is
    /// what the comparison of groups shows anyway.
    fileprivate func compared(by dimension: String) -> Place {
        if case .traitGroup(dimension, let value) = group {
            var place = Place(EquityDetail(trait: dimension), narrowing: narrowing)
            place.selections = [0: Selection(row: value)]
            return place
        }
        return Place(EquityDetail(trait: dimension, group: group), narrowing: narrowing)
    }
}

extension SubjectGroup {
    /// Whether it is of one service.
    fileprivate var isOfService: Bool {
        switch self {
        case .unfinished, .notOnline, .dissatisfied, .leaked: true
        default: false
        }
    }
}
